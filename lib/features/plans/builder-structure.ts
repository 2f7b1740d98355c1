import type { LocalDate } from "../../domain/calendar/local-date";
import { isLocalDate } from "../../domain/calendar/local-date";
import type { DayPattern } from "../../domain/dosage/dosage";
import {
  LADDER_STEPS,
  type LadderStep,
  MAX_LADDER_STEPS,
  type PainLimits,
} from "../../domain/plan/line";
import {
  ENTRY_BOUNDS,
  MAX_PHASES,
  NO_ENTRY,
  PHASE_AIM_MAX,
  PHASE_NAME_MAX,
  type Phase,
  type PhaseEntry,
} from "../../domain/plan/phase";
import type { Pending, Snapshot } from "./builder-state";
import { choose } from "./dosage-choices";
import { applyTyped, type TypedField } from "./dosage-typing";
import type { ContentLine, DraftContent } from "./draft-content";

/** One thing done to phases, dates, stars, limits, ladders, or to several lines at once. */
export type StructureChange =
  /** The first two at once, when the plan has none: the lines that are there go into the first. */
  | { readonly of: "add-phase"; readonly phaseId: string; readonly firstId: string }
  | { readonly of: "name-phase"; readonly phaseId: string; readonly name: string }
  | { readonly of: "aim-phase"; readonly phaseId: string; readonly aim: string }
  | { readonly of: "begin-phase"; readonly phaseId: string; readonly by: PhaseStart }
  | { readonly of: "phase-day"; readonly phaseId: string; readonly text: string }
  | {
      readonly of: "phase-entry";
      readonly phaseId: string;
      readonly field: keyof PhaseEntry;
      readonly text: string;
    }
  | { readonly of: "move-phase"; readonly phaseId: string; readonly by: 1 | -1 }
  | { readonly of: "remove-phase"; readonly phaseId: string }
  | { readonly of: "plan-day"; readonly field: PlanDay; readonly text: string }
  | {
      readonly of: "line-day";
      readonly lineId: string;
      readonly field: LineDay;
      readonly text: string;
    }
  | { readonly of: "line-limits"; readonly lineId: string; readonly limits: PainLimits | null }
  | { readonly of: "add-step"; readonly lineId: string; readonly step: LadderStep }
  | { readonly of: "remove-step"; readonly stepId: string }
  | { readonly of: "raise-step"; readonly stepId: string }
  | {
      readonly of: "star";
      readonly lineIds: readonly string[];
      readonly mustDo: boolean;
    }
  | {
      readonly of: "put-in-phase";
      readonly lineIds: readonly string[];
      readonly phaseId: string | null;
    }
  | {
      readonly of: "type-all";
      readonly lineIds: readonly string[];
      readonly field: TypedField;
      readonly text: string;
    }
  | {
      readonly of: "pattern-all";
      readonly lineIds: readonly string[];
      readonly pattern: DayPattern;
    }
  | { readonly of: "remove-all"; readonly lineIds: readonly string[] };

/** How a phase begins, as the therapist chooses it. */
export type PhaseStart = "day" | "met" | "word";
export type PlanDay = "wantedStartOn" | "endsOn";
export type LineDay = "startsOn" | "endsOn";

/** What "when met" starts from: a week without more than mild pain (design judgement). */
const FIRST_ENTRY: PhaseEntry = { ...NO_ENTRY, painMax: 3 };
/** Years before this are a date that is still being typed. */
const FIRST_DAY = "2000-01-01";

/** Key of a half-typed entry in `Pending.texts`. */
export const entryKey = (phaseId: string, field: string) => `${phaseId}.${field}`;

const cut = (text: string, max: number) => Array.from(text).slice(0, max).join("");
const isDay = (text: string): text is LocalDate => isLocalDate(text) && text >= FIRST_DAY;

function withText(pending: Pending, key: string, text: string | null): Pending {
  const { [key]: _, ...rest } = pending.texts;
  return { ...pending, texts: text === null ? rest : { ...rest, [key]: text } };
}

/** Forgets what is half-typed in something that is no longer there. */
function forget(pending: Pending, ids: readonly string[]): Pending {
  const gone = (key: string) => ids.some((id) => key === id || key.startsWith(`${id}.`));
  const kept = <T>(all: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(all).filter(([key]) => !gone(key)));
  return { dosage: kept(pending.dosage), texts: kept(pending.texts) };
}

function withPhase(content: DraftContent, phaseId: string, change: (phase: Phase) => Phase) {
  const phases = content.phases.map((phase) => (phase.phaseId === phaseId ? change(phase) : phase));
  return { ...content, phases };
}

function withLines(
  content: DraftContent,
  lineIds: readonly string[],
  change: (line: ContentLine) => ContentLine,
): DraftContent {
  const lines = content.lines.map((line) => (lineIds.includes(line.lineId) ? change(line) : line));
  return { ...content, lines };
}

const newPhase = (phaseId: string): Phase => ({
  phaseId,
  name: "",
  aim: null,
  startsOn: null,
  entry: NO_ENTRY,
});

function addPhase(content: DraftContent, phaseId: string, firstId: string): DraftContent {
  const { phases, lines } = content;
  if (phases.length >= MAX_PHASES) return content;
  if (phases.length > 0) return { ...content, phases: [...phases, newPhase(phaseId)] };
  return {
    ...content,
    phases: [newPhase(firstId), newPhase(phaseId)],
    lines: lines.map((line) => ({ ...line, phaseId: firstId })),
  };
}

/** The phase that takes over the lines of one that is removed: the one before, else the one after; null: none is left. */
export function heirOf(phases: readonly Phase[], phaseId: string): Phase | null {
  const at = phases.findIndex((phase) => phase.phaseId === phaseId);
  // One phase alone is a plan without phases.
  if (at < 0 || phases.length <= 2) return null;
  return phases[at - 1] ?? phases[at + 1] ?? null;
}

/** The first phase begins with the plan, whatever was chosen while it stood later. */
const openFirst = (phases: readonly Phase[]): Phase[] =>
  phases.map((phase, i) => (i > 0 ? phase : { ...phase, startsOn: null, entry: NO_ENTRY }));

function removePhase({ content, pending }: Snapshot, phaseId: string): Snapshot {
  const { phases, lines } = content;
  if (!phases.some((phase) => phase.phaseId === phaseId)) return { content, pending };
  const heir = heirOf(phases, phaseId);
  const rest = heir ? phases.filter((phase) => phase.phaseId !== phaseId) : [];
  return {
    content: {
      ...content,
      phases: openFirst(rest),
      lines: lines.map((line) =>
        heir === null || line.phaseId === phaseId
          ? { ...line, phaseId: heir?.phaseId ?? null }
          : line,
      ),
    },
    pending: forget(pending, heir ? [phaseId] : phases.map((phase) => phase.phaseId)),
  };
}

function movePhase(content: DraftContent, phaseId: string, by: 1 | -1): DraftContent {
  const from = content.phases.findIndex((phase) => phase.phaseId === phaseId);
  const to = from + by;
  const [one, other] = [content.phases[from], content.phases[to]];
  if (!one || !other) return content;
  const phases = content.phases.map((phase, i) => (i === from ? other : i === to ? one : phase));
  return { ...content, phases: openFirst(phases) };
}

function beginPhase({ content, pending }: Snapshot, phaseId: string, by: PhaseStart): Snapshot {
  const begun = withPhase(content, phaseId, (phase) => ({
    ...phase,
    startsOn: by === "day" ? phase.startsOn : null,
    entry: by !== "met" ? NO_ENTRY : phase.entry,
  }));
  return { content: begun, pending: forget(pending, [phaseId]) };
}

/** Chosen for the first time, "when met" asks for something. */
export const firstEntry = (phase: Phase): PhaseEntry =>
  Object.values(phase.entry).some((value) => value !== null) ? phase.entry : FIRST_ENTRY;

function typeEntry(
  { content, pending }: Snapshot,
  phaseId: string,
  field: keyof PhaseEntry,
  text: string,
): Snapshot {
  const { min, max } = ENTRY_BOUNDS[field];
  const trimmed = text.trim();
  const value = trimmed === "" ? null : /^\d{1,4}$/.test(trimmed) ? Number(trimmed) : Number.NaN;
  const isFit = value === null || (value >= min && value <= max);
  const key = entryKey(phaseId, field);
  if (!isFit) return { content, pending: withText(pending, key, text) };
  const changed = withPhase(content, phaseId, (phase) => ({
    ...phase,
    entry: { ...phase.entry, [field]: value },
  }));
  return { content: changed, pending: withText(pending, key, null) };
}

type Days = readonly [from: string, until: string];

/** Two days that may not stand in the wrong order: what does not fit waits in its field. */
function typeDays(
  { content, pending }: Snapshot,
  { keys, stand, at, text }: { keys: Days; stand: Days; at: 0 | 1; text: string },
  put: (content: DraftContent, days: readonly (LocalDate | null)[]) => DraftContent,
): Snapshot {
  const typed = keys.map((key, i) => (i === at ? text : (pending.texts[key] ?? stand[i] ?? "")));
  const [from = "", until = ""] = typed;
  const areDays = typed.every((day) => day === "" || isDay(day));
  if (!areDays || (from !== "" && until !== "" && until < from))
    return { content, pending: withText(pending, keys[at] as string, text) };
  const days = typed.map((day) => (isDay(day) ? day : null));
  const settled = keys.reduce((all, key) => withText(all, key, null), pending);
  return { content: put(content, days), pending: settled };
}

function typeLineDay(snapshot: Snapshot, lineId: string, field: LineDay, text: string): Snapshot {
  const line = snapshot.content.lines.find((one) => one.lineId === lineId);
  if (!line) return snapshot;
  const keys: Days = [`${lineId}.startsOn`, `${lineId}.endsOn`];
  const stand: Days = [line.startsOn ?? "", line.endsOn ?? ""];
  const at = field === "startsOn" ? 0 : 1;
  return typeDays(
    snapshot,
    { keys, stand, at, text },
    (content, [startsOn = null, endsOn = null]) =>
      withLines(content, [lineId], (one) => ({ ...one, startsOn, endsOn })),
  );
}

function typePlanDay(snapshot: Snapshot, field: PlanDay, text: string): Snapshot {
  const { wantedStartOn: from, endsOn: until } = snapshot.content;
  const keys: Days = ["wantedStartOn", "endsOn"];
  const stand: Days = [from ?? "", until ?? ""];
  const at = field === "wantedStartOn" ? 0 : 1;
  return typeDays(
    snapshot,
    { keys, stand, at, text },
    (content, [wantedStartOn = null, endsOn = null]) => ({ ...content, wantedStartOn, endsOn }),
  );
}

function typePhaseDay({ content, pending }: Snapshot, phaseId: string, text: string): Snapshot {
  const key = entryKey(phaseId, "startsOn");
  if (text !== "" && !isDay(text)) return { content, pending: withText(pending, key, text) };
  const startsOn = isDay(text) ? text : null;
  return {
    content: withPhase(content, phaseId, (phase) => ({ ...phase, startsOn })),
    pending: withText(pending, key, null),
  };
}

function addStep(content: DraftContent, lineId: string, step: LadderStep): DraftContent {
  return withLines(content, [lineId], (line) => {
    const ladder = [...line.ladder, step];
    const slugs = [line.slug, ...ladder.map(({ slug }) => slug)];
    const isFull =
      ladder.filter(({ direction }) => direction === step.direction).length > MAX_LADDER_STEPS;
    if (isFull || new Set(slugs).size < slugs.length) return line;
    const ordered = LADDER_STEPS.flatMap((way) => ladder.filter((s) => s.direction === way));
    return { ...line, ladder: ordered };
  });
}

function withLadderOf(
  content: DraftContent,
  stepId: string,
  change: (ladder: readonly LadderStep[]) => readonly LadderStep[],
): DraftContent {
  const owner = content.lines.find(({ ladder }) => ladder.some((step) => step.stepId === stepId));
  if (!owner) return content;
  return withLines(content, [owner.lineId], (line) => ({ ...line, ladder: change(line.ladder) }));
}

/** Tried before the other of its way. */
function raiseStep(ladder: readonly LadderStep[], stepId: string): LadderStep[] {
  const raised = ladder.find((step) => step.stepId === stepId);
  const rest = ladder.filter((step) => step.stepId !== stepId);
  const at = rest.findIndex(({ direction }) => direction === raised?.direction);
  return raised ? [...rest.slice(0, at), raised, ...rest.slice(at)] : rest;
}

/** Lines that do not take a value, by id: a hold in an exercise that is done for a time. */
export function refusing(
  lines: readonly ContentLine[],
  field: TypedField,
  text: string,
): ContentLine[] {
  return lines.filter(({ dosage }) => applyTyped(dosage, { [field]: text }).problems[field]);
}

function typeAll(
  { content, pending }: Snapshot,
  { lineIds, field, text }: Extract<StructureChange, { of: "type-all" }>,
): Snapshot {
  const changed = withLines(content, lineIds, (line) => ({
    ...line,
    dosage: applyTyped(line.dosage, { [field]: text }).dosage,
  }));
  const dosage = Object.fromEntries(
    Object.entries(pending.dosage).map(([id, typed]) => {
      const { [field]: _, ...rest } = typed;
      return [id, lineIds.includes(id) ? rest : typed];
    }),
  );
  return { content: changed, pending: { ...pending, dosage } };
}

function removeAll({ content, pending }: Snapshot, lineIds: readonly string[]): Snapshot {
  const lines = content.lines.filter(({ lineId }) => !lineIds.includes(lineId));
  return { content: { ...content, lines }, pending: forget(pending, lineIds) };
}

/** The builder after a change to its structure; the same values where nothing changes. Pure. */
export function structureAfter(snapshot: Snapshot, change: StructureChange): Snapshot {
  const { content, pending } = snapshot;
  const only = (next: DraftContent): Snapshot => ({ content: next, pending });
  switch (change.of) {
    case "add-phase":
      return only(addPhase(content, change.phaseId, change.firstId));
    case "name-phase": {
      const name = cut(change.name, PHASE_NAME_MAX);
      return only(withPhase(content, change.phaseId, (phase) => ({ ...phase, name })));
    }
    case "aim-phase": {
      const aim = cut(change.aim, PHASE_AIM_MAX) || null;
      return only(withPhase(content, change.phaseId, (phase) => ({ ...phase, aim })));
    }
    case "begin-phase": {
      const begun = beginPhase(snapshot, change.phaseId, change.by);
      if (change.by !== "met") return begun;
      const asked = withPhase(begun.content, change.phaseId, (phase) => ({
        ...phase,
        entry: firstEntry(phase),
      }));
      return { ...begun, content: asked };
    }
    case "phase-day":
      return typePhaseDay(snapshot, change.phaseId, change.text);
    case "phase-entry":
      return typeEntry(snapshot, change.phaseId, change.field, change.text);
    case "move-phase":
      return only(movePhase(content, change.phaseId, change.by));
    case "remove-phase":
      return removePhase(snapshot, change.phaseId);
    case "plan-day":
      return typePlanDay(snapshot, change.field, change.text);
    case "line-day":
      return typeLineDay(snapshot, change.lineId, change.field, change.text);
    case "line-limits":
      return only(
        withLines(content, [change.lineId], (line) => ({ ...line, painLimits: change.limits })),
      );
    case "add-step":
      return only(addStep(content, change.lineId, change.step));
    case "remove-step": {
      const { stepId } = change;
      const left = withLadderOf(content, stepId, (ladder) =>
        ladder.filter((step) => step.stepId !== stepId),
      );
      return { content: left, pending: forget(pending, [stepId]) };
    }
    case "raise-step":
      return only(
        withLadderOf(content, change.stepId, (ladder) => raiseStep(ladder, change.stepId)),
      );
    case "star":
      return only(
        withLines(content, change.lineIds, (line) => ({ ...line, mustDo: change.mustDo })),
      );
    case "put-in-phase":
      return only(
        withLines(content, change.lineIds, (line) => ({ ...line, phaseId: change.phaseId })),
      );
    case "type-all":
      return typeAll(snapshot, change);
    case "pattern-all":
      return only(
        withLines(content, change.lineIds, (line) => ({
          ...line,
          dosage: choose(line.dosage, { of: "pattern", value: change.pattern }, line.dosage),
        })),
      );
    case "remove-all":
      return removeAll(snapshot, change.lineIds);
  }
}

/** The field that a change types into, so that typing on is one step back; null: a step of its own. */
export function editOf(change: StructureChange): string | null {
  switch (change.of) {
    case "name-phase":
    case "aim-phase":
    case "phase-day":
      return `${change.phaseId}.${change.of}`;
    case "phase-entry":
      return `${change.phaseId}.${change.field}`;
    case "plan-day":
      return change.field;
    case "line-day":
      return `${change.lineId}.${change.field}`;
    default:
      return null;
  }
}
