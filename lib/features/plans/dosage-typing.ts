import type { Dosage, DosageProblem } from "../../domain/dosage/dosage";
import { checkDosage } from "../../domain/dosage/validate-dosage";

/** The fields of a dosage that are typed; the others are chosen and cannot be wrong. */
export const TYPED_FIELDS = [
  "sets",
  "reps",
  "holdSeconds",
  "durationSeconds",
  "restSeconds",
  "load",
  "tempo",
  "timesPerDay",
  "daysPerWeek",
] as const;
export type TypedField = (typeof TYPED_FIELDS)[number];

/** What a person has typed into fields, by field; absent: the value as it stands. */
export type Typed = Readonly<Partial<Record<TypedField, string>>>;

/** Why a typed text is not taken. */
export type TypingProblem =
  | DosageProblem
  | { readonly code: "number"; readonly field: TypedField }
  | { readonly code: "timesRange"; readonly field: TypedField };

type Parsed = { readonly change: (d: Dosage) => Dosage } | { readonly problem: TypingProblem };

const GRAMS_PER_KILOGRAM = 1000;
const RANGE = /^(\d{1,4})\s*(?:x|×)?(?:\s*(?:-|–|to)\s*(\d{1,4}))?\s*(?:x|×)?$/i;

const range = (min: number | null, max: number | null) =>
  min === null ? "" : max === null || max === min ? String(min) : `${min}-${max}`;

/** A field's value as it stands in its input; empty for none. */
export function fieldText(d: Dosage, field: TypedField): string {
  switch (field) {
    case "load":
      return d.loadGrams === null ? "" : String(d.loadGrams / GRAMS_PER_KILOGRAM);
    case "timesPerDay":
      return range(d.frequency.timesPerDayMin, d.frequency.timesPerDayMax);
    case "daysPerWeek":
      return range(d.frequency.daysPerWeekMin, d.frequency.daysPerWeekMax);
    case "tempo":
      return d.tempo ?? "";
    default:
      return d[field] === null ? "" : String(d[field]);
  }
}

function parseNumber(text: string): number | null {
  const plain = text.replace(",", ".");
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

function parseRange(field: "timesPerDay" | "daysPerWeek", text: string): Parsed {
  const found = RANGE.exec(text);
  if (!found) return { problem: { code: "timesRange", field } };
  const min = Number(found[1]);
  const max = Number(found[2] ?? found[1]);
  const bounds =
    field === "timesPerDay"
      ? { timesPerDayMin: min, timesPerDayMax: max }
      : { daysPerWeekMin: min, daysPerWeekMax: max };
  return { change: (d) => ({ ...d, frequency: { ...d.frequency, ...bounds } }) };
}

function parseField(field: TypedField, raw: string): Parsed {
  const text = raw.trim();
  if (field === "timesPerDay" || field === "daysPerWeek") return parseRange(field, text);
  if (field === "tempo") {
    const tempo = text === "" ? null : text.replace(/\s*[-–/. ]\s*/g, "-");
    return { change: (d) => ({ ...d, tempo }) };
  }
  const optional = field === "holdSeconds" || field === "restSeconds" || field === "load";
  const number = text === "" ? null : parseNumber(text);
  if (number === null && (text !== "" || !optional)) return { problem: { code: "number", field } };
  // No seconds of rest is a dose; no seconds of hold and no weight are none.
  const value = number === 0 && (field === "holdSeconds" || field === "load") ? null : number;
  if (field === "load") {
    const loadGrams = value === null ? null : Math.round(value * 1e6) / 1e3;
    return { change: (d) => ({ ...d, loadGrams, band: loadGrams === null ? d.band : null }) };
  }
  return { change: (d) => ({ ...d, [field]: value }) };
}

/**
 * Takes what was typed into a valid dosage, field by field: a text that makes no valid dosage is left
 * out and named, and does not keep the others from being taken.
 */
export function applyTyped(
  valid: Dosage,
  typed: Typed,
): { dosage: Dosage; problems: Readonly<Partial<Record<TypedField, TypingProblem>>> } {
  const problems: Partial<Record<TypedField, TypingProblem>> = {};
  let dosage = valid;
  for (const field of TYPED_FIELDS) {
    const text = typed[field];
    if (text === undefined) continue;
    const parsed = parseField(field, text);
    if ("problem" in parsed) {
      problems[field] = parsed.problem;
      continue;
    }
    const candidate = parsed.change(dosage);
    const problem = checkDosage(candidate)[0];
    if (problem) problems[field] = problem;
    else dosage = candidate;
  }
  return { dosage, problems };
}
