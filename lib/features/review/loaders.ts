import "server-only";
import { cache } from "react";
import { requireRecord } from "../../auth/viewer";
import { orNotFound } from "../../errors/or-not-found";
import { loadPatient } from "../patients/loaders";
import type { SessionHistory } from "./history";
import { sessionHistory } from "./history-queries";
import type { PatientReview } from "./review";
import { reviewOfPatient } from "./review-queries";
import { historyMonth, reviewPeriod } from "./schema";

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
