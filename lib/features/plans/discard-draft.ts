import { eq } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { clinic } from "../../../db/schema/clinic";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { PLAIN_PLAN } from "../../domain/plan/line";
import { NotFound } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { defaultAdvice } from "../advice/queries";
import type { DraftContent } from "./draft-content";
import { readVersionContent } from "./draft-queries";
import { defaultPainRule } from "./draft-rows";
import { draftAtRevision, type LockedPlan, lockPlan, refuseEnded } from "./lock-plan";
import type { DraftSaved } from "./save-draft";
import { draftRevisionInput } from "./schema";
import { writeDraft } from "./write-draft";

async function startingContent(tx: Tx, locked: LockedPlan): Promise<DraftContent> {
  if (locked.latestVersion > 0) {
    const latest = await readVersionContent(tx, locked, locked.latestVersion);
    if (!latest) throw new NotFound();
    return latest;
  }
  const [[row], advice] = await Promise.all([
    tx.select().from(clinic).where(eq(clinic.id, locked.clinicId)),
    defaultAdvice(tx),
  ]);
  return { ...PLAIN_PLAN, note: null, painRule: defaultPainRule(row), advice, lines: [] };
}

/**
 * Takes the draft back to the latest version; before the first one, to an empty plan with the
 * clinic's pain rule and the library's default advice. Throws `Conflict` with the draft that stands when `revision` is an older one.
 */
export async function discardDraft(
  access: ClinicAccess<"prescribe">,
  input: unknown,
  now: Date,
): Promise<DraftSaved> {
  const { planId, revision } = parse(draftRevisionInput, input);
  return inScope(access.scope, async (tx) => {
    const locked = await lockPlan(tx, access, planId, now);
    refuseEnded(locked);
    await draftAtRevision(tx, locked, revision);
    const content = await startingContent(tx, locked);
    const saved = { revision: revision + 1, updatedAt: now };
    await writeDraft(tx, locked, content, {
      ...saved,
      basedOn: locked.latestVersion,
      updatedBy: access.userId,
    });
    await recordAudit(tx, access, {
      action: "plan.discard-draft",
      subjectKind: "plan",
      subjectId: planId,
      patientId: locked.patientId,
    });
    return saved;
  });
}
