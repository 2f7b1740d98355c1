import Link from "next/link";
import { LanguageSwitch } from "@/lib/features/account/components/language-switch";
import { loadLanding } from "@/lib/features/account/loaders";
import { translator } from "@/lib/i18n/translator";
import { LinkButton } from "@/lib/ui/button";
import { PublicPage } from "@/lib/ui/public-page";

export default async function LandingPage() {
  const { locale } = await loadLanding();
  const t = translator(locale, "account.landing");
  return (
    <div lang={locale}>
      <PublicPage
        wide
        name={translator(locale, "common")("product")}
        homeHref="/"
        skipLabel={translator(locale, "account")("skip")}
        actions={<LanguageSwitch locale={locale} />}
        footer={
          <Link href="/privacy" className="underline underline-offset-4 hover:text-ink">
            {t("privacy")}
          </Link>
        }
      >
        <div className="grid items-center gap-x-16 gap-y-12 py-4 sm:py-10 lg:grid-cols-[1fr_25rem]">
          <div>
            <h1 className="max-w-[16ch] text-3xl sm:text-[2.75rem] sm:leading-[1.1]">
              {t("title")}
            </h1>
            <p className="mt-5 max-w-[34rem] text-lg text-secondary">{t("lead")}</p>
            <div className="mt-10 grid gap-x-10 gap-y-8 sm:grid-cols-2">
              <section className="flex flex-col items-start border-t border-line pt-5">
                <h2 className="text-lg">{t("patientTitle")}</h2>
                <p className="mt-1.5 mb-5 text-secondary">{t("patientText")}</p>
                <LinkButton href="/code" variant="primary" size="lg" className="mt-auto">
                  {t("patientAction")}
                </LinkButton>
              </section>
              <section className="flex flex-col items-start border-t border-line pt-5">
                <h2 className="text-lg">{t("clinicTitle")}</h2>
                <p className="mt-1.5 mb-5 text-secondary">{t("clinicText")}</p>
                <LinkButton href="/sign-in" size="lg" className="mt-auto">
                  {t("clinicAction")}
                </LinkButton>
              </section>
            </div>
          </div>
          <SamplePlan
            title={t("sampleTitle")}
            rule={t("sampleRule")}
            rows={[
              { name: t("sampleOneName"), dose: t("sampleOneDose") },
              { name: t("sampleTwoName"), dose: t("sampleTwoDose") },
            ]}
          />
        </div>
      </PublicPage>
    </div>
  );
}

function SamplePlan(props: {
  title: string;
  rule: string;
  rows: { name: string; dose: string }[];
}) {
  return (
    <figure className="max-lg:max-w-[34rem]">
      <div className="rounded-card border border-line bg-surface p-6">
        <ol className="divide-y divide-line">
          {props.rows.map((row, i) => (
            <li key={row.name} className="flex gap-4 py-4 first:pt-0">
              <span className="text-lg font-bold text-spruce tabular-nums">{i + 1}</span>
              <span>
                <span className="block text-lg font-semibold">{row.name}</span>
                <span className="block text-secondary tabular-nums">{row.dose}</span>
              </span>
            </li>
          ))}
        </ol>
        <p className="mt-1 rounded-control bg-marigold-tint px-3.5 py-3 text-marigold">
          {props.rule}
        </p>
      </div>
      <figcaption className="mt-3 text-sm text-secondary">{props.title}</figcaption>
    </figure>
  );
}
