import type {
  LineContent,
  LineField,
  LineProblem,
  LineSpan,
} from "../domain/dosage/line-grammar/read-line";
import type { SaidDays, SaidDosage } from "../domain/dosage/line-grammar/said-dosage";
import { shortDate } from "./date-words";
import { type DosageTranslate, dosageTranslators, timeWords, weightWords } from "./dosage-units";
import { dosageProblemWords, type PlansTranslator } from "./plan-problem-words";

// Only therapists type lines, and their screens are in English.
const dosage: DosageTranslate = dosageTranslators.en;
const time = (seconds: number) => timeWords(dosage, seconds);

function amountWords({ sets, reps, holdSeconds, durationSeconds }: SaidDosage): string[] {
  const words: string[] = [];
  if (typeof holdSeconds === "number") words.push(dosage("hold", { duration: time(holdSeconds) }));
  const each = durationSeconds === undefined ? reps : time(durationSeconds);
  if (sets !== undefined)
    words.push(
      each === undefined
        ? dosage("sets", { n: sets })
        : dosage("setsOf", { sets, each: String(each) }),
    );
  else if (durationSeconds !== undefined)
    words.push(dosage("for", { duration: time(durationSeconds) }));
  else if (reps !== undefined) words.push(dosage("times", { n: reps }));
  return words;
}

function daysWords(t: PlansTranslator, { pattern, weekdays, ...perWeek }: SaidDays): string {
  const { daysPerWeekMin: min, daysPerWeekMax: max } = perWeek;
  if (pattern === "weekdays") return weekdays.map((day) => dosage(`weekday.${day}`)).join(", ");
  if (pattern !== "per_week") return t(`builder.line.days.${pattern}`);
  return min === max
    ? t("builder.line.days.perWeek", { n: max ?? 0 })
    : t("builder.line.days.perWeekRange", { min: min ?? 0, max: max ?? 0 });
}

function noneWords(t: PlansTranslator, said: SaidDosage): string[] {
  const fields = ["holdSeconds", "restSeconds", "loadGrams", "band", "tempo"] as const;
  const words = fields
    .filter((field) => said[field] === null)
    .map((field) => t(`builder.line.none.${field}`));
  return said.side === "none" ? [...words, t("builder.line.none.side")] : words;
}

function howWords({ restSeconds, loadGrams, band, tempo, side }: SaidDosage): string[] {
  const words: string[] = [];
  if (typeof restSeconds === "number")
    words.push(
      restSeconds === 0
        ? dosage("restNone")
        : dosage("restBetween", { duration: time(restSeconds) }),
    );
  if (typeof loadGrams === "number")
    words.push(dosage("load", { weight: weightWords(dosage, loadGrams) }));
  if (band) words.push(dosage(`band.${band}`));
  if (tempo) words.push(dosage("tempo", { parts: tempo }));
  if (side !== undefined && side !== "none") words.push(dosage(`side.${side}`));
  return words;
}

function fieldsBeside(
  t: PlansTranslator,
  fields: readonly LineField[],
  line: LineContent,
): string[] {
  const words: string[] = [];
  if (fields.includes("cue") && line.cue !== null)
    words.push(t("builder.line.cue", { text: line.cue }));
  if (fields.includes("mustDo")) words.push(t("builder.line.mustDo"));
  if (fields.includes("startsOn") && line.startsOn)
    words.push(t("builder.line.from", { date: shortDate(line.startsOn, "en") }));
  if (fields.includes("endsOn") && line.endsOn)
    words.push(t("builder.line.to", { date: shortDate(line.endsOn, "en") }));
  return words;
}

/** What a line says beside the dosage: cue, star and days. */
export function besideWords(t: PlansTranslator, line: LineContent): string[] {
  const star: LineField[] = line.mustDo ? ["mustDo"] : [];
  return fieldsBeside(t, ["cue", ...star, "startsOn", "endsOn"], line);
}

/** What a taken span of a line says, in words: "hold 25 seconds", "3 sets of 10". */
export function spanWords(t: PlansTranslator, { fields }: LineSpan, line: LineContent): string {
  const said = Object.fromEntries(
    Object.entries(line.said).filter(([field]) => fields.includes(field as LineField)),
  ) as SaidDosage;
  const { timesPerDay, days } = said;
  const words = [...amountWords(said), ...noneWords(t, said), ...howWords(said)];
  if (timesPerDay) {
    const { min, max } = timesPerDay;
    words.push(
      min === max ? dosage("timesADay", { n: max }) : dosage("timesADayRange", { min, max }),
    );
  }
  if (days) words.push(daysWords(t, days));
  return [...words, ...fieldsBeside(t, fields, line)].join(", ");
}

function fieldWords(t: PlansTranslator, field: LineField): string {
  switch (field) {
    case "days":
      return t("field.pattern");
    case "timesPerDay":
      return t("field.timesPerDayMin");
    case "mustDo":
    case "startsOn":
    case "endsOn":
      return t(`builder.line.field.${field}`);
    default:
      return t(`field.${field}`);
  }
}

/** Words of a line as they stand in it, in quotation marks. */
export function quotedWords(spans: readonly LineSpan[], typed: string): string {
  return spans.map(({ from, to }) => `“${typed.slice(from, to)}”`).join(", ");
}

function problemWords(t: PlansTranslator, problem: LineProblem, text: string): string {
  const { code, field, dosage: wrong, max = 0 } = problem;
  if (code === "dosage" && wrong)
    return t("builder.line.problem.dosage", {
      text,
      field: t(`field.${wrong.field}`),
      sentence: dosageProblemWords(t, wrong),
    });
  if (code === "twice" && field)
    return t("builder.line.problem.twice", { text, field: fieldWords(t, field) });
  return t(`builder.line.problem.${code as Exclude<typeof code, "dosage" | "twice">}`, {
    text,
    max,
  });
}

/** Why spans were not taken, a sentence for each reason. `typed`: the line that they are of. */
export function lineProblemWords(
  t: PlansTranslator,
  spans: readonly LineSpan[],
  typed: string,
): string[] {
  const byReason = new Map<string, LineSpan[]>();
  for (const span of spans) {
    const reason = JSON.stringify(span.problem);
    byReason.set(reason, [...(byReason.get(reason) ?? []), span]);
  }
  return [...byReason.values()].flatMap((same) => {
    const problem = same[0]?.problem;
    return problem ? [problemWords(t, problem, quotedWords(same, typed))] : [];
  });
}
