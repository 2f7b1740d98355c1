import { patientCondition } from "../../../db/schema/patient";
import type { RecordAccess } from "../../auth/access";
import { removeRow } from "./remove-row";

/** Takes a condition off the record; its row stays as removed. Throws `NotFound` for another record's row. */
export function removeCondition(
  access: RecordAccess<"edit-record">,
  rowId: unknown,
  now: Date,
): Promise<void> {
  const audit = { action: "patient.remove-condition", subjectKind: "condition" } as const;
  return removeRow(access, patientCondition, rowId, audit, now);
}
