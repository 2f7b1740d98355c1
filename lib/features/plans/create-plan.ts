import { randomBytes } from "node:crypto";
import { and, desc, eq, isNull } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { newId } from "../../../db/id";
import { clinic } from "../../../db/schema/clinic";
import { episode, patient } from "../../../db/schema/patient";
import { plan, planDraft } from "../../../db/schema/plan";
import { recordAudit } from "../../audit/record";
import { isId, type RecordAccess } from "../../auth/access";
import { localDateOf } from "../../domain/calendar/local-date";
import { PLAIN_PLAN } from "../../domain/plan/line";
import type { Locale } from "../../domain/plan/plan-document";
import { Conflict, Invalid, NotFound } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { defaultAdvice } from "../advice/queries";
import { readTemplate } from "../templates/queries";
import type { DraftContent } from "./draft-content";
import { defaultPainRule } from "./draft-rows";
import { readPlanSet } from "./plan-set-queries";
import { createPlanInput } from "./schema";
import { planOfStart } from "./start-choice";
import {
  type ExerciseSet,
  freshPhases,
  leftOutOf,
  linesOfTemplate,
  noRoomSentence,
  setOfPlan,
  setOfTemplate,
  withWords,
} from "./template-content";
import { writeDraft } from "./write-draft";

/** Bytes of the token behind the QR code; it shows version numbers only, and must not be guessed. */
const QR_TOKEN_BYTES = 16;

/** Holds the patient's row, so that two therapists cannot both open an episode. */
async function lockedPatient(tx: Tx, { clinicId, patientId }: RecordAccess) {
  const [row] = await tx
    .select({
      timeZone: patient.timeZone,
      archivedAt: patient.archivedAt,
      language: patient.language,
    })
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

/** The sentence about a template that is unknown, retired or another clinic's. */
export const TEMPLATE_GONE = "This template is no longer here. Choose another.";
const PLAN_GONE = "This plan is no longer here. Choose another start.";

/** A template, or an earlier plan of the patient, as a set to start from. */
async function startingSet(
  tx: Tx,
  { clinicId, patientId }: RecordAccess,
  templateId: string,
  locale: Locale,
): Promise<ExerciseSet> {
  const planId = planOfStart(templateId);
  if (planId === null) {
    const template = await readTemplate(tx, templateId);
    if (!template) throw new Invalid({ templateId: TEMPLATE_GONE });
    return setOfTemplate(template, locale);
  }
  const found = isId(planId) ? await readPlanSet(tx, { clinicId, planId }) : null;
  if (found?.patientId !== patientId) throw new Invalid({ templateId: PLAN_GONE });
  return setOfPlan(found, { patientId, locale });
}

/** What a template or an earlier plan brings into a new plan, in the patient's language. */
async function contentOf(
  tx: Tx,
  access: RecordAccess,
  templateId: string | null,
  language: Locale,
  now: Date,
) {
  if (templateId === null) return { note: null, phases: [], lines: [], leftOut: [] };
  const set = await startingSet(tx, access, templateId, language);
  const makeId = () => newId(now.getTime());
  const { phases, idOf } = freshPhases(set.phases, makeId);
  const lines = linesOfTemplate(withWords(set.lines, set.takes), makeId, idOf);
  const noRoom = noRoomSentence(0, lines.length);
  if (noRoom) throw new Invalid({ templateId: noRoom });
  return { note: set.note, phases, lines, leftOut: leftOutOf(set) };
}

async function startDraft(
  tx: Tx,
  { clinicId, userId: updatedBy }: RecordAccess,
  planId: string,
  content: DraftContent,
  updatedAt: Date,
) {
  const saved = { updatedBy, updatedAt };
  await tx.insert(planDraft).values({ clinicId, planId, ...content.painRule, ...saved });
  await writeDraft(tx, { clinicId, planId }, content, { revision: 1, basedOn: 0, ...saved });
}

/** A plan that was just made. */
export interface PlanMade {
  readonly planId: string;
  /** How many exercises it starts with. */
  readonly added: number;
  /** Names of exercises of the template or the earlier plan that cannot be prescribed. */
  readonly leftOut: readonly string[];
}

/**
 * A new plan whose draft has the clinic's default pain rule, the library's default advice, and the lines and
 * the note of a template or of the patient's earlier plan, or no exercises yet, in the patient's open episode (a new one when none is open).
 * Throws `Invalid`, at `templateId` for one that is not there; `Conflict` when the episode has an active plan.
 */
export async function createPlan(
  access: RecordAccess<"prescribe">,
  input: unknown,
  now: Date,
): Promise<PlanMade> {
  const { title, templateId } = parse(createPlanInput, input);
  const { clinicId, patientId, userId } = access;
  return inScope(access.scope, async (tx) => {
    const { timeZone, language } = await lockedPatient(tx, access);
    const [open, [clinicRow], advice, { leftOut, ...brought }] = await Promise.all([
      openEpisode(tx, access),
      tx.select().from(clinic).where(eq(clinic.id, clinicId)),
      defaultAdvice(tx),
      contentOf(tx, access, templateId, language, now),
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
      startDraft(
        tx,
        access,
        planId,
        { ...PLAIN_PLAN, ...brought, painRule: defaultPainRule(clinicRow), advice },
        now,
      ),
      recordAudit(tx, access, {
        action: "plan.create",
        subjectKind: "plan",
        subjectId: planId,
        patientId,
        ...(templateId === null
          ? {}
          : { fields: [planOfStart(templateId) === null ? "template" : "earlier-plan"] }),
      }),
    ]);
    return { planId, added: brought.lines.length, leftOut };
  });
}
