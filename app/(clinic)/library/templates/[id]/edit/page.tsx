import type { Metadata } from "next";
import { TemplateEditor } from "@/lib/features/templates/components/editor/template-editor";
import { loadTemplateEditor } from "@/lib/features/templates/loaders";
import { MessageProvider } from "@/lib/i18n/message-provider";
import { messagesOf } from "@/lib/i18n/messages";
import { translator } from "@/lib/i18n/translator";
import { PageHeader } from "@/lib/ui/page-header";

export const metadata: Metadata = { title: "Edit template" };

export default async function EditTemplatePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const data = await loadTemplateEditor(id);
  const { name, revision } = data.template;
  const t = translator("en", "templates");
  const { templates, plans } = messagesOf("en");
  return (
    <MessageProvider locale="en" messages={{ templates, plans }}>
      <PageHeader
        title={<span className="wrap-anywhere">{t("editor.title", { name })}</span>}
        subtitle={t("editor.lead")}
        breadcrumb={[
          { href: "/library/templates", label: t("page.templates") },
          { href: `/library/templates/${id}`, label: name },
        ]}
        breadcrumbLabel={t("page.breadcrumb")}
      />
      <TemplateEditor key={`${id} ${revision}`} data={data} />
    </MessageProvider>
  );
}
