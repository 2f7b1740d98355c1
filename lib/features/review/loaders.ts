import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requireRecord } from "../../auth/viewer";
import { NotFound, Refused } from "../../errors/app-error";
import { loadPatient } from "../patients/loaders";
import type { SessionHistory } from "./history";
import { sessionHistory } from "./history-queries";
import type { PatientReview } from "./review";
import { reviewOfPatient } from "./review-queries";
import { historyMonth, reviewPeriod } from "./schema";

/** Other clinics' patients are not found, and so is the whole page for roles that see no record. */
async function orNotFound<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotFound || error instanceof Refused) notFound();
    throw error;
  }
}

/** The overview of a patient; `period` as in the address, anything unknown is 12 weeks. */
export const loadReview = cache((patientId: string, period: unknown): Promise<PatientReview> => {
  return orNotFound(async () => {
    const access = await requireRecord(patientId, "view-record");
    // The header of the same request writes the look down; after it, one look stays one row.
    await loadPatient(patientId);
    return reviewOfPatient(access, { period: reviewPeriod.parse(period), now: new Date() });
  });
});

/** One month of what the patient logged; `month` as in the address, else that of the newest log. */
export const loadSessionHistory = cache(
  (patientId: string, month: unknown): Promise<SessionHistory> => {
    return orNotFound(async () => {
      const access = await requireRecord(patientId, "view-record");
      await loadPatient(patientId);
      return sessionHistory(access, {
        month: historyMonth.parse(month) ?? null,
        now: new Date(),
      });
    });
  },
);
