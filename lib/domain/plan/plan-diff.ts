import type { Dosage, Frequency } from "../dosage/dosage";
import type { DocumentAdvice, DocumentExercise, PainRule } from "./plan-document";

/** One side of a comparison; a `PlanDocument` is one. Order is that of `position`. */
export interface PlanSide {
  readonly note: string | null;
  readonly painRule: PainRule;
  /** In the plan's order. */
  readonly advice: readonly Pick<DocumentAdvice, "id">[];
  readonly exercises: readonly Pick<
    DocumentExercise,
    "lineId" | "slug" | "position" | "dosage" | "cue" | "caution"
  >[];
}

type LineFields = Omit<Dosage, "frequency"> & {
  readonly slug: string;
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

/** Ids of advice that came, that went, and the fewest that were moved past others, in the later order. */
export interface AdviceChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly reordered: readonly string[];
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
  readonly painRule: readonly PainRuleChange[];
  readonly note: { readonly before: string | null; readonly after: string | null } | null;
  readonly advice: AdviceChanges;
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

function fieldsOf({ slug, dosage, cue, caution }: PlanSide["exercises"][number]): LineFields {
  return { ...dosage, slug, cue: text(cue), caution: text(caution) };
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

function changes<T extends object>(before: T, after: T, fields: readonly (keyof T)[]) {
  return fields
    .filter((field) => !same(before[field], after[field]))
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
    reordered: moved(
      was.filter((id) => is.includes(id)),
      inBoth,
    ),
  };
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
        fieldsOf(was.get(line.lineId) as PlanSide["exercises"][number]),
        fieldsOf(line),
        LINE_FIELDS,
      ),
    }))
    .filter((line) => line.fields.length > 0);
  const reordered = moved(
    earlier.filter((line) => is.has(line.lineId)).map((line) => line.lineId),
    inBoth.map((line) => line.lineId),
  );
  const painRule = changes(rulesOf(before.painRule), rulesOf(after.painRule), PAIN_RULE_FIELDS);
  const notes = { before: text(before.note), after: text(after.note) };
  const note = notes.before === notes.after ? null : notes;
  const advice = adviceChanges(before.advice, after.advice);
  const lists = [added, removed, changed, reordered, painRule, ...Object.values(advice)];
  const isEmpty = note === null && lists.every((list) => list.length === 0);
  return { added, removed, changed, reordered, painRule, note, advice, isEmpty };
}
