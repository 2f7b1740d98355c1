import { and, count, eq, isNull } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { newId } from "../../../db/id";
import { goal } from "../../../db/schema/patient";
import { recordAudit } from "../../audit/record";
import type { RecordAccess } from "../../auth/access";
import { GOALS_MAX } from "../../domain/patient/record-bounds";
import { Invalid } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { openRecord } from "./open-record";
import { goalInput } from "./schema";

/** Writes down a goal in the patient's own words. Throws `Invalid` by field. */
export async function addGoal(
  access: RecordAccess<"edit-record">,
  input: unknown,
  now: Date,
): Promise<string> {
  const { text } = parse(goalInput, input);
  const { clinicId, patientId, userId } = access;
  return inScope(access.scope, async (tx) => {
    await openRecord(tx, access);
    const [standing] = await tx
      .select({ goals: count() })
      .from(goal)
      .where(
        and(eq(goal.clinicId, clinicId), eq(goal.patientId, patientId), isNull(goal.removedAt)),
      );
    if ((standing?.goals ?? 0) >= GOALS_MAX)
      throw new Invalid({ text: `A record holds at most ${GOALS_MAX} goals.` });
    const id = newId(now.getTime());
    await tx
      .insert(goal)
      .values({ clinicId, id, patientId, text, createdBy: userId, createdAt: now });
    await recordAudit(tx, access, {
      action: "patient.add-goal",
      subjectKind: "goal",
      subjectId: id,
    });
    return id;
  });
}
