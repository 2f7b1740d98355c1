import { inScope } from "../../../db/client";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { NotFound } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { readVersionContent } from "./draft-queries";
import { draftAtRevision, lockPlan, refuseEnded } from "./lock-plan";
import type { DraftSaved } from "./save-draft";
import { copyVersionInput } from "./schema";
import { writeDraft } from "./write-draft";

/**
 * Copies an earlier version of the plan into its draft; lines keep their ids. Throws `NotFound` when
 * there is no such version, `Conflict` with the draft that stands when `revision` is an older one.
 */
export async function startDraftFromVersion(
  access: ClinicAccess<"prescribe">,
  input: unknown,
  now: Date,
): Promise<DraftSaved> {
  const { planId, revision, number } = parse(copyVersionInput, input);
  return inScope(access.scope, async (tx) => {
    const locked = await lockPlan(tx, access, planId, now);
    refuseEnded(locked);
    await draftAtRevision(tx, locked, revision);
    const content = await readVersionContent(tx, locked, number);
    if (!content) throw new NotFound();
    const saved = { revision: revision + 1, updatedAt: now };
    await writeDraft(tx, locked, content, { ...saved, basedOn: number, updatedBy: access.userId });
    await recordAudit(tx, access, {
      action: "plan.save-draft",
      subjectKind: "plan",
      subjectId: planId,
      patientId: locked.patientId,
      fields: ["copied-version"],
    });
    return saved;
  });
}
