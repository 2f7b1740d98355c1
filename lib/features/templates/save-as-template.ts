import { and, eq } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { newId } from "../../../db/id";
import { patient } from "../../../db/schema/patient";
import { plan } from "../../../db/schema/plan";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import type { Locale } from "../../domain/plan/plan-document";
import { Invalid, NotFound } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import type { ContentLine } from "../plans/draft-content";
import { readDraft, readVersionContent } from "../plans/draft-queries";
import { type KeptLine, keptOf } from "./line-queries";
import { saveAsTemplateInput } from "./schema";
import { insertOwnTemplate } from "./write-template";

async function personOf(tx: Tx, clinicId: string, planId: string) {
  const [row] = await tx
    .select({ patientId: plan.patientId, language: patient.language })
    .from(plan)
    .innerJoin(patient, and(eq(patient.clinicId, plan.clinicId), eq(patient.id, plan.patientId)))
    .where(and(eq(plan.clinicId, clinicId), eq(plan.id, planId)));
  if (!row) throw new NotFound();
  return row;
}

/** What goes into the template, in the plan's order. */
function chosenLines(
  lines: readonly ContentLine[],
  { lineIds, takesCues, takesCautions }: SaveAs,
): KeptLine[] {
  const missing = lineIds.some((id) => !lines.some(({ lineId }) => lineId === id));
  if (missing)
    throw new Invalid({ lineIds: "An exercise is no longer in this plan. Open this again." });
  return lines
    .filter(({ lineId }) => lineIds.includes(lineId))
    .map(keptOf)
    .map((line) => ({
      ...line,
      cue: takesCues ? line.cue : null,
      caution: takesCautions ? line.caution : null,
    }));
}

interface SaveAs {
  readonly lineIds: readonly string[];
  readonly takesCues: boolean;
  readonly takesCautions: boolean;
}

const noteIn = (language: Locale, note: string | null) => ({
  en: language === "en" ? note : null,
  es: language === "es" ? note : null,
});

/**
 * Makes a template of a plan's draft, or of one of its versions: the chosen exercises with their doses, and of
 * what was written for the patient only what was asked for. Neither plan nor template knows of the other
 * afterwards. Throws `Invalid` by field, `NotFound`.
 */
export async function saveAsTemplate(
  access: ClinicAccess<"prescribe">,
  input: unknown,
  now: Date,
): Promise<{ readonly templateId: string }> {
  const asked = parse(saveAsTemplateInput, input);
  const { planId, number, name, summary, onlyForAuthor, takesNote, takesPhases } = asked;
  const { clinicId, userId: createdBy } = access;
  const id = newId(now.getTime());
  return inScope(access.scope, async (tx) => {
    const key = { clinicId, planId };
    const { patientId, language } = await personOf(tx, clinicId, planId);
    const content = await (number === null
      ? readDraft(tx, key)
      : readVersionContent(tx, key, number));
    if (!content) throw new NotFound();
    const own = {
      onlyForAuthor,
      name,
      summary,
      notes: noteIn(language, takesNote ? content.note : null),
      writtenIn: language,
      phases: takesPhases ? content.phases.map((phase) => ({ ...phase, startsOn: null })) : [],
      lines: chosenLines(content.lines, asked),
    };
    const kept = { conditions: [], sources: [], basis: "" };
    await insertOwnTemplate(tx, { id, clinicId, createdBy }, own, kept, now);
    await recordAudit(tx, access, {
      action: "template.create",
      subjectKind: "template",
      subjectId: id,
      patientId,
      fields: [
        "lines",
        ...(asked.takesCues ? ["cues"] : []),
        ...(asked.takesCautions ? ["cautions"] : []),
        ...(takesNote ? ["note"] : []),
      ],
    });
    return { templateId: id };
  });
}
