import type { Side } from "../../../../domain/dosage/dosage";
import type { Lack } from "../../../../domain/library/readiness";
import { lacksOf } from "../../../../domain/library/readiness";
import { LOCALES, type Locale } from "../../../../domain/plan/plan-document";
import type { MediaView } from "../../../media/media-view";
import type { EditableExercise } from "../../edit-queries";

export const AMOUNTS = [
  "sets",
  "reps",
  "holdSeconds",
  "durationSeconds",
  "restSeconds",
  "timesPerDay",
  "daysPerWeek",
] as const;
export type Amount = (typeof AMOUNTS)[number];

/** One step with a key of its own, so that it keeps its field when it moves. */
export interface Step {
  readonly key: string;
  readonly text: string;
}

/** The words of one language as they stand in the fields: one line a caution and another name. */
export interface WordFields {
  readonly name: string;
  readonly aliases: string;
  readonly setup: string;
  readonly steps: readonly Step[];
  readonly feel: string;
  readonly cautions: string;
  readonly faults: string;
  readonly alt: string;
}

/** Everything that stands in the form. */
export interface FormValues {
  readonly onlyForAuthor: boolean;
  readonly kind: string;
  readonly side: Side;
  readonly regions: readonly string[];
  readonly positions: readonly string[];
  readonly equipment: readonly string[];
  readonly optionalEquipment: readonly string[];
  readonly traits: readonly string[];
  readonly noTraits: boolean;
  readonly counted: "reps" | "time";
  readonly amounts: Readonly<Record<Amount, string>>;
  readonly words: Readonly<Record<Locale, WordFields>>;
  readonly media: readonly MediaView[];
}

let steps = 0;
/** A step that no other has the key of. */
export function newStep(text = ""): Step {
  steps += 1;
  return { key: `step-${steps}`, text };
}

function wordFields(words: EditableExercise["values"]["words"][Locale]): WordFields {
  if (!words)
    return {
      name: "",
      aliases: "",
      setup: "",
      steps: [newStep()],
      feel: "",
      cautions: "",
      faults: "",
      alt: "",
    };
  return {
    name: words.name,
    aliases: words.aliases.join("\n"),
    setup: words.setup,
    steps: words.steps.length > 0 ? words.steps.map(newStep) : [newStep()],
    feel: words.feel,
    cautions: words.cautions.join("\n"),
    faults: words.faults.join("\n"),
    alt: words.alt,
  };
}

/** The form as it opens. */
export function formValues({ values, media }: EditableExercise): FormValues {
  const { amounts, words, ...facts } = values;
  const timed = amounts.durationSeconds !== null && amounts.reps === null;
  return {
    ...facts,
    counted: timed ? "time" : "reps",
    amounts: Object.fromEntries(
      AMOUNTS.map((field) => [field, amounts[field] === null ? "" : String(amounts[field])]),
    ) as Record<Amount, string>,
    words: { en: wordFields(words.en), es: wordFields(words.es) },
    media,
  };
}

const lines = (text: string) => text.split("\n");

function wordsInput({ aliases, steps: all, cautions, faults, ...rest }: WordFields) {
  return {
    ...rest,
    aliases: lines(aliases),
    steps: all.map(({ text }) => text),
    cautions: lines(cautions),
    faults: lines(faults),
  };
}

/** A whole number, nothing, or what was typed instead, for the server to answer. */
function amount(text: string): number | null | string {
  const typed = text.trim();
  if (typed === "") return null;
  return /^\d{1,6}$/.test(typed) ? Number(typed) : typed;
}

const UNCOUNTED: Readonly<Record<FormValues["counted"], readonly Amount[]>> = {
  reps: ["durationSeconds"],
  time: ["reps", "holdSeconds"],
};

/** The default amounts as they would be saved. */
export function amountsInput({ amounts, counted }: FormValues) {
  return Object.fromEntries(
    AMOUNTS.map((field) => [
      field,
      UNCOUNTED[counted].includes(field) ? null : amount(amounts[field]),
    ]),
  ) as Record<Amount, number | null | string>;
}

/** What is saved. */
export function saveInput(values: FormValues) {
  const { counted: _, media, words, amounts: __, ...facts } = values;
  return {
    ...facts,
    amounts: amountsInput(values),
    words: { en: wordsInput(words.en), es: wordsInput(words.es) },
    mediaIds: media.map(({ id }) => id),
  };
}

/** True when a language has any word. */
export function isWritten({ steps: all, ...rest }: WordFields): boolean {
  const texts = [...Object.values(rest), ...all.map(({ text }) => text)];
  return texts.some((text) => text.trim() !== "");
}

/** What it lacks before it may be prescribed, as it stands in the form. */
export function lacksNow({ words, noTraits, ...values }: FormValues): Lack[] {
  const text = Object.fromEntries(
    LOCALES.map((locale) => {
      const { name, setup, steps: all } = words[locale];
      return [locale, { name, setup, steps: all.map((step) => step.text) }];
    }),
  );
  return lacksOf({ ...values, traitsDecided: noTraits, text });
}

/** What a patient reads in one language, as running text for the reading ease; empty: nothing yet. */
export function readingText(fields: WordFields): string {
  const { setup, steps: all, feel, faults, cautions } = fields;
  const parts = [setup, ...all.map(({ text }) => text), feel, ...lines(faults), ...lines(cautions)];
  return parts
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => (/[.!?…]$/u.test(part) ? part : `${part}.`))
    .join(" ");
}
