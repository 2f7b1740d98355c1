import { z } from "zod";
import { TRAITS } from "../../domain/cautions/rules";
import { SIDES } from "../../domain/dosage/dosage";
import { checkDosage } from "../../domain/dosage/validate-dosage";
import { defaultDosage } from "../../domain/library/default-dosage";
import { EXERCISE_BOUNDS } from "../../domain/library/exercise-bounds";
import type { ExerciseAmounts } from "../../domain/library/exercise-content";
import { EQUIPMENT, KINDS, POSITIONS, REGIONS } from "../../domain/library/facets";
import { LOCALES } from "../../domain/plan/plan-document";
import { dosageProblemWords } from "../../i18n/plan-problem-words";
import { translator } from "../../i18n/translator";
import { characters } from "../plans/bounds";

const t = translator("en", "plans");

/** Traits that an exercise can be said to have; `any_exercise` is true of all. */
export const CHOOSABLE_TRAITS = TRAITS.filter(({ id }) => id !== "any_exercise");

const traitIds = CHOOSABLE_TRAITS.map(({ id }) => id);
const LANGUAGES = { en: "English", es: "Spanish" } as const;
const choice = "Choose from the list.";

/** Text in one paragraph, as people mean it: composed letters, no control characters, no edges. */
const paragraph = (max: number) =>
  z
    .string("Write text here.")
    // Postgres cannot keep U+0000, and directional overrides make a name read as another.
    .refine((text) => !/[\0\u202a-\u202e\u2066-\u2069]/.test(text), {
      message: "A character in this text cannot be kept.",
    })
    .transform((text) => text.normalize("NFC").replace(/\s+/gu, " ").trim())
    .refine((text) => characters(text) <= max, `Write at most ${max} characters.`);

/** Several such texts; blank ones are left out. */
const paragraphs = (each: number, most: number, what: string) =>
  z
    .array(paragraph(each), "Write text here.")
    // Far more than a form sends: nothing is looked at one by one.
    .max(most * 10, `Write at most ${most} ${what}.`)
    .transform((texts) => texts.filter((text) => text !== ""))
    .refine((texts) => texts.length <= most, `Write at most ${most} ${what}.`);

const bounds = EXERCISE_BOUNDS;
const wordsInput = z.object({
  name: paragraph(bounds.name).refine(
    (name) => name === "" || /[\p{L}\p{N}]/u.test(name),
    "Write a name with letters.",
  ),
  aliases: paragraphs(bounds.alias, bounds.aliases, "other names").transform((names) => [
    ...new Set(names),
  ]),
  setup: paragraph(bounds.setup),
  steps: paragraphs(bounds.step, bounds.steps, "steps"),
  feel: paragraph(bounds.feel),
  cautions: paragraphs(bounds.caution, bounds.cautions, "cautions"),
  faults: paragraphs(bounds.fault, bounds.faults, "faults"),
  alt: paragraph(bounds.alt),
});
type Words = z.output<typeof wordsInput>;

const isBlank = (words: Words) => Object.values(words).every((value) => value.length === 0);

const wordsByLocale = z
  .object({ en: wordsInput.nullable(), es: wordsInput.nullable() }, "Write text here.")
  .transform(({ en, es }) => ({
    ...(en && !isBlank(en) ? { en } : {}),
    ...(es && !isBlank(es) ? { es } : {}),
  }))
  .superRefine((words: Partial<Record<(typeof LOCALES)[number], Words>>, context) => {
    const missing = (locale: (typeof LOCALES)[number], message: string) =>
      context.addIssue({ code: "custom", path: [locale, "name"], message });
    if (!words.en && !words.es) missing("en", "Give the exercise a name.");
    for (const locale of LOCALES)
      if (words[locale]?.name === "")
        missing(
          locale,
          `Give it a name in ${LANGUAGES[locale]}, or leave ${LANGUAGES[locale]} empty.`,
        );
  });

const several = <T extends string>(values: readonly T[]) =>
  z
    .array(z.enum(values as [T, ...T[]], choice), choice)
    .max(values.length * 2, choice)
    .transform((chosen) => [...new Set(chosen)]);

const amount = z.number("Type a whole number, or leave it empty.").nullable();
const amountFields = {
  sets: amount,
  reps: amount,
  holdSeconds: amount,
  durationSeconds: amount,
  restSeconds: amount,
  timesPerDay: amount,
  daysPerWeek: amount,
};

/** Which amount a problem of the dosage is about. */
const AMOUNT_OF: Readonly<Record<string, keyof typeof amountFields>> = {
  timesPerDayMin: "timesPerDay",
  timesPerDayMax: "timesPerDay",
  daysPerWeekMin: "daysPerWeek",
  daysPerWeekMax: "daysPerWeek",
};

/** Everything wrong with default amounts, as they are written down rather than as they are completed. */
function amountProblems(amounts: ExerciseAmounts) {
  const { holdSeconds, durationSeconds, daysPerWeek } = amounts;
  const started = defaultDosage({ ...amounts, side: "none" });
  const problems = checkDosage({ ...started, holdSeconds, durationSeconds }).map((problem) => ({
    field: AMOUNT_OF[problem.field] ?? problem.field,
    message: dosageProblemWords(t, problem),
  }));
  if (daysPerWeek !== null && daysPerWeek > 7)
    problems.push({ field: "daysPerWeek", message: t("problem.range", { min: 1, max: 7 }) });
  return problems;
}

const amountsInput = z.object(amountFields).superRefine((amounts, context) => {
  for (const { field, message } of amountProblems(amounts))
    context.addIssue({ code: "custom", path: [field], message });
});

const exerciseFields = z.object({
  onlyForAuthor: z.boolean(choice),
  kind: z.enum(KINDS, "Choose a kind."),
  side: z.enum(SIDES, choice),
  regions: several(REGIONS),
  positions: several(POSITIONS),
  equipment: several(EQUIPMENT),
  optionalEquipment: several(EQUIPMENT),
  traits: several(traitIds),
  /** "None of these apply" was said. */
  noTraits: z.boolean(choice),
  amounts: amountsInput,
  words: wordsByLocale,
  /** Photos and videos in order. */
  mediaIds: z.array(z.string("This is no longer here."), choice).max(100, choice),
});
type Fields = z.output<typeof exerciseFields>;

const whole = ({ traits, noTraits }: Fields, context: z.RefinementCtx) => {
  if (noTraits && traits.length > 0)
    context.addIssue({
      code: "custom",
      path: ["noTraits"],
      message: "Either choose what applies, or say that none applies.",
    });
};

const slug = z.string("This is no longer here.").min(1).max(120, "This is no longer here.");

export const createExerciseInput = exerciseFields
  .extend({ copyOf: slug.nullable().default(null) })
  .superRefine(whole);
export const updateExerciseInput = exerciseFields
  .extend({
    slug,
    revision: z.number("The revision is missing.").int("The revision is missing.").min(1),
  })
  .superRefine(whole);
export const exerciseKey = z.object({ slug });
export const reviewExerciseInput = z.object({
  slug,
  digest: z.string("Open the exercise again.").regex(/^[0-9a-f]{64}$/, "Open the exercise again."),
});

/** What a person decides about an exercise, checked. */
export type ExerciseFields = Fields;
