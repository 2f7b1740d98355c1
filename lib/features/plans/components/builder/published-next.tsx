"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Button } from "../../../../ui/button";
import { Dialog } from "../../../../ui/dialog";
import { Icon, type IconName } from "../../../../ui/icon";
import type { BuilderData } from "../../builder-queries";
import { CopyVersion } from "../copy-version";

/** After publishing: get it to the patient. */
export function PublishedNext({
  data,
  number,
  onClose,
}: {
  data: BuilderData;
  number: number;
  onClose: () => void;
}) {
  const t = useTranslations("plans.publish");
  const { planId, patientId, sheet } = data;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("doneTitle", { number })}
      closeLabel={t("keepEditing")}
      footer={<Button onClick={onClose}>{t("keepEditing")}</Button>}
    >
      <p role="status">{t("doneText", { name: sheet.patientGivenName })}</p>
      <ul className="mt-4 divide-y divide-line rounded-card border border-line">
        <Step
          icon="download"
          title={t("pdf")}
          text={t("pdfText")}
          href={`/api/plans/${planId}/versions/${number}/pdf`}
          isFile
        />
        <Step
          icon="phone"
          title={t("handOver")}
          text={t("handOverText")}
          href={`/patients/${patientId}/plan#hand-over`}
        />
        <Step
          icon="list"
          title={t("view")}
          text={t("viewText")}
          href={`/patients/${patientId}/plan`}
        />
        <li className="flex flex-wrap items-center gap-3 px-4 py-3">
          <Icon name="copy" className="!size-6 text-spruce" />
          <span className="min-w-0 flex-1 basis-40">
            <span className="block font-semibold">{t("record")}</span>
            <span className="block text-sm text-secondary">{t("recordText")}</span>
          </span>
          <CopyVersion planId={planId} number={number} patientLanguage={sheet.locale} />
        </li>
      </ul>
    </Dialog>
  );
}

function Step({
  icon,
  title,
  text,
  href,
  isFile,
}: {
  icon: IconName;
  title: string;
  text: string;
  href: string;
  /** Fetched by the browser itself, not by the router. */
  isFile?: boolean;
}) {
  const className = "flex items-center gap-3 px-4 py-3 hover:bg-paper";
  const content = (
    <>
      <Icon name={icon} className="!size-6 text-spruce" />
      <span className="min-w-0 flex-1">
        <span className="block font-semibold">{title}</span>
        <span className="block text-sm text-secondary">{text}</span>
      </span>
      <Icon name="chevron-right" className="text-secondary" />
    </>
  );
  return (
    <li>
      {isFile ? (
        <a href={href} className={className}>
          {content}
        </a>
      ) : (
        <Link href={href} className={className}>
          {content}
        </Link>
      )}
    </li>
  );
}
