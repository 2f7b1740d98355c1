import type { Metadata } from "next";
import { ExerciseForm } from "@/lib/features/library/components/editor/exercise-form";
import { loadExercise, loadExerciseEditor } from "@/lib/features/library/loaders";
import { MessageProvider } from "@/lib/i18n/message-provider";
import { messagesOf } from "@/lib/i18n/messages";
import { translator } from "@/lib/i18n/translator";
import { PageHeader } from "@/lib/ui/page-header";

export const metadata: Metadata = { title: "Edit exercise" };

export default async function EditExercisePage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const data = await loadExerciseEditor(slug);
  const { name } = await loadExercise(slug);
  const t = translator("en", "library");
  const { library, plans, media } = messagesOf("en");
  return (
    <MessageProvider locale="en" messages={{ library, plans, media }}>
      <PageHeader
        title={t("editor.editTitle", { name })}
        subtitle={t("editor.editLead")}
        breadcrumb={[
          { href: "/library", label: t("page.library") },
          { href: `/library/${slug}`, label: name },
        ]}
        breadcrumbLabel={t("page.breadcrumb")}
      />
      <ExerciseForm key={`${slug} ${data.exercise.revision}`} data={data} />
    </MessageProvider>
  );
}
