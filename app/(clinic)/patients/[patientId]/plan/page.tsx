import type { Metadata } from "next";
import { PlanTab } from "@/lib/features/plans/components/tab/plan-tab";
import { loadPlanOverview } from "@/lib/features/plans/loaders";
import { translator } from "@/lib/i18n/translator";

export function generateMetadata(): Metadata {
  return { title: translator("en", "plans")("tab.pageTitle") };
}

export default async function PlanPage({ params }: { params: Promise<{ patientId: string }> }) {
  return <PlanTab overview={await loadPlanOverview((await params).patientId)} />;
}
