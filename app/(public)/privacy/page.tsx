import type { Metadata } from "next";
import { LanguageSwitch } from "@/lib/features/account/components/language-switch";
import { PRIVACY_SECTIONS, PRIVACY_VERSION } from "@/lib/features/account/privacy";
import { requestLocale } from "@/lib/i18n/request-locale";
import { translator } from "@/lib/i18n/translator";
import { PublicPage } from "@/lib/ui/public-page";

export const metadata: Metadata = { title: "Privacy" };

export default async function PrivacyPage() {
  const locale = await requestLocale();
  const t = translator(locale, "account");
  return (
    <div lang={locale}>
      <PublicPage
        name={translator(locale, "common")("product")}
        homeHref="/"
        skipLabel={t("skip")}
        actions={<LanguageSwitch locale={locale} />}
      >
        <h1 className="text-3xl">{t("privacy.title")}</h1>
        <p className="mt-3 text-lg text-secondary">{t("privacy.intro")}</p>
        {PRIVACY_SECTIONS.map((key) => (
          <section key={key} className="mt-8">
            <h2 className="text-xl">{t(`privacy.${key}.title`)}</h2>
            <p className="mt-2 text-lg">{t(`privacy.${key}.text`)}</p>
          </section>
        ))}
        <p className="mt-10 border-t border-line pt-4 text-sm text-secondary">
          {t("privacy.version", { version: PRIVACY_VERSION })}
        </p>
      </PublicPage>
    </div>
  );
}
