import type { Metadata } from "next";
import { StandingNotice } from "@/lib/features/plans/components/standing-notice";
import { loadPlanStanding } from "@/lib/features/plans/loaders";
import { Overview } from "@/lib/features/review/components/overview";
import { loadReview } from "@/lib/features/review/loaders";

export const metadata: Metadata = { title: "Overview" };

export default async function OverviewPage({
  params,
  searchParams,
}: {
  params: Promise<{ patientId: string }>;
  searchParams: Promise<{ period?: string | string[] }>;
}) {
  const [{ patientId }, { period }] = await Promise.all([params, searchParams]);
  const [view, standing] = await Promise.all([
    loadReview(patientId, period),
    loadPlanStanding(patientId),
  ]);
  return (
    <div className="grid gap-4">
      <StandingNotice standing={standing} />
      <Overview view={view} />
    </div>
  );
}
