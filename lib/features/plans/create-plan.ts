import { randomBytes } from "node:crypto";
import { and, desc, eq, isNull } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { newId } from "../../../db/id";
import { clinic } from "../../../db/schema/clinic";
import { episode, patient } from "../../../db/schema/patient";
import { plan, planDraft } from "../../../db/schema/plan";
import { recordAudit } from "../../audit/record";
import type { RecordAccess } from "../../auth/access";
import { localDateOf } from "../../domain/calendar/local-date";
import { Conflict, NotFound } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { defaultAdvice } from "../advice/queries";
import { defaultPainRule } from "./draft-rows";
import { createPlanInput } from "./schema";
import { insertDraftAdvice } from "./write-draft";

/** Bytes of the token behind the QR code; it shows version numbers only, and must not be guessed. */
const QR_TOKEN_BYTES = 16;

/** Holds the patient's row, so that two therapists cannot both open an episode. */
async function lockedPatient(tx: Tx, { clinicId, patientId }: RecordAccess) {
  const [row] = await tx
    .select({ timeZone: patient.timeZone, archivedAt: patient.archivedAt })
    .from(patient)
    .where(and(eq(patient.clinicId, clinicId), eq(patient.id, patientId)))
    .for("no key update");
  if (!row) throw new NotFound();
  if (row.archivedAt !== null)
    throw new Conflict("This record is archived. Restore it to make a plan.");
  return row;
}

async function openEpisode(tx: Tx, { clinicId, patientId }: RecordAccess) {
  const [row] = await tx
    .select({ id: episode.id })
    .from(episode)
    .where(
      and(
        eq(episode.clinicId, clinicId),
        eq(episode.patientId, patientId),
        isNull(episode.endedOn),
      ),
    )
    .orderBy(desc(episode.startedOn), desc(episode.id))
    .limit(1);
  return row?.id ?? null;
}

async function refuseSecondPlan(tx: Tx, clinicId: string, episodeId: string) {
  const [active] = await tx
    .select({ id: plan.id })
    .from(plan)
    .where(and(eq(plan.clinicId, clinicId), eq(plan.episodeId, episodeId), isNull(plan.endedOn)));
  if (active)
    throw new Conflict(
      "There is already an active plan. Edit it, or end it before you start another.",
      {
        planId: active.id,
      },
    );
}

/**
 * A new plan whose draft has no exercises yet, the clinic's default pain rule and the library's default
 * advice, in the patient's open episode (a new one when none is open). Throws `Invalid`; `Conflict` when the episode has an active plan.
 */
export async function createPlan(
  access: RecordAccess<"prescribe">,
  input: unknown,
  now: Date,
): Promise<{ planId: string }> {
  const { title } = parse(createPlanInput, input);
  const { clinicId, patientId, userId } = access;
  return inScope(access.scope, async (tx) => {
    const { timeZone } = await lockedPatient(tx, access);
    const [open, [clinicRow], advice] = await Promise.all([
      openEpisode(tx, access),
      tx.select().from(clinic).where(eq(clinic.id, clinicId)),
      defaultAdvice(tx),
    ]);
    const episodeId = open ?? newId(now.getTime());
    if (open) await refuseSecondPlan(tx, clinicId, open);
    else
      await tx.insert(episode).values({
        clinicId,
        id: episodeId,
        patientId,
        title,
        startedOn: localDateOf(now, timeZone),
        createdBy: userId,
      });
    const planId = newId(now.getTime());
    const qrToken = randomBytes(QR_TOKEN_BYTES).toString("base64url");
    await tx
      .insert(plan)
      .values({ clinicId, id: planId, patientId, episodeId, title, qrToken, createdBy: userId });
    await Promise.all([
      tx.insert(planDraft).values({
        clinicId,
        planId,
        ...defaultPainRule(clinicRow),
        updatedBy: userId,
        updatedAt: now,
      }),
      insertDraftAdvice(tx, { clinicId, planId }, advice),
      recordAudit(tx, access, {
        action: "plan.create",
        subjectKind: "plan",
        subjectId: planId,
        patientId,
      }),
    ]);
    return { planId };
  });
}
