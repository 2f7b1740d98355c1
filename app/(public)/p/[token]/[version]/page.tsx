import type { Metadata } from "next";
import { loadPaperCheck, type PaperCheck } from "@/lib/features/plans/document-loaders";
import { longDate } from "@/lib/i18n/date-words";
import { translator } from "@/lib/i18n/translator";
import { AuthCard } from "@/lib/ui/auth-card";
import { LinkButton } from "@/lib/ui/button";
import { Notice } from "@/lib/ui/notice";

export const metadata: Metadata = { robots: { index: false, follow: false } };

/** Behind the QR code of a printed plan: whether the paper is out of date, and nothing else. */
export default async function PaperCheckPage({
  params,
}: {
  params: Promise<{ token: string; version: string }>;
}) {
  const { token, version } = await params;
  const check = await loadPaperCheck(token, version);
  const { locale, number, hasEnded } = check;
  const t = translator(locale, "document");
  return (
    <AuthCard
      large
      name={translator(locale, "common")("product")}
      title={t("check.paper", { n: number })}
      footer={t("check.noCode")}
    >
      <div className="grid gap-3">
        {hasEnded ? (
          <Notice tone="marigold" title={t("check.ended")}>
            {t("check.endedText")}
          </Notice>
        ) : (
          <Running check={check} />
        )}
      </div>
      <h2 className="mt-8 text-lg">{t("check.getIn")}</h2>
      <LinkButton href="/code" variant="primary" size="lg" wide className="mt-3">
        {t("check.haveCode")}
      </LinkButton>
    </AuthCard>
  );
}

/** Of a plan that runs: a pause, and whether there is a newer version. */
function Running({ check: { locale, number, newestNumber, pause } }: { check: PaperCheck }) {
  const t = translator(locale, "document");
  const isNewest = number === newestNumber;
  const until = pause?.until;
  return (
    <>
      {pause && (
        <Notice
          tone="marigold"
          title={
            until ? t("check.pausedUntil", { date: longDate(until, locale) }) : t("check.paused")
          }
        >
          {t("check.pausedText")}
        </Notice>
      )}
      <Notice
        tone={isNewest ? "spruce" : "marigold"}
        title={isNewest ? t("check.isNewest") : t("check.isOld", { n: newestNumber })}
      >
        {!isNewest && t("check.useNewest")}
      </Notice>
    </>
  );
}
