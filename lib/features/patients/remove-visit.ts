import { visit } from "../../../db/schema/patient";
import type { RecordAccess } from "../../auth/access";
import { removeRow } from "./remove-row";

/** Takes a visit off the record; its row stays as removed. Throws `NotFound` for another record's row. */
export function removeVisit(
  access: RecordAccess<"edit-patient">,
  rowId: unknown,
  now: Date,
): Promise<void> {
  const audit = { action: "patient.remove-visit", subjectKind: "visit" } as const;
  return removeRow(access, visit, rowId, audit, now);
}
