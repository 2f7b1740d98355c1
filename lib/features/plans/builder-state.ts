import type { Dosage } from "../../domain/dosage/dosage";
import { PAIN_RULE_BOUNDS, PAIN_TEXT_MAX } from "../../domain/pain/pain-rule";
import type { Phase } from "../../domain/plan/phase";
import type { PainRule } from "../../domain/plan/plan-document";
import { LINE_TEXT_MAX } from "../../domain/plan/validate-plan";
import { type AdviceAction, adviceAfter } from "./advice-list";
import { characters, NOTE_MAX } from "./bounds";
import { choose, type DosageChoice } from "./dosage-choices";
import { applyTyped, TYPED_FIELDS, type Typed, type TypedField } from "./dosage-typing";
import type { ContentLine, DraftContent } from "./draft-content";
import { mergeDrafts } from "./merge-drafts";

export type LineText = "cue" | "caution";
export type PlanText = "note" | "greenText" | "amberText" | "redText";

/** Most characters of each text. */
export const TEXT_MAX: Readonly<Record<LineText | PlanText, number>> = {
  cue: LINE_TEXT_MAX,
  caution: LINE_TEXT_MAX,
  note: NOTE_MAX,
  greenText: PAIN_TEXT_MAX,
  amberText: PAIN_TEXT_MAX,
  redText: PAIN_TEXT_MAX,
};

/** What stands in the inputs where that is not the content: half-typed and wrong entries. */
export interface Pending {
  readonly dosage: Readonly<Record<string, Typed>>;
  /** Texts that are too long, by `lineId.cue` or `note`. */
  readonly texts: Readonly<Record<string, string>>;
}

/** One step of the builder. */
export interface Snapshot {
  readonly content: DraftContent;
  readonly pending: Pending;
}

/** The builder as a value. `content` is always valid: it is what is saved. */
export interface BuilderState extends Snapshot {
  /** Newest last. */
  readonly past: readonly Snapshot[];
  /** What was undone, the next one to do again last. */
  readonly future: readonly Snapshot[];
  /** Field that the newest change was made in; typing on in it is the same step back. */
  readonly lastEdit: string | null;
}

export type BuilderAction =
  | { readonly type: "add"; readonly line: ContentLine; readonly at?: number }
  | {
      readonly type: "insert";
      readonly lines: readonly ContentLine[];
      readonly at: number;
      /** A note for the plan; null: its own stays. */
      readonly note: string | null;
      /** Phases for a plan without; its own stay. */
      readonly phases?: readonly Phase[];
    }
  | { readonly type: "remove"; readonly lineId: string }
  | { readonly type: "move"; readonly lineId: string; readonly to: number }
  | {
      readonly type: "type";
      readonly lineId: string;
      readonly field: TypedField;
      readonly text: string;
    }
  | {
      readonly type: "choose";
      readonly lineId: string;
      readonly choice: DosageChoice;
      readonly start: Dosage;
    }
  | { readonly type: "reset-dosage"; readonly lineId: string; readonly start: Dosage }
  | {
      readonly type: "write-line";
      readonly lineId: string;
      readonly field: LineText;
      readonly text: string;
    }
  | { readonly type: "write"; readonly field: PlanText; readonly text: string }
  | {
      readonly type: "pain-limit";
      readonly field: "greenMax" | "amberMax" | "settledMax";
      readonly value: number;
    }
  | AdviceAction
  | { readonly type: "settle"; readonly lineId: string; readonly field: TypedField }
  /** Somebody else's changes since `base`, put together with mine; `content` has the clashes settled. */
  | {
      readonly type: "merge";
      readonly content: DraftContent;
      readonly base: DraftContent;
      readonly theirs: DraftContent;
    }
  /** What this tab kept over a reload. */
  | { readonly type: "restore"; readonly state: BuilderState }
  | { readonly type: "undo" }
  | { readonly type: "redo" };

const STEPS_KEPT = 100;
const NOTHING: Pending = { dosage: {}, texts: {} };

/** The builder at the start, with nothing to undo. */
export function startBuilder(content: DraftContent): BuilderState {
  return { content, pending: NOTHING, past: [], future: [], lastEdit: null };
}

/** Key of a text in `Pending.texts`. */
export function textKey(field: LineText | PlanText, lineId?: string): string {
  return lineId === undefined ? field : `${lineId}.${field}`;
}

function step(state: BuilderState, next: Partial<Snapshot>, edit: string | null): BuilderState {
  const { content, pending, past, lastEdit } = state;
  const sameStep = edit !== null && edit === lastEdit;
  return {
    content: next.content ?? content,
    pending: next.pending ?? pending,
    past: sameStep ? past : [...past, { content, pending }].slice(-STEPS_KEPT),
    future: [],
    lastEdit: edit,
  };
}

function withLine(
  content: DraftContent,
  lineId: string,
  change: (line: ContentLine) => ContentLine,
): DraftContent {
  const lines = content.lines.map((line) => (line.lineId === lineId ? change(line) : line));
  return { ...content, lines };
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  const { [key]: _, ...rest } = record;
  return rest;
}

function typeInto(state: BuilderState, lineId: string, field: TypedField, text: string) {
  const line = state.content.lines.find((one) => one.lineId === lineId);
  if (!line) return state;
  const typed = { ...state.pending.dosage[lineId], [field]: text };
  const { dosage } = applyTyped(line.dosage, typed);
  const pending = { ...state.pending, dosage: { ...state.pending.dosage, [lineId]: typed } };
  const content = withLine(state.content, lineId, (one) => ({ ...one, dosage }));
  return step(state, { content, pending }, `${lineId}.${field}`);
}

/** On leaving a field: what was taken is shown as it stands; what was not stays to be put right. */
function settle(state: BuilderState, lineId: string, field: TypedField): BuilderState {
  const line = state.content.lines.find((one) => one.lineId === lineId);
  const typed = state.pending.dosage[lineId];
  if (!line || typed?.[field] === undefined) return state;
  if (applyTyped(line.dosage, typed).problems[field]) return state;
  const rest = without(typed as Record<string, string>, field);
  const pending = { ...state.pending, dosage: { ...state.pending.dosage, [lineId]: rest } };
  return { ...state, pending, lastEdit: null };
}

/** Half-typed entries that a choice makes meaningless. */
const OUTDATED: Readonly<Record<DosageChoice["of"], readonly TypedField[]>> = {
  mode: ["reps", "holdSeconds", "durationSeconds"],
  band: ["load"],
  pattern: ["daysPerWeek"],
  side: [],
  weekday: [],
};

function setDosage(
  state: BuilderState,
  lineId: string,
  change: (d: Dosage) => Dosage,
  outdated: readonly TypedField[],
): BuilderState {
  const content = withLine(state.content, lineId, (line) => ({
    ...line,
    dosage: change(line.dosage),
  }));
  const typed = Object.fromEntries(
    Object.entries(state.pending.dosage[lineId] ?? {}).filter(
      ([field]) => !outdated.includes(field as TypedField),
    ),
  );
  const pending = { ...state.pending, dosage: { ...state.pending.dosage, [lineId]: typed } };
  return step(state, { content, pending }, null);
}

function write(
  state: BuilderState,
  field: LineText | PlanText,
  text: string,
  lineId?: string,
): BuilderState {
  const key = textKey(field, lineId);
  if (characters(text) > TEXT_MAX[field]) {
    const pending = { ...state.pending, texts: { ...state.pending.texts, [key]: text } };
    return step(state, { pending }, key);
  }
  const pending = { ...state.pending, texts: without(state.pending.texts, key) };
  const value = text === "" ? null : text;
  const { content } = state;
  if (lineId !== undefined) {
    const changed = withLine(content, lineId, (line) => ({ ...line, [field]: value }));
    return step(state, { content: changed, pending }, key);
  }
  const changed =
    field === "note"
      ? { ...content, note: value }
      : { ...content, painRule: { ...content.painRule, [field]: value } };
  return step(state, { content: changed, pending }, key);
}

/** Green stays below amber: the other limit gives way, so that a rule is never half set. */
function withLimit(
  rule: PainRule,
  field: "greenMax" | "amberMax" | "settledMax",
  value: number,
): PainRule {
  const { min, max } = PAIN_RULE_BOUNDS[field];
  const next = { ...rule, [field]: Math.min(max, Math.max(min, Math.round(value))) };
  if (next.greenMax < next.amberMax) return next;
  return field === "greenMax"
    ? { ...next, amberMax: next.greenMax + 1 }
    : { ...next, greenMax: next.amberMax - 1 };
}

function move(state: BuilderState, lineId: string, to: number): BuilderState {
  const { lines } = state.content;
  const from = lines.findIndex((line) => line.lineId === lineId);
  const target = Math.min(lines.length - 1, Math.max(0, to));
  if (from < 0 || from === target) return state;
  const rest = lines.filter((_, i) => i !== from);
  const moved = lines[from] as ContentLine;
  const content = {
    ...state.content,
    lines: [...rest.slice(0, target), moved, ...rest.slice(target)],
  };
  return step(state, { content }, null);
}

function add(state: BuilderState, line: ContentLine, at: number | undefined): BuilderState {
  const { lines } = state.content;
  const place = at ?? lines.length;
  const content = {
    ...state.content,
    lines: [...lines.slice(0, place), line, ...lines.slice(place)],
  };
  return step(state, { content }, null);
}

/** Several exercises and a note in one step back. */
function insert(
  state: BuilderState,
  { lines: more, at, note, phases = [] }: Extract<BuilderAction, { type: "insert" }>,
): BuilderState {
  if (more.length === 0 && note === null) return state;
  const { lines } = state.content;
  const content = {
    ...state.content,
    lines: [...lines.slice(0, at), ...more, ...lines.slice(at)],
    note: note ?? state.content.note,
    phases: state.content.phases.length > 0 ? state.content.phases : phases,
  };
  const pending =
    note === null
      ? state.pending
      : { ...state.pending, texts: without(state.pending.texts, textKey("note")) };
  return step(state, { content, pending }, null);
}

function remove(state: BuilderState, lineId: string): BuilderState {
  const lines = state.content.lines.filter((line) => line.lineId !== lineId);
  if (lines.length === state.content.lines.length) return state;
  return step(state, { content: { ...state.content, lines } }, null);
}

function undo(state: BuilderState): BuilderState {
  const last = state.past.at(-1);
  if (!last) return state;
  const { content, pending, past, future } = state;
  return {
    ...last,
    past: past.slice(0, -1),
    future: [...future, { content, pending }],
    lastEdit: null,
  };
}

function redo(state: BuilderState): BuilderState {
  const next = state.future.at(-1);
  if (!next) return state;
  const { content, pending, past, future } = state;
  return {
    ...next,
    past: [...past, { content, pending }],
    future: future.slice(0, -1),
    lastEdit: null,
  };
}

/** Undoing takes back what was done here, never what somebody else did: each step gets their changes too. */
function merge(
  state: BuilderState,
  { content, base, theirs }: Extract<BuilderAction, { type: "merge" }>,
): BuilderState {
  const withTheirs = (step: Snapshot) => ({
    ...step,
    content: mergeDrafts(base, step.content, theirs).content,
  });
  return {
    ...state,
    content,
    past: state.past.map(withTheirs),
    future: state.future.map(withTheirs),
    lastEdit: null,
  };
}

/** The builder after an action. Pure; every change but leaving a field can be undone. */
export function builderReducer(state: BuilderState, action: BuilderAction): BuilderState {
  switch (action.type) {
    case "add":
      return add(state, action.line, action.at);
    case "insert":
      return insert(state, action);
    case "remove":
      return remove(state, action.lineId);
    case "move":
      return move(state, action.lineId, action.to);
    case "type":
      return typeInto(state, action.lineId, action.field, action.text);
    case "settle":
      return settle(state, action.lineId, action.field);
    case "choose":
      return setDosage(
        state,
        action.lineId,
        (d) => choose(d, action.choice, action.start),
        OUTDATED[action.choice.of],
      );
    case "reset-dosage":
      return setDosage(state, action.lineId, () => action.start, TYPED_FIELDS);
    case "write-line":
      return write(state, action.field, action.text, action.lineId);
    case "write":
      return write(state, action.field, action.text);
    case "pain-limit": {
      const painRule = withLimit(state.content.painRule, action.field, action.value);
      return step(state, { content: { ...state.content, painRule } }, null);
    }
    case "add-advice":
    case "remove-advice":
    case "move-advice": {
      const advice = adviceAfter(state.content.advice, action);
      if (advice === state.content.advice) return state;
      return step(state, { content: { ...state.content, advice } }, null);
    }
    case "merge":
      return merge(state, action);
    case "restore":
      return action.state;
    case "undo":
      return undo(state);
    case "redo":
      return redo(state);
  }
}
