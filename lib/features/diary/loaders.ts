import "server-only";
import { notFound } from "next/navigation";
import { requireRecord } from "../../auth/viewer";
import { NotFound, Refused } from "../../errors/app-error";
import { loadPatient } from "../patients/loaders";
import type { DiaryWeek } from "./diary";
import { diaryWeek } from "./diary-queries";
import { diaryWeekAsked } from "./schema";

/** A week of a patient to type a diary into; `week` as in the address. Not found for other clinics' patients. */
export async function loadDiary(patientId: string, week: unknown): Promise<DiaryWeek> {
  try {
    const access = await requireRecord(patientId, "enter-diary");
    await loadPatient(patientId);
    return await diaryWeek(access, { week: diaryWeekAsked.parse(week), now: new Date() });
  } catch (error) {
    if (error instanceof NotFound || error instanceof Refused) notFound();
    throw error;
  }
}
