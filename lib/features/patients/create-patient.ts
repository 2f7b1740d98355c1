import { inScope } from "../../../db/client";
import { newId } from "../../../db/id";
import { patient } from "../../../db/schema/patient";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { Invalid } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { type DuplicateCandidate, findDuplicates } from "./duplicate-queries";
import { RECORD_NUMBER_TAKEN, recordNumberTaken, requireTherapist } from "./open-record";
import { createPatientInput } from "./schema";

/** `created`, or the look-alikes that were not shown yet: then nothing was saved. */
export type CreatedPatient =
  | { readonly kind: "created"; readonly patientId: string }
  | { readonly kind: "duplicates"; readonly candidates: readonly DuplicateCandidate[] };

/**
 * Puts a new person on the clinic's list. People who look like them are answered first; naming them in
 * `knownDuplicates` goes on deliberately. Throws `Invalid` by field; a record number is never given twice.
 */
export async function createPatient(
  access: ClinicAccess<"edit-patient">,
  input: unknown,
  now: Date,
): Promise<CreatedPatient> {
  const { knownDuplicates, ...contact } = parse(createPatientInput(now), input);
  const { clinicId, userId } = access;
  try {
    return await inScope(access.scope, async (tx) => {
      const [candidates] = await Promise.all([
        findDuplicates(tx, clinicId, contact),
        requireTherapist(tx, access, contact.therapistId),
      ]);
      if (candidates.some(({ id }) => !knownDuplicates.includes(id)))
        return { kind: "duplicates", candidates };
      if (candidates.some(({ reasons }) => reasons.includes("recordNumber")))
        throw new Invalid({ recordNumber: RECORD_NUMBER_TAKEN });
      const patientId = newId(now.getTime());
      await tx
        .insert(patient)
        .values({ ...contact, clinicId, id: patientId, createdBy: userId, createdAt: now });
      await recordAudit(tx, access, {
        action: "patient.create",
        subjectKind: "patient",
        subjectId: patientId,
        patientId,
      });
      return { kind: "created", patientId };
    });
  } catch (error) {
    throw recordNumberTaken(error);
  }
}
