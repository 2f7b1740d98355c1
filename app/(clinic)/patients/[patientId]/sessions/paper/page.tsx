import type { Metadata } from "next";
import { DiaryPage } from "@/lib/features/diary/components/diary-page";
import { loadDiary } from "@/lib/features/diary/loaders";
import { translator } from "@/lib/i18n/translator";

export function generateMetadata(): Metadata {
  return { title: translator("en", "diary")("pageTitle") };
}

export default async function PaperDiaryPage({
  params,
  searchParams,
}: {
  params: Promise<{ patientId: string }>;
  searchParams: Promise<{ week?: string | string[] }>;
}) {
  const [{ patientId }, { week }] = await Promise.all([params, searchParams]);
  return <DiaryPage week={await loadDiary(patientId, week)} />;
}
