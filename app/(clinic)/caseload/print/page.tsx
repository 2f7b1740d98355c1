import type { Metadata } from "next";
import { PrintPlans } from "@/lib/features/plans/components/print/print-plans";
import { loadPrintList } from "@/lib/features/plans/print-loaders";
import { MessageProvider } from "@/lib/i18n/message-provider";
import { messagesOf } from "@/lib/i18n/messages";
import { translator } from "@/lib/i18n/translator";
import { EmptyState } from "@/lib/ui/empty-state";
import { PageHeader } from "@/lib/ui/page-header";

const t = translator("en", "handout.print");

export const metadata: Metadata = { title: t("title") };

export default async function PrintPlansPage() {
  const list = await loadPrintList();
  return (
    <MessageProvider locale="en" messages={{ handout: messagesOf("en").handout }}>
      <PageHeader
        title={t("title")}
        subtitle={t("subtitle")}
        breadcrumbLabel={t("where")}
        breadcrumb={[{ href: "/caseload", label: t("caseload") }]}
      />
      {list.rows.length > 0 ? (
        <PrintPlans list={list} />
      ) : (
        <EmptyState icon="print" title={t("emptyTitle")}>
          {t("emptyText")}
        </EmptyState>
      )}
    </MessageProvider>
  );
}
