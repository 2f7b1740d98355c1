import type { Metadata } from "next";
import { SessionDays } from "@/lib/features/review/components/session-days";
import { loadSessionHistory } from "@/lib/features/review/loaders";

export const metadata: Metadata = { title: "Sessions" };

export default async function SessionsPage({
  params,
  searchParams,
}: {
  params: Promise<{ patientId: string }>;
  searchParams: Promise<{ month?: string | string[] }>;
}) {
  const [{ patientId }, { month }] = await Promise.all([params, searchParams]);
  return <SessionDays history={await loadSessionHistory(patientId, month)} />;
}
