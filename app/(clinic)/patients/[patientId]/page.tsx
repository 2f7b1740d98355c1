import type { Metadata } from "next";
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
  return <Overview view={await loadReview(patientId, period)} />;
}
