"use client";

import { useTranslations } from "use-intl";
import { momentWords } from "@/lib/i18n/moment-words";
import { CopyField } from "@/lib/ui/copy-field";
import { Notice } from "@/lib/ui/notice";
import { QrCode, type QrSquare } from "./hand-out-sheet";

/** A new sign-in link, told once. */
export interface Made {
  readonly url: string;
  readonly code: string;
  readonly expires: string;
  readonly email: string;
  readonly qr: QrSquare;
}

/** A new sign-in link to hand over: QR code, typed code and address. */
export function MadeLink({
  made,
  givenName,
  host,
  timeZone,
}: {
  made: Made;
  givenName: string;
  host: string;
  timeZone: string;
}) {
  const t = useTranslations("clinic.access");
  const until = momentWords(new Date(made.expires), "en", timeZone);
  return (
    <div className="grid gap-5">
      {made.email === "sent" && <Notice tone="spruce">{t("emailSent")}</Notice>}
      {made.email === "failed" && <Notice tone="marigold">{t("emailFailed")}</Notice>}
      <p>{t("linkOnce", { name: givenName, until })}</p>
      <div className="flex flex-wrap items-center gap-6">
        <QrCode qr={made.qr} label={t("qrAlt")} className="size-44" />
        <div>
          <p className="text-secondary">{t("code")}</p>
          <p className="text-3xl font-bold tracking-wider tabular-nums">{made.code}</p>
          <p className="text-secondary">{t("codeAt", { address: `${host}/code` })}</p>
        </div>
      </div>
      <CopyField
        label={t("link")}
        value={made.url}
        copyLabel={t("copy")}
        copiedLabel={t("copied")}
      />
    </div>
  );
}
