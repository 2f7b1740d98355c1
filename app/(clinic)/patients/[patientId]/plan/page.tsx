import type { Metadata } from "next";
import { PlanHandOverCard } from "@/lib/features/invitations/components/plan-hand-over-card";
import { PlanTab } from "@/lib/features/plans/components/tab/plan-tab";
import { loadPlanOverview, loadTemplateChoices } from "@/lib/features/plans/loaders";
import { translator } from "@/lib/i18n/translator";

export function generateMetadata(): Metadata {
  return { title: translator("en", "plans")("tab.pageTitle") };
}

export default async function PlanPage({ params }: { params: Promise<{ patientId: string }> }) {
  const { patientId } = await params;
  const overview = await loadPlanOverview(patientId);
  const makesPlan = !overview.active && !overview.isArchived;
  const templates = makesPlan ? await loadTemplateChoices(patientId) : [];
  const { active } = overview;
  return (
    <PlanTab
      overview={overview}
      templates={templates}
      handOver={
        active?.current && <PlanHandOverCard patientId={patientId} planId={active.planId} />
      }
    />
  );
}
