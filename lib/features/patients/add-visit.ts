import { and, eq, isNull } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { newId } from "../../../db/id";
import { visit } from "../../../db/schema/patient";
import { recordAudit } from "../../audit/record";
import type { RecordAccess } from "../../auth/access";
import { VISITS_MAX } from "../../domain/patient/record-bounds";
import { Invalid } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { openRecord } from "./open-record";
import { visitInput } from "./schema";

/** Writes down a visit at the clinic, past or to come; the time is the clinic's clock. Throws `Invalid` by field. */
export async function addVisit(
  access: RecordAccess<"edit-patient">,
  input: unknown,
  now: Date,
): Promise<string> {
  const wanted = parse(visitInput(now), input);
  const { clinicId, patientId, userId } = access;
  return inScope(access.scope, async (tx) => {
    const { birthOn } = await openRecord(tx, access);
    if (wanted.visitOn < birthOn)
      throw new Invalid({ visitOn: "That is before the patient was born." });
    const standing = await tx
      .select({ visitOn: visit.visitOn, visitTime: visit.visitTime })
      .from(visit)
      .where(
        and(eq(visit.clinicId, clinicId), eq(visit.patientId, patientId), isNull(visit.removedAt)),
      );
    if (standing.length >= VISITS_MAX)
      throw new Invalid({ visitOn: `A record holds at most ${VISITS_MAX} visits.` });
    if (standing.some((v) => v.visitOn === wanted.visitOn && v.visitTime === wanted.visitTime))
      throw new Invalid({ visitOn: "This visit is on the record already." });
    const id = newId(now.getTime());
    await tx
      .insert(visit)
      .values({ ...wanted, clinicId, id, patientId, createdBy: userId, createdAt: now });
    await recordAudit(tx, access, {
      action: "patient.add-visit",
      subjectKind: "visit",
      subjectId: id,
    });
    return id;
  });
}
