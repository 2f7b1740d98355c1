import { inScope } from "../../../db/client";
import { newId } from "../../../db/id";
import { patientCondition } from "../../../db/schema/patient";
import { recordAudit } from "../../audit/record";
import type { RecordAccess } from "../../auth/access";
import { parse } from "../../errors/parse";
import { requireFitting, standingConditions } from "./condition-rows";
import { openRecord } from "./open-record";
import { conditionInput } from "./schema";

/** Puts a condition on the record; from now on the precaution check reads it. Throws `Invalid` by field. */
export async function addCondition(
  access: RecordAccess<"edit-record">,
  input: unknown,
  now: Date,
): Promise<string> {
  const wanted = parse(conditionInput(now), input);
  const { clinicId, patientId, userId } = access;
  return inScope(access.scope, async (tx) => {
    const { birthOn } = await openRecord(tx, access);
    requireFitting(wanted, birthOn, await standingConditions(tx, access));
    const id = newId(now.getTime());
    await tx
      .insert(patientCondition)
      .values({ ...wanted, clinicId, id, patientId, createdBy: userId, createdAt: now });
    await recordAudit(tx, access, {
      action: "patient.add-condition",
      subjectKind: "condition",
      subjectId: id,
    });
    return id;
  });
}
