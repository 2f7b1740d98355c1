import type { Metadata } from "next";
import { loadPaperCheck } from "@/lib/features/plans/document-loaders";
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
  const { locale, number, newestNumber } = await loadPaperCheck(token, version);
  const t = translator(locale, "document");
  const isNewest = number === newestNumber;
  return (
    <AuthCard
      large
      name={translator(locale, "common")("product")}
      title={t("check.paper", { n: number })}
      footer={t("check.noCode")}
    >
      <Notice
        tone={isNewest ? "spruce" : "marigold"}
        title={isNewest ? t("check.isNewest") : t("check.isOld", { n: newestNumber })}
      >
        {!isNewest && t("check.useNewest")}
      </Notice>
      <h2 className="mt-8 text-lg">{t("check.getIn")}</h2>
      <LinkButton href="/code" variant="primary" size="lg" wide className="mt-3">
        {t("check.haveCode")}
      </LinkButton>
    </AuthCard>
  );
}
