import type { Metadata } from "next";
import { CopyVersion } from "@/lib/features/plans/components/copy-version";
import { PlanSheet } from "@/lib/features/plans/components/plan-sheet";
import { PrintButton } from "@/lib/features/plans/components/print/print-button";
import { SheetPictures } from "@/lib/features/plans/components/sheet-figure";
import { VersionTemplateButton } from "@/lib/features/plans/components/version-template-button";
import { loadPlanVersion } from "@/lib/features/plans/document-loaders";
import { LOCALES } from "@/lib/i18n/locale";
import { MessageProvider } from "@/lib/i18n/message-provider";
import { messagesOf } from "@/lib/i18n/messages";
import { translator } from "@/lib/i18n/translator";
import { LinkButton } from "@/lib/ui/button";
import { ChipLink, ChipRow } from "@/lib/ui/chip";
import { Notice } from "@/lib/ui/notice";
import { PageHeader } from "@/lib/ui/page-header";

interface Props {
  params: Promise<{ planId: string; number: string }>;
  searchParams: Promise<{ locale?: string | string[] }>;
}

const t = translator("en", "document");

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: t("version", { n: Number((await params).number) }) };
}

function oneOf(value: string | string[] | undefined): string | null {
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

export default async function PlanVersionPage({ params, searchParams }: Props) {
  const { planId, number } = await params;
  const locale = oneOf((await searchParams).locale);
  const version = await loadPlanVersion(planId, number, locale);
  const { document, newestNumber, patientId, patientName, patientLanguage, qr } = version;
  const figures = new Map(document.exercises.map((e) => [e.prescribedId, e.figure]));
  const here = `/plans/${planId}/versions/${number}`;
  return (
    <div className="mx-auto max-w-[52rem] print:max-w-none">
      <div className="print:hidden">
        <PageHeader
          title={t("page.title", { n: document.versionNumber, name: patientName })}
          subtitle={document.title}
          breadcrumbLabel={t("page.where")}
          breadcrumb={[
            { href: "/caseload", label: t("page.caseload") },
            { href: `/patients/${patientId}/plan`, label: patientName },
          ]}
          actions={
            <>
              <MessageProvider locale="en" messages={{ handout: messagesOf("en").handout }}>
                <CopyVersion
                  planId={planId}
                  number={document.versionNumber}
                  patientLanguage={patientLanguage}
                />
              </MessageProvider>
              <VersionTemplateButton
                document={document}
                patientName={patientName}
                language={patientLanguage}
              />
              <PrintButton
                of={{
                  planId,
                  number: document.versionNumber,
                  locale: document.locale,
                  paperSize: document.paperSize,
                }}
                button={{ variant: "primary" }}
              />
            </>
          }
        >
          <ChipRow label={t("page.language")}>
            {LOCALES.map((choice) => (
              <ChipLink
                key={choice}
                href={`${here}?locale=${choice}`}
                selected={choice === document.locale}
              >
                {t(`page.${choice}`)}
              </ChipLink>
            ))}
          </ChipRow>
        </PageHeader>
      </div>
      {newestNumber > document.versionNumber && (
        <Notice
          tone="marigold"
          className="mb-6 print:hidden"
          title={t("page.newer", { n: newestNumber })}
          actions={
            <LinkButton size="sm" href={`/plans/${planId}/versions/${newestNumber}`}>
              {t("page.openNewest", { n: newestNumber })}
            </LinkButton>
          }
        />
      )}
      <div className="rounded-card border border-line bg-surface p-5 sm:p-10 print:border-0 print:p-0">
        <PlanSheet
          document={document}
          figureOf={(exercise) => (
            <SheetPictures
              exercise={exercise}
              figure={figures.get(exercise.prescribedId) ?? null}
              locale={document.locale}
            />
          )}
          qr={qr}
        />
      </div>
      <p className="mt-4 text-sm text-secondary print:hidden">{t("page.accessible")}</p>
    </div>
  );
}
