import type { Metadata } from "next";
import {
  BasisCard,
  ForWhomCard,
  NoteCard,
  TemplateStanding,
} from "@/lib/features/templates/components/template-facts";
import { TemplateLines } from "@/lib/features/templates/components/template-lines";
import { TemplateRuleList } from "@/lib/features/templates/components/template-rule-list";
import { TemplateToolbar } from "@/lib/features/templates/components/template-toolbar";
import { UseTemplateButton } from "@/lib/features/templates/components/use-template-button";
import { loadTemplate } from "@/lib/features/templates/loaders";
import { MessageProvider } from "@/lib/i18n/message-provider";
import { messagesOf } from "@/lib/i18n/messages";
import { translator } from "@/lib/i18n/translator";
import { PageHeader } from "@/lib/ui/page-header";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadTemplate((await params).id)).template.name };
}

export default async function TemplatePage({ params }: Props) {
  const { template, mayPrescribe, mayCopy, mayChange } = await loadTemplate((await params).id);
  const t = translator("en", "templates.page");
  const { burden, id, name, isRetired } = template;
  return (
    <>
      <PageHeader
        title={<span className="wrap-anywhere">{name}</span>}
        breadcrumb={[
          { href: "/library", label: t("library") },
          { href: "/library/templates", label: t("templates") },
        ]}
        breadcrumbLabel={t("breadcrumb")}
        subtitle={t("subtitle", {
          count: burden.exerciseCount,
          session: burden.minutesPerSession,
          day: burden.minutesPerDay,
        })}
        actions={
          <MessageProvider locale="en" messages={{ templates: messagesOf("en").templates }}>
            <TemplateToolbar
              templateId={id}
              name={name}
              isRetired={isRetired}
              mayCopy={mayCopy}
              mayChange={mayChange}
            />
            {mayPrescribe && burden.exerciseCount > 0 && <UseTemplateButton templateId={id} />}
          </MessageProvider>
        }
      />
      <TemplateStanding template={template} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
        <div className="grid min-w-0 gap-4">
          <ForWhomCard template={template} />
          <TemplateLines lines={template.lines} />
          <TemplateRuleList lines={template.lines} />
        </div>
        <div className="grid min-w-0 gap-4">
          <NoteCard template={template} />
          <BasisCard template={template} />
        </div>
      </div>
    </>
  );
}
