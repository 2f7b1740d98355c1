"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button, LinkButton } from "@/lib/ui/button";
import { Card } from "@/lib/ui/card";
import { Notice } from "@/lib/ui/notice";
import type { ImportResult } from "../../import/import-exercises";
import { LeftOutRows } from "./preview-tables";
import { saveText } from "./send-import";

/** What the import did; the focus comes here. */
export function ResultStep({ result, again }: { result: ImportResult; again: () => void }) {
  const t = useTranslations("imports");
  const box = useRef<HTMLDivElement>(null);
  const { counts, importId, leftOut, report } = result;
  const out = counts.duplicate + counts.faulty;

  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: "nearest" });
  }, []);

  return (
    <div className="grid grid-cols-1 gap-6">
      <div ref={box} tabIndex={-1} className="rounded-control">
        <Notice
          tone={importId ? "spruce" : "neutral"}
          title={importId ? t("result.title", { count: counts.import }) : t("result.none")}
          actions={
            <>
              {importId && (
                <LinkButton variant="primary" href="/library?scope=clinic">
                  {t("result.show")}
                </LinkButton>
              )}
              <Button icon="download" onClick={() => saveText("import-report.csv", report)}>
                {t("result.report")}
              </Button>
              <Button variant="quiet" onClick={again}>
                {t("result.again")}
              </Button>
            </>
          }
        >
          <p>{t("result.summary", { ...counts })}</p>
          {importId && <p className="mt-1">{t("notReady")}</p>}
        </Notice>
      </div>
      {leftOut.length > 0 && (
        <Card title={t("result.leftOut", { count: out })} flush>
          <div className="pb-2 sm:px-2.5">
            <LeftOutRows rows={leftOut} />
          </div>
          {out > leftOut.length && (
            <p className="px-4 pb-4 text-sm text-secondary sm:px-6">
              {t("preview.more", { count: out - leftOut.length })}
            </p>
          )}
        </Card>
      )}
    </div>
  );
}
