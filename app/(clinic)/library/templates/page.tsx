import type { Metadata } from "next";
import { LibraryTabs } from "@/lib/features/library/components/library-tabs";
import { TemplateCards } from "@/lib/features/templates/components/template-cards";
import { loadTemplates } from "@/lib/features/templates/loaders";
import { translator } from "@/lib/i18n/translator";
import { EmptyState } from "@/lib/ui/empty-state";
import { PageHeader } from "@/lib/ui/page-header";

export function generateMetadata(): Metadata {
  return { title: translator("en", "templates.list")("pageTitle") };
}

export default async function TemplatesPage() {
  const templates = await loadTemplates();
  const t = translator("en", "templates.list");
  return (
    <>
      <PageHeader title={t("title")} subtitle={t("subtitle", { count: templates.length })}>
        <LibraryTabs />
      </PageHeader>
      {templates.length === 0 ? (
        <EmptyState title={t("emptyTitle")} icon="list">
          {t("emptyText")}
        </EmptyState>
      ) : (
        <section aria-label={t("label")}>
          <TemplateCards items={templates} />
        </section>
      )}
    </>
  );
}
