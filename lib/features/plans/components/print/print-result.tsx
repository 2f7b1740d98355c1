"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button, buttonClass } from "../../../../ui/button";
import { Card } from "../../../../ui/card";
import { Icon } from "../../../../ui/icon";
import { Notice } from "../../../../ui/notice";
import type { PrintedPlans } from "../../print-plans";

/** The file, and whose plan is not in it. */
export function PrintResult({
  result: { printed, failed, pages },
  url,
  nameOf,
  onAgain,
}: {
  result: PrintedPlans;
  url: string | null;
  nameOf: (planId: string) => string;
  onAgain: () => void;
}) {
  const t = useTranslations("handout.print");
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => said.current?.focus(), []);
  return (
    <Card className="max-w-[44rem]">
      <p ref={said} tabIndex={-1} className="text-lg font-semibold tabular-nums outline-none">
        {url ? t("done", { count: printed.length, pages }) : t("nothing")}
      </p>
      {failed.length > 0 && (
        <Notice tone="marigold" className="mt-4" title={t("failedTitle", { count: failed.length })}>
          <ul className="[overflow-wrap:anywhere]">
            {failed.map(({ planId, why }) => (
              <li key={planId}>{t(`why.${why}`, { name: nameOf(planId) })}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="mt-5 flex flex-wrap gap-2">
        {url && (
          <a href={url} download={t("fileName")} className={buttonClass({ variant: "primary" })}>
            <Icon name="download" />
            {t("save")}
          </a>
        )}
        <Button onClick={onAgain}>{t("again")}</Button>
      </div>
    </Card>
  );
}
