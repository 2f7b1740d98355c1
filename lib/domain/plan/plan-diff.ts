import type { Dosage, Frequency } from "../dosage/dosage";
import type { FrozenMarks } from "./frozen-marks";
import type { LadderStep, LineExtras, PlanDates } from "./line";
import type { Phase } from "./phase";
import {
  type DocumentAdvice,
  type DocumentExercise,
  LOCALES,
  type Locale,
  type PainRule,
} from "./plan-document";

/** One side of a comparison; a `PlanDocument` is one. Order is that of `position`. */
export interface PlanSide extends PlanDates {
  readonly note: string | null;
  readonly painRule: PainRule;
  /** In the plan's order. */
  readonly advice: readonly (Pick<DocumentAdvice, "id"> & { readonly mark?: string })[];
  /** In the plan's order. */
  readonly phases: readonly Phase[];
  readonly exercises: readonly (Pick<
    DocumentExercise,
    "lineId" | "slug" | "position" | "dosage" | "cue" | "caution"
  > &
    LineExtras & {
      readonly marks?: FrozenMarks;
      /** Of its variants, by `stepId`. */
      readonly stepMarks?: Readonly<Record<string, FrozenMarks>>;
    })[];
}

/** A phase as a difference names it. */
export type NamedPhase = Pick<Phase, "phaseId" | "name">;

type LineFields = Omit<Dosage, "frequency"> &
  Omit<LineExtras, "phaseId"> & {
    readonly slug: string;
    readonly phase: NamedPhase | null;
    readonly frequency: Frequency;
    readonly cue: string | null;
    readonly caution: string | null;
  };

type ChangesOf<T> = {
  [F in keyof T]-?: { readonly field: F; readonly before: T[F]; readonly after: T[F] };
}[keyof T];

/** A field of a prescribed exercise with its value before and after. `slug`: another exercise on the same line. */
export type LineFieldChange = ChangesOf<LineFields>;
export type PainRuleChange = ChangesOf<PainRule>;

/** A line of the same exercise and variants, of which the library has renewed words or pictures. */
export interface Renewal {
  readonly lineId: string;
  /** Languages whose words are others now. */
  readonly words: readonly Locale[];
  readonly pictures: boolean;
}

/** Ids of advice that came, that went, that were reworded, and the fewest that were moved past others, in the later order. */
export interface AdviceChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly renewed: readonly string[];
  readonly reordered: readonly string[];
}

/** What became of a plan's phases. */
export interface PhaseChanges {
  readonly added: readonly Phase[];
  readonly removed: readonly Phase[];
  /** Name, aim or beginning. */
  readonly changed: readonly { readonly before: Phase; readonly after: Phase }[];
  readonly reordered: boolean;
}

/** What changed between two versions, in data; the words are made in `lib/i18n`. */
export interface PlanDiff {
  /** Line ids only in the later side, in its order. */
  readonly added: readonly string[];
  /** Line ids only in the earlier side, in its order. */
  readonly removed: readonly string[];
  /** Lines in both, with at least one change, in the later order. */
  readonly changed: readonly {
    readonly lineId: string;
    readonly fields: readonly LineFieldChange[];
  }[];
  /** The fewest lines in both that were moved past others, in the later order. */
  readonly reordered: readonly string[];
  /** In the later order; empty where the sides were given no marks. */
  readonly renewed: readonly Renewal[];
  readonly painRule: readonly PainRuleChange[];
  readonly note: { readonly before: string | null; readonly after: string | null } | null;
  readonly advice: AdviceChanges;
  readonly phases: PhaseChanges;
  readonly dates: readonly ChangesOf<PlanDates>[];
  readonly isEmpty: boolean;
}

const LINE_FIELDS = [
  "slug",
  "sets",
  "reps",
  "holdSeconds",
  "durationSeconds",
  "restSeconds",
  "loadGrams",
  "band",
  "tempo",
  "side",
  "frequency",
  "phase",
  "startsOn",
  "endsOn",
  "mustDo",
  "painLimits",
  "ladder",
  "cue",
  "caution",
] as const satisfies readonly (keyof LineFields)[];

const PAIN_RULE_FIELDS = [
  "greenMax",
  "amberMax",
  "settledMax",
  "greenText",
  "amberText",
  "redText",
] as const satisfies readonly (keyof PainRule)[];

function text(value: string | null): string | null {
  return value?.trim() || null;
}

type Line = PlanSide["exercises"][number];

/** Only what a step says itself: a document's has its words and pictures too. */
const plainStep = ({ stepId, direction, slug, dosage }: LadderStep): LadderStep => ({
  stepId,
  direction,
  slug,
  dosage,
});

function fieldsOf(line: Line, phases: readonly Phase[]): LineFields {
  const { slug, dosage, cue, caution, startsOn, endsOn, mustDo, painLimits, ladder } = line;
  const phase = phases.find(({ phaseId }) => phaseId === line.phaseId);
  return {
    ...dosage,
    slug,
    phase: phase ? { phaseId: phase.phaseId, name: phase.name } : null,
    startsOn,
    endsOn,
    mustDo,
    painLimits,
    ladder: ladder.map(plainStep),
    cue: text(cue),
    caution: text(caution),
  };
}

function rulesOf(rule: PainRule): PainRule {
  return {
    ...rule,
    greenText: text(rule.greenText),
    amberText: text(rule.amberText),
    redText: text(rule.redText),
  };
}

function same(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || a === null || typeof b !== "object" || b === null) return a === b;
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => same(left[key], right[key]));
}

/** A phase that was renamed is still the same one. */
const comparedOf = (value: unknown) =>
  typeof value === "object" && value !== null && "phaseId" in value ? value.phaseId : value;

function changes<T extends object>(before: T, after: T, fields: readonly (keyof T)[]) {
  return fields
    .filter((field) => !same(comparedOf(before[field]), comparedOf(after[field])))
    .map((field) => ({ field, before: before[field], after: after[field] })) as ChangesOf<T>[];
}

function inOrder(side: PlanSide): PlanSide["exercises"] {
  return [...side.exercises].sort((a, b) => a.position - b.position);
}

// The lines outside a longest run that kept its order are the fewest that can have been moved.
function moved(before: readonly string[], after: readonly string[]): string[] {
  const ranks = after.map((lineId) => before.indexOf(lineId));
  const runs: number[][] = [];
  ranks.forEach((rank, i) => {
    let longest: number[] = [];
    for (let j = 0; j < i; j++) {
      const run = runs[j] as number[];
      if ((ranks[j] as number) < rank && run.length > longest.length) longest = run;
    }
    runs.push([...longest, i]);
  });
  const kept = new Set(runs.reduce((a, b) => (b.length > a.length ? b : a), []));
  return after.filter((_, i) => !kept.has(i));
}

function adviceChanges(before: PlanSide["advice"], after: PlanSide["advice"]): AdviceChanges {
  const was = before.map(({ id }) => id);
  const is = after.map(({ id }) => id);
  const inBoth = is.filter((id) => was.includes(id));
  return {
    added: is.filter((id) => !was.includes(id)),
    removed: was.filter((id) => !is.includes(id)),
    renewed: after.flatMap(({ id, mark }) => {
      const earlier = before.find((one) => one.id === id)?.mark;
      return earlier !== undefined && mark !== undefined && earlier !== mark ? [id] : [];
    }),
    reordered: moved(
      was.filter((id) => is.includes(id)),
      inBoth,
    ),
  };
}

function phaseChanges(before: readonly Phase[], after: readonly Phase[]): PhaseChanges {
  const was = new Map(before.map((phase) => [phase.phaseId, phase]));
  const is = new Map(after.map((phase) => [phase.phaseId, phase]));
  const plain = (phase: Phase) => ({ ...phase, aim: text(phase.aim) });
  const inBoth = after.flatMap((phase) => {
    const earlier = was.get(phase.phaseId);
    return earlier ? [{ before: earlier, after: phase }] : [];
  });
  return {
    added: after.filter(({ phaseId }) => !was.has(phaseId)),
    removed: before.filter(({ phaseId }) => !is.has(phaseId)),
    changed: inBoth.filter((pair) => !same(plain(pair.before), plain(pair.after))),
    reordered: !same(
      before.filter(({ phaseId }) => is.has(phaseId)).map(({ phaseId }) => phaseId),
      inBoth.map((pair) => pair.after.phaseId),
    ),
  };
}

/** What is frozen of a line: its exercise, then its variants. */
const frozenOf = ({ lineId, slug, marks, ladder, stepMarks }: Line) => [
  { id: lineId, slug, marks },
  ...ladder.map(({ stepId, slug: of }) => ({ id: stepId, slug: of, marks: stepMarks?.[stepId] })),
];

function renewals(was: ReadonlyMap<string, Line>, later: readonly Line[]): Renewal[] {
  return later.flatMap((line) => {
    const earlier = was.get(line.lineId);
    if (!earlier) return [];
    const before = new Map(frozenOf(earlier).map((one) => [`${one.id} ${one.slug}`, one.marks]));
    const pairs = frozenOf(line).flatMap(({ id, slug, marks }) => {
      const held = before.get(`${id} ${slug}`);
      return held && marks ? [{ held, marks }] : [];
    });
    const words = LOCALES.filter((locale) =>
      pairs.some(({ held, marks }) => held.words[locale] !== marks.words[locale]),
    );
    const pictures = pairs.some(({ held, marks }) => held.pictures !== marks.pictures);
    return pictures || words.length > 0 ? [{ lineId: line.lineId, words, pictures }] : [];
  });
}

/** Compares two sides of a plan line by line (`lineId`); blank text counts as none. */
export function diffPlans(before: PlanSide, after: PlanSide): PlanDiff {
  const earlier = inOrder(before);
  const later = inOrder(after);
  const was = new Map(earlier.map((line) => [line.lineId, line]));
  const is = new Map(later.map((line) => [line.lineId, line]));
  const inBoth = later.filter((line) => was.has(line.lineId));

  const added = later.filter((line) => !was.has(line.lineId)).map((line) => line.lineId);
  const removed = earlier.filter((line) => !is.has(line.lineId)).map((line) => line.lineId);
  const changed = inBoth
    .map((line) => ({
      lineId: line.lineId,
      fields: changes(
        fieldsOf(was.get(line.lineId) as Line, before.phases),
        fieldsOf(line, after.phases),
        LINE_FIELDS,
      ),
    }))
    .filter((line) => line.fields.length > 0);
  const reordered = moved(
    earlier.filter((line) => is.has(line.lineId)).map((line) => line.lineId),
    inBoth.map((line) => line.lineId),
  );
  const renewed = renewals(was, later);
  const painRule = changes(rulesOf(before.painRule), rulesOf(after.painRule), PAIN_RULE_FIELDS);
  const notes = { before: text(before.note), after: text(after.note) };
  const note = notes.before === notes.after ? null : notes;
  const advice = adviceChanges(before.advice, after.advice);
  const phases = phaseChanges(before.phases, after.phases);
  const dates = changes<PlanDates>(before, after, ["wantedStartOn", "endsOn"]);
  const lists = [
    added,
    removed,
    changed,
    reordered,
    renewed,
    painRule,
    dates,
    ...Object.values(advice),
  ];
  const samePhases = [phases.added, phases.removed, phases.changed].every((l) => l.length === 0);
  const isEmpty =
    note === null && lists.every((list) => list.length === 0) && samePhases && !phases.reordered;
  return {
    added,
    removed,
    changed,
    reordered,
    renewed,
    painRule,
    note,
    advice,
    phases,
    dates,
    isEmpty,
  };
}
