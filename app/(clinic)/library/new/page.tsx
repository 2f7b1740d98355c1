import type { Metadata } from "next";
import { ExerciseForm } from "@/lib/features/library/components/editor/exercise-form";
import { loadNewExercise } from "@/lib/features/library/loaders";
import { MessageProvider } from "@/lib/i18n/message-provider";
import { messagesOf } from "@/lib/i18n/messages";
import { translator } from "@/lib/i18n/translator";
import { Notice } from "@/lib/ui/notice";
import { PageHeader } from "@/lib/ui/page-header";

export const metadata: Metadata = { title: "New exercise" };

export default async function NewExercisePage({
  searchParams,
}: {
  searchParams: Promise<{ copy?: string | string[] }>;
}) {
  const { copy } = await searchParams;
  const data = await loadNewExercise(typeof copy === "string" ? copy : null);
  const t = translator("en", "library");
  const { library, plans, media } = messagesOf("en");
  const { source } = data;
  return (
    <MessageProvider locale="en" messages={{ library, plans, media }}>
      <PageHeader
        title={source ? t("editor.copyTitle", { name: source.name }) : t("editor.newTitle")}
        subtitle={source ? t("editor.copyLead") : t("editor.newLead")}
        breadcrumb={[
          { href: "/library", label: t("page.library") },
          ...(source ? [{ href: `/library/${source.slug}`, label: source.name }] : []),
        ]}
        breadcrumbLabel={t("page.breadcrumb")}
      />
      {source?.isAvoided && (
        <Notice tone="clay" className="mb-4" title={t("page.avoidTitle")}>
          {t("editor.copyAvoided")}
        </Notice>
      )}
      <ExerciseForm key={source?.slug ?? "new"} data={data} />
    </MessageProvider>
  );
}
