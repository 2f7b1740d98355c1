import type { Metadata } from "next";
import { loadClinicFrame } from "@/lib/features/clinic/loaders";
import { ImportWorkbench } from "@/lib/features/library/components/import/import-workbench";
import { PastImports } from "@/lib/features/library/components/import/past-imports";
import { loadImports } from "@/lib/features/library/import-loaders";
import { MessageProvider } from "@/lib/i18n/message-provider";
import { messagesOf } from "@/lib/i18n/messages";
import { translator } from "@/lib/i18n/translator";
import { PageHeader } from "@/lib/ui/page-header";

export const metadata: Metadata = { title: "Import exercises" };

export default async function ImportPage() {
  const [rows, { timeZone }] = await Promise.all([loadImports(), loadClinicFrame()]);
  const t = translator("en", "imports");
  return (
    <>
      <PageHeader
        breadcrumb={[{ href: "/library", label: t("library") }]}
        breadcrumbLabel={t("breadcrumb")}
        title={t("title")}
        subtitle={<span className="block max-w-[72ch]">{`${t("subtitle")} ${t("notReady")}`}</span>}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <MessageProvider locale="en" messages={{ imports: messagesOf("en").imports }}>
          <ImportWorkbench />
          <PastImports rows={rows} timeZone={timeZone} />
        </MessageProvider>
      </div>
    </>
  );
}
