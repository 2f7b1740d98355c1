import type { LocalDate } from "../domain/calendar/local-date";
import type { Dosage, Frequency } from "../domain/dosage/dosage";
import type { LadderStep, PainLimits } from "../domain/plan/line";
import type {
  LineFieldChange,
  NamedPhase,
  PainRuleChange,
  PlanDiff,
} from "../domain/plan/plan-diff";
import { longDate } from "./date-words";
import { type DosageTranslate, dosageTranslators, timeWords, weightWords } from "./dosage-units";
import { dosageInWords, dosageShort } from "./dosage-words";
import type { Locale } from "./locale";
import { phaseBeginWords } from "./phase-words";

/** One difference between two versions: what it is about, and the values when there are any. */
export interface DiffItem {
  readonly kind:
    | "added"
    | "removed"
    | "changed"
    | "moved"
    | "pain_rule"
    | "note"
    | "advice"
    | "phases"
    | "dates";
  /** The line it is about; null for the plan's own. */
  readonly lineId: string | null;
  /** "Added: Bridge", "Single knee to chest", "Pain rule". */
  readonly title: string;
  /** "Hold: 25 seconds, was 20 seconds". */
  readonly details: readonly string[];
}

export interface DiffNames {
  readonly locale: Locale;
  /** Name of the exercise of a line or of a variant, of either side, in that language. */
  readonly nameOf: (lineId: string) => string;
  /** Title of an advice, of either side, in that language. */
  readonly titleOf: (adviceId: string) => string;
  /** Dosage of an added line, to say how much of it; without it only the name is said. */
  readonly dosageOf?: (lineId: string) => Dosage | undefined;
  /** Name of a library exercise, for a line whose exercise was swapped. */
  readonly nameOfSlug?: (slug: string) => string;
}

function often(frequency: Frequency, locale: Locale): string {
  const words = dosageInWords(
    {
      sets: 1,
      reps: 1,
      holdSeconds: null,
      durationSeconds: null,
      restSeconds: null,
      loadGrams: null,
      band: null,
      tempo: null,
      side: "none",
      frequency,
    },
    locale,
  ).frequency;
  return words.charAt(0).toLocaleLowerCase(locale) + words.slice(1);
}

type Change = LineFieldChange | PainRuleChange;

/** A value as it reads within a sentence; null: there is none. */
function valueWords(change: Change, value: Change["before"], names: DiffNames): string | null {
  const t = dosageTranslators[names.locale];
  if (value === null) return null;
  switch (change.field) {
    case "holdSeconds":
    case "durationSeconds":
    case "restSeconds":
      return timeWords(t, value as number);
    case "loadGrams":
      return weightWords(t, value as number);
    case "band":
      return t(`band.${value as NonNullable<Dosage["band"]>}`);
    case "side":
      return value === "none" ? null : t(`side.${value as Exclude<Dosage["side"], "none">}`);
    case "frequency":
      return often(value as Frequency, names.locale);
    case "greenMax":
    case "amberMax":
      return t("diff.pain", { n: value as number });
    case "settledMax":
      return t("diff.points", { n: value as number });
    case "cue":
    case "caution":
    case "greenText":
    case "amberText":
    case "redText":
      return t("diff.quoted", { text: value as string });
    case "slug":
      return names.nameOfSlug?.(value as string) ?? (value as string);
    case "sets":
    case "reps":
    case "tempo":
      return String(value);
    case "phase":
      return t("diff.quoted", { text: (value as NamedPhase).name });
    case "startsOn":
    case "endsOn":
      return longDate(value as LocalDate, names.locale);
    case "mustDo":
      return value ? t("diff.yes") : null;
    case "painLimits": {
      const { greenMax: green, amberMax: amber } = value as PainLimits;
      return t("diff.limits", { green, amber });
    }
    case "ladder": {
      const steps = value as readonly LadderStep[];
      const words = ({ direction, stepId, dosage }: LadderStep) =>
        `${t(`diff.${direction}`, { name: names.nameOf(stepId) })} (${dosageShort(dosage, names.locale)})`;
      return steps.length === 0 ? null : steps.map(words).join("; ");
    }
  }
}

function sentence(t: DosageTranslate, field: string, before: string | null, after: string | null) {
  if (after === null) return before === null ? field : t("diff.gone", { field, before });
  return before === null
    ? t("diff.set", { field, after })
    : t("diff.changed", { field, before, after });
}

function changeSentence(change: Change, names: DiffNames): string {
  const t = dosageTranslators[names.locale];
  return sentence(
    t,
    t(`diff.field.${change.field}`),
    valueWords(change, change.before, names),
    valueWords(change, change.after, names),
  );
}

function addedDetails(lineId: string, { locale, dosageOf }: DiffNames): string[] {
  const dosage = dosageOf?.(lineId);
  if (!dosage) return [];
  const { amount, frequency, extras } = dosageInWords(dosage, locale);
  return [amount, ...extras, frequency];
}

function adviceDetails({ advice }: PlanDiff, { locale, titleOf }: DiffNames): string[] {
  const t = dosageTranslators[locale];
  const said = (kind: "added" | "removed") =>
    advice[kind].map((id) => t(`diff.${kind}`, { name: titleOf(id) }));
  return [
    ...said("added"),
    ...said("removed"),
    ...advice.renewed.map((id) => t("diff.adviceRenewed", { name: titleOf(id) })),
    ...(advice.reordered.length > 0 ? [t("diff.order")] : []),
  ];
}

function phaseDetails({ phases }: PlanDiff, locale: Locale): string[] {
  const t = dosageTranslators[locale];
  const changed = phases.changed.flatMap(({ before, after }) => {
    const { name } = after;
    const begins = [before, after].map((phase) => phaseBeginWords(phase, false, locale));
    return [
      before.name !== name && t("diff.renamed", { before: before.name, after: name }),
      before.aim !== after.aim && sentence(t, t("diff.aim", { name }), before.aim, after.aim),
      begins[0] !== begins[1] &&
        sentence(t, t("diff.begins", { name }), begins[0] ?? null, begins[1] ?? null),
    ].filter((words) => words !== false);
  });
  return [
    ...phases.added.map(({ name }) => t("diff.added", { name })),
    ...phases.removed.map(({ name }) => t("diff.removed", { name })),
    ...changed,
    ...(phases.reordered ? [t("diff.order")] : []),
  ];
}

function dateDetails({ dates }: PlanDiff, locale: Locale): string[] {
  const t = dosageTranslators[locale];
  const words = (day: LocalDate | null) => (day === null ? null : longDate(day, locale));
  return dates.map(({ field, before, after }) =>
    sentence(
      t,
      t(`diff.field.${field === "endsOn" ? "planEndsOn" : field}`),
      words(before),
      words(after),
    ),
  );
}

/** What the library says or shows otherwise now of a line; changes of the line itself come before it. */
function lineChanges({ changed, renewed }: PlanDiff, names: DiffNames): DiffItem[] {
  const t = dosageTranslators[names.locale];
  const details = new Map(
    changed.map(({ lineId, fields }) => [
      lineId,
      fields.map((change) => changeSentence(change, names)),
    ]),
  );
  for (const { lineId, words, pictures } of renewed)
    details.set(lineId, [
      ...(details.get(lineId) ?? []),
      ...(words.length > 0 ? [t("diff.wordsRenewed")] : []),
      ...(pictures ? [t("diff.picturesRenewed")] : []),
    ]);
  return [...details].map(([lineId, said]) => ({
    kind: "changed",
    lineId,
    title: names.nameOf(lineId),
    details: said,
  }));
}

/** A difference in words, for the therapist and the patient alike: lines first, then the plan's own. */
export function planDiffWords(diff: PlanDiff, names: DiffNames): DiffItem[] {
  const t = dosageTranslators[names.locale];
  const titled = (kind: "added" | "removed" | "moved", lineId: string): DiffItem => ({
    kind,
    lineId,
    title: t(`diff.${kind}`, { name: names.nameOf(lineId) }),
    details: kind === "added" ? addedDetails(lineId, names) : [],
  });
  const items: DiffItem[] = [
    ...diff.added.map((lineId) => titled("added", lineId)),
    ...diff.removed.map((lineId) => titled("removed", lineId)),
    ...lineChanges(diff, names),
    ...diff.reordered.map((lineId) => titled("moved", lineId)),
  ];
  if (diff.painRule.length > 0)
    items.push({
      kind: "pain_rule",
      lineId: null,
      title: t("diff.painRule"),
      details: diff.painRule.map((change) => changeSentence(change, names)),
    });
  if (diff.note) {
    const quoted = (text: string | null) => (text === null ? null : t("diff.quoted", { text }));
    const { before, after } = diff.note;
    items.push({
      kind: "note",
      lineId: null,
      title: t("diff.note"),
      details: [sentence(t, t("diff.note"), quoted(before), quoted(after))],
    });
  }
  const own = { advice: adviceDetails(diff, names), phases: phaseDetails(diff, names.locale) };
  for (const kind of ["advice", "phases"] as const)
    if (own[kind].length > 0)
      items.push({ kind, lineId: null, title: t(`diff.${kind}`), details: own[kind] });
  for (const title of dateDetails(diff, names.locale))
    items.push({ kind: "dates", lineId: null, title, details: [] });
  return items;
}
