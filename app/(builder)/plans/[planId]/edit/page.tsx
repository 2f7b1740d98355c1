import type { Metadata } from "next";
import { PlanBuilder } from "@/lib/features/plans/components/builder/plan-builder";
import { loadBuilder } from "@/lib/features/plans/loaders";
import { MessageProvider } from "@/lib/i18n/message-provider";
import { messagesOf } from "@/lib/i18n/messages";
import { translator } from "@/lib/i18n/translator";

export function generateMetadata(): Metadata {
  return { title: translator("en", "plans")("builder.pageTitle") };
}

export default async function EditPlanPage({ params }: { params: Promise<{ planId: string }> }) {
  const data = await loadBuilder((await params).planId);
  const { handout, plans, structure, templates } = messagesOf("en");
  // What the patient sees is previewed in the patient's language.
  const { portal } = messagesOf(data.sheet.locale);
  return (
    <MessageProvider
      locale="en"
      messages={{ handout, plans, portal, structure, templates }}
      timeZone={data.clinicZone}
    >
      <PlanBuilder key={data.planId} data={data} />
    </MessageProvider>
  );
}
