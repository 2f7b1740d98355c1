import { and, eq } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { newId } from "../../../db/id";
import { patientCondition } from "../../../db/schema/patient";
import { recordAudit } from "../../audit/record";
import { isId, type RecordAccess } from "../../auth/access";
import { NotFound } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { requireFitting, standingConditions } from "./condition-rows";
import { openRecord } from "./open-record";
import { type ConditionInput, conditionInput } from "./schema";

/**
 * Changes a condition: the old row stays as removed and a new one takes its place, so that the record can
 * always say what stood on it when a plan was checked. Returns the new row's id. Throws `NotFound` for a
 * row that is not on this record any more, `Invalid` by field.
 */
export async function updateCondition(
  access: RecordAccess<"edit-record">,
  rowId: unknown,
  input: unknown,
  now: Date,
): Promise<string> {
  if (!isId(rowId)) throw new NotFound();
  const wanted = parse(conditionInput(now), input);
  const { clinicId, patientId, userId } = access;
  return inScope(access.scope, async (tx) => {
    const { birthOn } = await openRecord(tx, access);
    const standing = await standingConditions(tx, access);
    const before = standing.find((row) => row.id === rowId);
    if (!before) throw new NotFound();
    const fields = (Object.keys(wanted) as (keyof ConditionInput)[]).filter(
      (field) => wanted[field] !== before[field],
    );
    if (fields.length === 0) return rowId;
    requireFitting(
      wanted,
      birthOn,
      standing.filter((row) => row.id !== rowId),
    );
    const id = newId(now.getTime());
    await tx
      .update(patientCondition)
      .set({ removedAt: now })
      .where(and(eq(patientCondition.clinicId, clinicId), eq(patientCondition.id, rowId)));
    await tx.insert(patientCondition).values({
      ...wanted,
      note: before.note,
      clinicId,
      id,
      patientId,
      createdBy: userId,
      createdAt: now,
    });
    await recordAudit(tx, access, {
      action: "patient.update-condition",
      subjectKind: "condition",
      subjectId: id,
      fields,
    });
    return id;
  });
}
