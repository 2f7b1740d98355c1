import { z } from "zod";
import { isId } from "../../auth/access";
import { isLocalDate, type LocalDate, type Weekday } from "../../domain/calendar/local-date";
import { BANDS, DAY_PATTERNS, type Dosage, SIDES } from "../../domain/dosage/dosage";
import { checkDosage } from "../../domain/dosage/validate-dosage";
import { checkPainRule } from "../../domain/pain/pain-rule";
import { MAX_ADVICE } from "../../domain/plan/advice";
import {
  checkExtras,
  LADDER_STEPS,
  type LineExtras,
  MAX_LADDER_STEPS,
  PLAIN_LINE,
} from "../../domain/plan/line";
import { checkPhases, MAX_PHASES, PHASE_AIM_MAX, PHASE_NAME_MAX } from "../../domain/plan/phase";
import { LOCALES } from "../../domain/plan/plan-document";
import { LINE_TEXT_MAX, MAX_EXERCISES } from "../../domain/plan/validate-plan";
import {
  dosageProblemWords,
  lineProblemWords,
  painRuleProblemWords,
  phaseProblemWords,
} from "../../i18n/plan-problem-words";
import { translator } from "../../i18n/translator";
import {
  characters,
  NOTE_MAX,
  PAUSE_REASON_MAX,
  REASON_MAX,
  REASON_MIN,
  TITLE_MAX,
} from "./bounds";

const t = translator("en", "plans");

export const id = z.string().refine(isId, "This is no longer here.");
const revision = z
  .number("The draft's revision is missing.")
  .int("The draft's revision is missing.")
  .min(1, "The draft's revision is missing.");
const versionNumber = z
  .number("Choose a version.")
  .int("Choose a version.")
  .min(1, "Choose a version.");

/** Trimmed text; blank is none. Characters are Unicode code points. */
export const optionalText = (max: number, tooLong: string) =>
  z
    .string("Write text here.")
    .trim()
    .refine((text) => characters(text) <= max, tooLong)
    // Postgres cannot keep U+0000 in a text.
    .refine((text) => !text.includes("\0"), "A character in this text cannot be kept.")
    .transform((text) => (text === "" ? null : text))
    .nullable();

/** Text as it was typed but for the space around it; may be empty. */
const plainText = (max: number) =>
  optionalText(max, `Write at most ${max} characters.`).transform((text) => text ?? "");

const day = (missing: string) =>
  z
    .string(missing)
    .refine(isLocalDate, missing)
    .transform((text) => text as LocalDate);

const lineText = optionalText(LINE_TEXT_MAX, `Write at most ${LINE_TEXT_MAX} characters.`);
const amount = z.number("Type a number.");
const limit = z.number("Choose a number.");
const choice = "Choose one from the list.";

const dosage = z
  .object({
    sets: amount,
    reps: amount.nullable(),
    holdSeconds: amount.nullable(),
    durationSeconds: amount.nullable(),
    restSeconds: amount.nullable(),
    loadGrams: amount.nullable(),
    band: z.enum(BANDS, choice).nullable(),
    tempo: z.string("Write the tempo as 3-1-2.").nullable(),
    side: z.enum(SIDES, choice),
    frequency: z.object({
      pattern: z.enum(DAY_PATTERNS, choice),
      weekdays: z.array(z.number() as unknown as z.ZodType<Weekday>).max(7, choice),
      daysPerWeekMin: amount.nullable(),
      daysPerWeekMax: amount.nullable(),
      timesPerDayMin: amount,
      timesPerDayMax: amount,
    }),
  })
  .superRefine((value: Dosage, context) => {
    for (const problem of checkDosage(value)) {
      const path =
        problem.field in value.frequency ? ["frequency", problem.field] : [problem.field];
      context.addIssue({ code: "custom", path, message: dosageProblemWords(t, problem) });
    }
  });

const painText = z.string("Write text here.").trim().nullable();

const painRule = z
  .object({
    greenMax: limit,
    amberMax: limit,
    settledMax: limit,
    greenText: painText.transform((text) => text || null),
    amberText: painText.transform((text) => text || null),
    redText: painText.transform((text) => text || null),
  })
  .superRefine((value, context) => {
    for (const problem of checkPainRule(value))
      context.addIssue({
        code: "custom",
        path: [problem.field],
        message: painRuleProblemWords(t, problem),
      });
  });

const slug = z
  .string("Choose an exercise.")
  .min(1, "Choose an exercise.")
  .max(120, "Choose an exercise.")
  // Postgres cannot even look for U+0000.
  .refine((of) => !of.includes("\0"), "This exercise is not in the library.");

const optionalDay = day("Choose a day, or leave it empty.").nullable().default(null);

const extras = {
  phaseId: id.nullable().default(null),
  startsOn: optionalDay,
  endsOn: optionalDay,
  mustDo: z.boolean("Choose yes or no.").default(false),
  painLimits: z.object({ greenMax: limit, amberMax: limit }).nullable().default(null),
  ladder: z
    .array(z.object({ stepId: id, direction: z.enum(LADDER_STEPS, choice), slug, dosage }))
    .max(2 * MAX_LADDER_STEPS, `At most ${MAX_LADDER_STEPS} variants each way.`)
    .default([]),
};

/** What a line keeps wherever it is copied to. */
const keptFields = {
  slug,
  dosage,
  phaseId: extras.phaseId,
  mustDo: extras.mustDo,
  painLimits: extras.painLimits,
  ladder: extras.ladder,
  cue: lineText,
  caution: lineText,
};

const phase = z.object({
  phaseId: id,
  name: plainText(PHASE_NAME_MAX),
  aim: optionalText(PHASE_AIM_MAX, `Write at most ${PHASE_AIM_MAX} characters.`).default(null),
  startsOn: optionalDay,
  entry: z.object({
    painMax: amount.nullable(),
    sessionsMin: amount.nullable(),
    adherenceMin: amount.nullable(),
  }),
});

/** Half-made phases may be saved, as half-made plans are; publishing checks them (`checkPlan`). */
export const phases = z
  .array(phase, "The phases are missing.")
  .max(MAX_PHASES, `A plan holds at most ${MAX_PHASES} phases.`)
  .refine(
    (all) => new Set(all.map(({ phaseId }) => phaseId)).size === all.length,
    "A phase is in the plan twice.",
  )
  .superRefine((all, context) => {
    for (const problem of checkPhases(all)) {
      const i = all.findIndex(({ phaseId }) => phaseId === problem.phaseId);
      if (problem.code === "not_whole" || problem.code === "out_of_range")
        context.addIssue({
          code: "custom",
          path: [i, problem.field],
          message: phaseProblemWords(t, problem),
        });
    }
  })
  .default([]);

/** Whether its phase is there is the plan's to say. */
function extrasOf(line: LineExtras & { readonly slug: string }, context: z.RefinementCtx) {
  for (const problem of checkExtras({ ...line, phaseId: null }, new Set()))
    context.addIssue({
      code: "custom",
      path: [problem.field],
      message: lineProblemWords(t, problem),
    });
}

const line = z.object({ lineId: id, ...keptFields, ...extras }).superRefine(extrasOf);

/** A line of a template: it has no days. */
export const keptLine = z
  .object(keptFields)
  .superRefine((value, context) => extrasOf({ ...PLAIN_LINE, ...value }, context));

const templateId = z.string("Choose a template from the list.");

export const createPlanInput = z.object({
  title: z
    .string("Give the plan a title.")
    .trim()
    .min(1, "Give the plan a title.")
    .refine((text) => characters(text) <= TITLE_MAX, `Write at most ${TITLE_MAX} characters.`)
    .refine((text) => !text.includes("\0"), "A character in this text cannot be kept."),
  /** The template, or the earlier plan (`startOfPlan`), that it starts with; null: none. */
  templateId: templateId
    .nullable()
    .default(null)
    .transform((value) => value || null),
});

export const applyTemplateInput = z.object({ templateId });

/** The whole content of a draft, with the revision it was made from. */
export const saveDraftInput = z.object({
  planId: id,
  revision,
  note: optionalText(NOTE_MAX, `Write at most ${NOTE_MAX} characters.`),
  painRule,
  advice: z
    .array(
      z
        .string("Choose an advice.")
        .min(1, "Choose an advice.")
        .max(120, "Choose an advice.")
        // Postgres cannot even look for U+0000.
        .refine((id) => !id.includes("\0"), "This advice is no longer in the library."),
      "The advice is missing.",
    )
    .max(MAX_ADVICE, `A plan holds at most ${MAX_ADVICE} pieces of advice.`)
    .refine((ids) => new Set(ids).size === ids.length, "An advice is in the plan twice."),
  phases,
  wantedStartOn: optionalDay,
  endsOn: optionalDay,
  lines: z
    .array(line, "The exercises are missing.")
    .max(MAX_EXERCISES, `A plan holds at most ${MAX_EXERCISES} exercises.`)
    .refine((lines) => {
      const ids = lines.flatMap(({ lineId, ladder }) => [
        lineId,
        ...ladder.map(({ stepId }) => stepId),
      ]);
      return new Set(ids).size === ids.length;
    }, "An exercise is in the plan twice under one id."),
});

const ruleKey = {
  planId: id,
  lineId: id,
  conditionId: z.string().min(1).max(120),
  trait: z.string().min(1).max(120),
};

export const overrideInput = z.object({
  ...ruleKey,
  reason: z
    .string("Give your reason.")
    .trim()
    .refine(
      (text) => characters(text) >= REASON_MIN,
      `Give a reason of at least ${REASON_MIN} characters.`,
    )
    .refine((text) => characters(text) <= REASON_MAX, `Write at most ${REASON_MAX} characters.`)
    .refine((text) => !text.includes("\0"), "A character in this text cannot be kept."),
});

export const withdrawOverrideInput = z.object(ruleKey);
export const draftRevisionInput = z.object({ planId: id, revision });
export const copyVersionInput = z.object({ planId: id, revision, number: versionNumber });
export const recordTextInput = z.object({
  planId: id,
  number: versionNumber,
  locale: z.enum(LOCALES, "Choose English or Spanish."),
});
export const planIdInput = z.object({ planId: id });
export const beginPhaseInput = z.object({ planId: id, phaseId: id });

const emptyToNull = (value: unknown) => (value === "" || value === undefined ? null : value);

export const pausePlanInput = z.object({
  planId: id,
  startsOn: day("Choose the first day of the pause."),
  endsOn: z.preprocess(emptyToNull, day("Choose a day, or leave it empty.").nullable()),
  reason: z.preprocess(
    emptyToNull,
    optionalText(PAUSE_REASON_MAX, `Write at most ${PAUSE_REASON_MAX} characters.`),
  ),
});

/** Exercises and variants that a builder asks for. */
export const exerciseTextsInput = z.object({
  slugs: z.array(z.string().min(1).max(120)).max(MAX_EXERCISES * (1 + 2 * MAX_LADDER_STEPS)),
  locale: z.enum(LOCALES),
});

/** An exercise whose easier and harder ones are asked for. */
export const ladderInput = z.object({ slug });
