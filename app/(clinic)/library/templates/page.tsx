import type { Metadata } from "next";
import { LibraryTabs } from "@/lib/features/library/components/library-tabs";
import { TemplateBrowser } from "@/lib/features/templates/components/template-browser";
import { TemplateFilters } from "@/lib/features/templates/components/template-filters";
import { loadTemplates } from "@/lib/features/templates/loaders";
import { MessageProvider } from "@/lib/i18n/message-provider";
import { messagesOf } from "@/lib/i18n/messages";
import { translator } from "@/lib/i18n/translator";
import { EmptyState } from "@/lib/ui/empty-state";
import { PageHeader } from "@/lib/ui/page-header";

export function generateMetadata(): Metadata {
  return { title: translator("en", "templates.list")("pageTitle") };
}

export default async function TemplatesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { list, templates, counts } = await loadTemplates((await searchParams).list);
  const t = translator("en", "templates.list");
  return (
    <>
      <PageHeader title={t("title")} subtitle={t("subtitle", { count: counts.all })}>
        <LibraryTabs />
      </PageHeader>
      <MessageProvider locale="en" messages={{ templates: messagesOf("en").templates }}>
        <TemplateBrowser
          key={list}
          items={templates}
          filters={<TemplateFilters list={list} counts={counts} />}
        />
      </MessageProvider>
      {templates.length === 0 && (
        <EmptyState title={t(`empty.${list}.title`)} icon="list">
          {t(`empty.${list}.text`)}
        </EmptyState>
      )}
    </>
  );
}
