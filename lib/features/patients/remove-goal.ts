import { goal } from "../../../db/schema/patient";
import type { RecordAccess } from "../../auth/access";
import { removeRow } from "./remove-row";

/** Takes a goal off the record; its row stays as removed. Throws `NotFound` for another record's row. */
export function removeGoal(
  access: RecordAccess<"edit-record">,
  rowId: unknown,
  now: Date,
): Promise<void> {
  const audit = { action: "patient.remove-goal", subjectKind: "goal" } as const;
  return removeRow(access, goal, rowId, audit, now);
}
