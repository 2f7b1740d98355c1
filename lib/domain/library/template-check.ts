import { localDate } from "../calendar/local-date";
import { checkPrecautions } from "../cautions/precaution-check";
import type { RuleSet } from "../cautions/rule-set";
import type { Dosage } from "../dosage/dosage";
import { checkDosage } from "../dosage/validate-dosage";
import type { Locale } from "../plan/plan-document";
import { among, REVIEW_STATES } from "./content-check";
import { REGIONS } from "./facets";

/** Exercises of a ready template: a plan that patients keep up, with one or two more to choose from. */
export const TEMPLATE_LINES = { min: 4, max: 7 } as const;

/** One ready template, as far as the check looks at it. */
export interface CheckedTemplate {
  readonly id: string;
  readonly regions: readonly string[];
  readonly conditions: readonly string[];
  readonly sources: readonly string[];
  readonly reviewState: string;
  readonly basis: string;
  readonly words: Readonly<
    Partial<
      Record<Locale, { readonly name: string; readonly summary: string; readonly note: string }>
    >
  >;
  readonly lines: readonly { readonly slug: string; readonly dosage: Dosage }[];
}

/** What the check needs to know of a library exercise. */
export interface TemplateExercise {
  readonly slug: string;
  readonly recommended: boolean;
  readonly traits: readonly string[];
  readonly regions: readonly string[];
}

/** Rules without an end fire on any day; a template names no dates, so those with one fire too. */
const ANY_DAY = localDate("2025-01-01");

function wordFaults({ words }: CheckedTemplate, locale: Locale): string[] {
  const own = words[locale];
  if (!own) return [`has no text in ${locale}`];
  return (["name", "summary", "note"] as const).flatMap((field) =>
    own[field]?.trim() ? [] : [`has no ${field} in ${locale}`],
  );
}

function lineFaults(
  { lines }: CheckedTemplate,
  bySlug: ReadonlyMap<string, TemplateExercise>,
): string[] {
  const { min, max } = TEMPLATE_LINES;
  return [
    ...(lines.length < min || lines.length > max
      ? [`has ${lines.length} exercises; it should be ${min} to ${max}`]
      : []),
    ...lines.flatMap(({ slug, dosage }, i) => {
      const exercise = bySlug.get(slug);
      const first = lines.findIndex((line) => line.slug === slug) === i;
      return [
        ...(exercise ? [] : [`"${slug}" is not in the library`]),
        ...(exercise?.recommended === false ? [`"${slug}" is one to avoid`] : []),
        ...(first ? [] : [`names "${slug}" twice`]),
        ...checkDosage(dosage).map(({ field, code }) => `"${slug}" ${field} is ${code}`),
      ];
    }),
  ];
}

/** The template against the conditions that it says it is for. */
function precautionFaults(
  { conditions, lines }: CheckedTemplate,
  bySlug: ReadonlyMap<string, TemplateExercise>,
  rules: RuleSet,
): string[] {
  const { findings } = checkPrecautions({
    patientConditions: conditions.map((conditionId) => ({
      id: conditionId,
      conditionId,
      onsetOn: null,
      surgeryOn: null,
      side: null,
      site: null,
      endedOn: null,
    })),
    exercises: lines.flatMap(({ slug, dosage }) => {
      const exercise = bySlug.get(slug);
      return exercise ? [{ ...exercise, lineId: slug, side: dosage.side }] : [];
    }),
    today: ANY_DAY,
    rules,
  });
  return findings
    .filter(({ severity }) => severity === "contraindicated")
    .flatMap(({ lineIds, conditionId }) =>
      lineIds.map((slug) => `"${slug}" is contraindicated with ${conditionId}`),
    );
}

/**
 * What the ready templates lack or contradict, a sentence each, begun with the template. Empty: each
 * has its words in every language, known regions and conditions, a few exercises that may be
 * prescribed at a dosage that may be saved, and none that its own conditions rule out.
 */
export function templateFaults(
  templates: readonly CheckedTemplate[],
  locales: readonly Locale[],
  { exercises, rules }: { exercises: readonly TemplateExercise[]; rules: RuleSet },
): string[] {
  const bySlug = new Map(exercises.map((exercise) => [exercise.slug, exercise]));
  const conditionIds = rules.conditions.map(({ id }) => id);
  return templates.flatMap((one) =>
    [
      ...(one.regions.length === 0 ? ["has no region"] : []),
      ...among("region", one.regions, REGIONS),
      ...among("condition", one.conditions, conditionIds),
      ...among("review state", [one.reviewState], REVIEW_STATES),
      ...(one.basis.trim() ? [] : ["does not say what its dosage rests on"]),
      ...locales.flatMap((locale) => wordFaults(one, locale)),
      ...lineFaults(one, bySlug),
      ...precautionFaults(one, bySlug, rules),
    ].map((fault) => `template ${one.id} ${fault}`),
  );
}
