import type { Dosage } from "../dosage";
import { type LineContent, SILENT } from "./read-line";
import { type SaidDays, type SaidDosage, saidOf } from "./said-dosage";

const SECONDS_PER_MINUTE = 60;
const GRAMS_PER_KILOGRAM = 1000;

const time = (seconds: number) =>
  seconds > 0 && seconds % SECONDS_PER_MINUTE === 0
    ? `${seconds / SECONDS_PER_MINUTE}min`
    : `${seconds}s`;
const range = (min: number, max: number) => (min === max ? String(min) : `${min}-${max}`);

const DAY_NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

function amountTokens({ sets, reps, durationSeconds }: SaidDosage): string[] {
  const what = durationSeconds === undefined ? reps : time(durationSeconds);
  if (sets !== undefined) return [what === undefined ? `${sets} sets` : `${sets}x${what}`];
  if (durationSeconds !== undefined) return [time(durationSeconds)];
  // Not "3x", which a following "daily" would turn into three times a day.
  return reps === undefined ? [] : [`${reps} reps`];
}

function loadToken(grams: number): string {
  return grams < GRAMS_PER_KILOGRAM ? `${grams}g` : `${grams / GRAMS_PER_KILOGRAM}kg`;
}

function daysToken({ pattern, weekdays, daysPerWeekMin, daysPerWeekMax }: SaidDays): string {
  switch (pattern) {
    case "daily":
      return "daily";
    case "every_other_day":
      return "eod";
    case "as_needed":
      return "prn";
    case "per_week":
      return `${range(daysPerWeekMin ?? 1, daysPerWeekMax ?? 1)}/w`;
    case "weekdays": {
      const names = weekdays.map((day) => DAY_NAMES[day - 1] ?? "");
      return names.length === 1
        ? (names[0] ?? "")
        : names.map((name) => name.slice(0, 3)).join(",");
    }
  }
}

/** A token for a value, the word that takes it out for null, nothing where the line is silent. */
function said<V>(value: V | null | undefined, token: (value: V) => string, none: string): string[] {
  if (value === undefined) return [];
  return [value === null ? none : token(value)];
}

const SIDE_WORDS = {
  none: "no side",
  left: "left",
  right: "right",
  both: "both",
  each: "each",
  alternating: "alt",
} as const;

function doseTokens(dose: SaidDosage): string[] {
  return [
    ...amountTokens(dose),
    ...said(dose.holdSeconds, (seconds) => `h${seconds}`, "no hold"),
    ...said(dose.restSeconds, (seconds) => `r${seconds}`, "rest open"),
    ...said(dose.loadGrams, loadToken, "no load"),
    ...said(dose.band, (band) => `band ${band}`, "no band"),
    ...said(dose.tempo, (tempo) => `t${tempo}`, "no tempo"),
    ...said(dose.side, (side) => SIDE_WORDS[side], ""),
    ...said(dose.timesPerDay, ({ min, max }) => `${range(min, max)}/d`, ""),
    ...said(dose.days, daysToken, ""),
  ];
}

function cueToken(cue: string): string {
  return `"${cue.replace(/["“”„«»\\]/gu, "\\$&")}"`;
}

/** The line that says this and nothing else; `parseLine` reads it back. */
export function writeLine(line: LineContent): string {
  return [
    line.name,
    ...doseTokens(line.said),
    ...(line.startsOn === null ? [] : [`from ${line.startsOn}`]),
    ...(line.endsOn === null ? [] : [`to ${line.endsOn}`]),
    ...(line.cue === null ? [] : [cueToken(line.cue)]),
    ...(line.mustDo ? ["*"] : []),
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/**
 * A valid dosage as a line without a name. Read back it gives this dosage over any other, so what it has not is
 * said too ("no load").
 */
export function lineOf(dosage: Dosage, cue: string | null = null): string {
  return writeLine({ ...SILENT, said: saidOf(dosage), cue });
}
