import { and, eq } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { newId } from "../../../db/id";
import { patient } from "../../../db/schema/patient";
import { recordAudit } from "../../audit/record";
import type { RecordAccess } from "../../auth/access";
import type { Locale } from "../../domain/plan/plan-document";
import { Invalid, NotFound } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { activePlans } from "../patients/active-plan-queries";
import { readTemplate, type TemplateDetail } from "../templates/queries";
import { characters, TITLE_MAX } from "./bounds";
import { createPlan, TEMPLATE_GONE } from "./create-plan";
import { readDraft } from "./draft-queries";
import { lockPlan, refuseEnded } from "./lock-plan";
import { applyTemplateInput } from "./schema";
import {
  leftOutOf,
  linesOfTemplate,
  noRoomSentence,
  noteOfTemplate,
  setOfTemplate,
  withWords,
} from "./template-content";
import { writeDraft } from "./write-draft";

/** Where the template went, and what of it did not: names of exercises. */
export interface TemplateApplied {
  readonly planId: string;
  readonly added: number;
  readonly alreadyIn: readonly string[];
  readonly leftOut: readonly string[];
}

async function languageOf(tx: Tx, { clinicId, patientId }: RecordAccess) {
  const [row] = await tx
    .select({ language: patient.language })
    .from(patient)
    .where(and(eq(patient.clinicId, clinicId), eq(patient.id, patientId)));
  if (!row) throw new NotFound();
  return row.language;
}

/** Puts behind the draft of a running plan what it lacks of the template. */
async function addToDraft(
  tx: Tx,
  access: RecordAccess<"prescribe">,
  {
    planId,
    set,
    language,
  }: { readonly planId: string; readonly set: TemplateDetail; readonly language: Locale },
  now: Date,
): Promise<TemplateApplied> {
  const locked = await lockPlan(tx, access, planId, now);
  refuseEnded(locked);
  const draft = await readDraft(tx, locked);
  if (!draft) throw new NotFound();
  const has = new Set(draft.lines.map(({ slug }) => slug));
  const { takes } = setOfTemplate(set, language);
  const usable = withWords(set.lines, takes).filter(({ obstacle }) => obstacle === null);
  const lines = linesOfTemplate(
    usable.filter(({ exercise }) => !has.has(exercise.slug)),
    () => newId(now.getTime()),
  );
  const alreadyIn = usable.filter(({ exercise }) => has.has(exercise.slug));
  const applied = {
    planId,
    added: lines.length,
    alreadyIn: [...new Set(alreadyIn.map(({ exercise }) => exercise.name))],
    leftOut: leftOutOf(set),
  };
  if (lines.length === 0) return applied;
  const noRoom = noRoomSentence(draft.lines.length, lines.length);
  if (noRoom) throw new Invalid({ templateId: noRoom });
  const { revision, basedOn, updatedAt: _, updatedBy: __, ...content } = draft;
  const note = draft.note ?? noteOfTemplate(set, language);
  await writeDraft(
    tx,
    locked,
    { ...content, note, lines: [...draft.lines, ...lines] },
    { revision: revision + 1, basedOn, updatedBy: access.userId, updatedAt: now },
  );
  await recordAudit(tx, access, {
    action: "plan.save-draft",
    subjectKind: "plan",
    subjectId: planId,
    patientId: access.patientId,
    fields: ["added", ...(note === draft.note ? [] : ["note"])],
  });
  return applied;
}

/**
 * A template for a patient: into the draft of the running plan, behind what is there and without what is in
 * it already, or as a new plan that is called like it. Lines are copied, so that the template may change.
 * Throws `Invalid` at `templateId` for one that is not there and for a plan without room, `Conflict` as
 * `createPlan` does.
 */
export async function applyTemplate(
  access: RecordAccess<"prescribe">,
  input: unknown,
  now: Date,
): Promise<TemplateApplied> {
  const { templateId } = parse(applyTemplateInput, input);
  const { clinicId, patientId } = access;
  const done = await inScope(access.scope, async (tx) => {
    const [set, plans, language] = await Promise.all([
      readTemplate(tx, templateId),
      activePlans(tx, clinicId, [patientId]),
      languageOf(tx, access),
    ]);
    if (!set) throw new Invalid({ templateId: TEMPLATE_GONE });
    const running = plans.get(patientId);
    if (running) return addToDraft(tx, access, { planId: running.planId, set, language }, now);
    return { title: set.texts[language]?.name ?? set.name };
  });
  if ("planId" in done) return done;
  const title =
    characters(done.title) > TITLE_MAX
      ? Array.from(done.title).slice(0, TITLE_MAX).join("")
      : done.title;
  const { planId, added, leftOut } = await createPlan(access, { title, templateId }, now);
  return { planId, added, alreadyIn: [], leftOut };
}
