import { and, asc, eq, isNull } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { patientCondition } from "../../../db/schema/patient";
import type { RecordAccess } from "../../auth/access";
import type { LocalDate } from "../../domain/calendar/local-date";
import { CONDITIONS_MAX } from "../../domain/patient/record-bounds";
import { Invalid } from "../../errors/app-error";
import type { ConditionInput } from "./schema";

/** The rows that stand on the record, ended conditions included. */
export async function standingConditions(
  tx: Tx,
  { clinicId, patientId }: Pick<RecordAccess, "clinicId" | "patientId">,
) {
  return tx
    .select()
    .from(patientCondition)
    .where(
      and(
        eq(patientCondition.clinicId, clinicId),
        eq(patientCondition.patientId, patientId),
        isNull(patientCondition.removedAt),
      ),
    )
    .orderBy(asc(patientCondition.createdAt), asc(patientCondition.id));
}

type StandingRow = Awaited<ReturnType<typeof standingConditions>>[number];

/** Throws `Invalid` for a condition that does not fit the person, the record, or what already stands on it. */
export function requireFitting(
  wanted: ConditionInput,
  birthOn: LocalDate,
  others: readonly StandingRow[],
): void {
  const early = (["onsetOn", "surgeryOn", "endedOn"] as const).find((field) => {
    const on = wanted[field];
    return on !== null && on < birthOn;
  });
  if (early) throw new Invalid({ [early]: "That is before the patient was born." });
  const twin = others.some(
    (row) =>
      row.conditionId === wanted.conditionId &&
      row.side === wanted.side &&
      row.site === wanted.site &&
      row.endedOn === null &&
      wanted.endedOn === null,
  );
  if (twin) throw new Invalid({ conditionId: "This condition is on the record already." });
  if (others.length >= CONDITIONS_MAX)
    throw new Invalid({ conditionId: `A record holds at most ${CONDITIONS_MAX} conditions.` });
}
