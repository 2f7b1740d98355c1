import type { Metadata } from "next";
import { CaseloadFilters } from "@/lib/features/patients/components/caseload-filters";
import { CaseloadList } from "@/lib/features/patients/components/caseload-list";
import { rowWords } from "@/lib/features/patients/components/row-words";
import { loadCaseload } from "@/lib/features/patients/loaders";
import { longDate } from "@/lib/i18n/date-words";
import { MessageProvider } from "@/lib/i18n/message-provider";
import { messagesOf } from "@/lib/i18n/messages";
import { translator } from "@/lib/i18n/translator";
import { LinkButton } from "@/lib/ui/button";
import { EmptyState } from "@/lib/ui/empty-state";

export const metadata: Metadata = { title: "Caseload" };

export default async function CaseloadPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const page = await loadCaseload(await searchParams);
  const t = translator("en", "patients.caseload");
  const { counts, input, showsClinical, pageSize } = page;
  const date = longDate(page.today, "en");
  const isNew = page.people === 0;
  return (
    <MessageProvider locale="en" messages={{ patients: messagesOf("en").patients }}>
      <CaseloadList
        key={`${input.filter} ${input.sort} ${input.therapistId}`}
        rows={page.rows.map((row) => rowWords(row, page))}
        facts={page.facts}
        pageSize={pageSize}
        showsClinical={showsClinical}
        title={t("title")}
        subtitle={
          showsClinical
            ? t("subtitle", { date, onPlan: counts.plan ?? 0 })
            : t("subtitleContacts", { date, people: counts.all ?? 0 })
        }
        filters={
          !isNew && (
            <CaseloadFilters
              input={input}
              counts={counts}
              therapists={page.therapists}
              showsClinical={showsClinical}
            />
          )
        }
        empty={
          isNew ? (
            <EmptyState title={t("emptyTitle")} icon="person">
              {t("emptyText")}
            </EmptyState>
          ) : (
            <EmptyState
              title={t("filterEmptyTitle")}
              action={<LinkButton href="/caseload">{t("filterEmptyAction")}</LinkButton>}
            >
              {t(`filterEmpty.${input.filter}`)}
            </EmptyState>
          )
        }
      />
    </MessageProvider>
  );
}
