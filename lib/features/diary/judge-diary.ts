import type { RecordAccess } from "../../auth/access";
import type { LocalDate } from "../../domain/calendar/local-date";
import { localNoon } from "../../domain/calendar/local-noon";
import type { DiaryDay } from "../../domain/schedule/diary-grid";
import { doseRatio } from "../../domain/session/credit";
import { currentRows } from "../../domain/session/current-rows";
import type { ExerciseFact, PainNrs, VersionFact } from "../../domain/session/facts";
import { Conflict } from "../../errors/app-error";
import { exerciseContent } from "../sessions/judge-entry";
import type { DiaryMorningRow, DiarySessionRow, KnownRows } from "./known-rows";
import type { DiaryInput, DiaryMorningInput, DiarySessionInput } from "./schema";

/** What a typed-in week is judged by. */
export interface Judging {
  readonly access: RecordAccess<"enter-diary">;
  readonly input: DiaryInput;
  readonly known: KnownRows;
  readonly days: readonly DiaryDay[];
  readonly versions: readonly VersionFact[];
  readonly today: LocalDate;
  readonly zone: string;
  readonly now: Date;
  /** Whether the viewer may correct what somebody typed in. */
  readonly mayCorrect: (row: DiarySessionRow | DiaryMorningRow) => boolean;
}

/** A row to write and the one it replaces; null: a first entry. */
export interface Accepted<Row> {
  readonly row: Row;
  readonly replaced: Row | null;
}

/** Entry by entry: a row, nothing (it is here already), or a sentence at its field. */
export type Judged<Row> =
  | Accepted<Row>
  | "duplicate"
  | { readonly field: string; readonly sentence: string };

const SENT_BEFORE =
  "This page was saved before with other entries. Nothing was saved now; open the week again.";
const CHANGED = "Somebody has changed this since you opened the page. Open the week again.";
const FUTURE = "This day is still to come.";
const OUTSIDE = "No plan was in force on this day.";
const NOT_PAPER = "This came from the phone. It is not changed here.";
const ARRIVED =
  "Something else was logged on this day since you opened the page. Open the week again to see it.";
const ONE_MORE = "A session of this day is here already. Say that this is one more.";
const EMPTY = "Nothing was typed in for this session.";
const RATED = "This morning is rated already.";
const STRANGER = "This exercise was not in the plan of that day.";

const refused = (field: string, sentence: string) => ({ field, sentence });

/** Only the day is known of what stands on paper: noon, and never later than it was typed. */
function occurredAt({ zone, now }: Judging, on: LocalDate, nth: number): Date {
  const noon = localNoon(on, zone).getTime();
  const at = new Date(Math.min(noon, now.getTime() - 60_000));
  // Sessions of one day keep their order.
  at.setMilliseconds(at.getMilliseconds() + nth);
  return at;
}

/** A correction counts over what it replaces, also when both were typed in the same millisecond. */
function typedAt({ now }: Judging, replaced: { readonly typedAt: Date } | null): Date {
  return new Date(Math.max(now.getTime(), replaced ? replaced.typedAt.getTime() + 1 : 0));
}

interface Rooted {
  readonly id: string;
  readonly rootId: string;
  readonly typedAt: Date;
  readonly localOn: LocalDate;
  readonly withdrawn: boolean;
}

type Entry = DiarySessionInput | DiaryMorningInput;

/** The row that an entry corrects; a sentence where it may not. */
function replacedBy<Row extends Rooted & (DiarySessionRow | DiaryMorningRow)>(
  entry: Entry,
  rows: readonly Row[],
  judging: Judging,
): Row | ReturnType<typeof refused> {
  const ofRoot = rows.filter(({ rootId }) => rootId === entry.rootId);
  const [current] = currentRows(ofRoot);
  if (!current || current.id !== entry.replaces || current.localOn !== entry.localOn)
    return refused("replaces", CHANGED);
  if (current.source !== "paper" || !judging.mayCorrect(current))
    return refused("replaces", NOT_PAPER);
  return current;
}

const isRefused = (found: object): found is ReturnType<typeof refused> => "sentence" in found;

/** Under one id only one content; the clocks are measured anew by a retry. */
function settleKnown<Row extends { id: string }>(
  entry: Entry,
  same: Row | undefined,
  { known }: Judging,
  isSame: (row: Row) => boolean,
): "duplicate" | null {
  if (same && isSame(same)) return "duplicate";
  if (same || known.takenIds.has(entry.id)) throw new Conflict(SENT_BEFORE);
  return null;
}

/** More than was prescribed is done, and its amounts say so. */
function exerciseFact(
  said: DiarySessionInput["exercises"][number],
  version: VersionFact,
): ExerciseFact {
  const nothing = { holdSecondsDone: null, painWorst: null, effort: null };
  const fact: ExerciseFact = { ...said, ...nothing };
  const line = version.exercises.find((e) => e.prescribedId === said.prescribedId);
  if (!line || said.outcome !== "partly" || said.setsDone === null) return fact;
  return doseRatio(line.dosage, fact) >= 1 ? { ...fact, outcome: "done" } : fact;
}

function exerciseRows(entry: DiarySessionInput, version: VersionFact, judging: Judging) {
  const { clinicId, patientId } = judging.access;
  const own = { clinicId, patientId, sessionLogId: entry.id };
  return entry.exercises.map((said) => ({ ...exerciseFact(said, version), ...own }));
}

function isEmpty({ exercises, painBefore, painAfter }: DiarySessionInput): boolean {
  return exercises.length === 0 && painBefore === null && painAfter === null;
}

/** What is wrong with a first entry of a session; null: nothing. */
function firstSession(entry: DiarySessionInput, i: number, day: DiaryDay, judging: Judging) {
  const { known, input } = judging;
  if (entry.rootId !== entry.id || entry.withdrawn) return refused("rootId", CHANGED);
  const ids = new Set(input.sessions.map(({ id }) => id));
  const here = currentRows(known.sessions).filter(
    (row) => row.localOn === entry.localOn && !ids.has(row.id),
  );
  if (here.length !== entry.beside) return refused("localOn", ARRIVED);
  const before = input.sessions
    .slice(0, i)
    .filter(({ localOn, replaces }) => localOn === entry.localOn && replaces === null);
  if (here.length + before.length >= day.times && !entry.isExtra)
    return refused("isExtra", ONE_MORE);
  return null;
}

/** Judges the `i`-th session of the input. Throws `Conflict` for an id that holds something else. */
export function judgeSession(i: number, judging: Judging): Judged<DiarySessionRow> {
  const { access, input, known, days, versions, today, zone } = judging;
  const entry = input.sessions[i]!;
  const { clinicId, patientId, userId } = access;
  const day = days.find(({ on }) => on === entry.localOn);
  if (entry.localOn > today) return refused("localOn", FUTURE);
  const old = known.sessions.find(({ rootId }) => rootId === entry.rootId);
  const placed = old ?? day?.plan;
  const version = versions.find(({ versionId }) => versionId === placed?.versionId);
  if (!day || !placed || !version) return refused("localOn", OUTSIDE);
  const exercises = exerciseRows(entry, version, judging);
  const stranger = entry.exercises.findIndex(
    ({ prescribedId }) => !version.exercises.some((e) => e.prescribedId === prescribedId),
  );
  if (stranger >= 0) return refused(`exercises.${stranger}.prescribedId`, STRANGER);
  const content = (row: Omit<DiarySessionRow, "exercises">, list: DiarySessionRow["exercises"]) =>
    JSON.stringify([row.rootId, row.withdrawn, row.painBefore, row.painAfter, row.reportedBy]) +
    exerciseContent(list);
  const { id, rootId, localOn, withdrawn, painBefore, painAfter } = entry;
  const said = { id, rootId, localOn, withdrawn, painBefore, painAfter };
  const same = known.sessions.find((row) => row.id === id);
  const { reportedBy } = input;
  const duplicate = settleKnown(
    entry,
    same,
    judging,
    (row) => content(row, row.exercises) === content({ ...row, ...said, reportedBy }, exercises),
  );
  if (duplicate) return duplicate;
  const replaced = entry.replaces === null ? null : replacedBy(entry, known.sessions, judging);
  if (replaced && isRefused(replaced)) return replaced;
  const wrong = replaced ? null : firstSession(entry, i, day, judging);
  if (wrong) return wrong;
  if (isEmpty(entry) && !withdrawn) return refused("localOn", EMPTY);
  const row: DiarySessionRow = {
    ...said,
    clinicId,
    patientId,
    planId: placed.planId,
    versionId: placed.versionId,
    occurredAt: replaced?.occurredAt ?? occurredAt(judging, localOn, i),
    typedAt: typedAt(judging, replaced),
    zone: replaced?.zone ?? zone,
    source: "paper",
    stoppedForPain: false,
    note: null,
    typedBy: userId,
    reportedBy,
    exercises,
  };
  return { row, replaced };
}

/** Judges the `i`-th morning of the input; see `judgeSession`. */
export function judgeMorning(i: number, judging: Judging): Judged<DiaryMorningRow> {
  const { access, input, known, days, today, zone } = judging;
  const entry = input.mornings[i]!;
  const { clinicId, patientId, userId } = access;
  const { id, rootId, localOn, withdrawn } = entry;
  const pain: PainNrs = entry.pain;
  const day = days.find(({ on }) => on === localOn);
  if (localOn > today) return refused("localOn", FUTURE);
  const { reportedBy } = input;
  const same = known.mornings.find((row) => row.id === id);
  const duplicate = settleKnown(
    entry,
    same,
    judging,
    (row) =>
      row.rootId === rootId &&
      row.withdrawn === withdrawn &&
      row.pain === pain &&
      row.reportedBy === reportedBy,
  );
  if (duplicate) return duplicate;
  const replaced = entry.replaces === null ? null : replacedBy(entry, known.mornings, judging);
  if (replaced && isRefused(replaced)) return replaced;
  if (!replaced) {
    if (rootId !== id || withdrawn) return refused("rootId", CHANGED);
    if (!day?.hasMorning) return refused("localOn", OUTSIDE);
    const isRated = currentRows(known.mornings).some((row) => row.localOn === localOn);
    const isTwice = input.mornings.slice(0, i).some((other) => other.localOn === localOn);
    if (isRated || isTwice) return refused("localOn", RATED);
  }
  const row: DiaryMorningRow = {
    clinicId,
    patientId,
    id,
    rootId,
    localOn,
    withdrawn,
    pain,
    occurredAt: replaced?.occurredAt ?? occurredAt(judging, localOn, 0),
    typedAt: typedAt(judging, replaced),
    zone: replaced?.zone ?? zone,
    source: "paper",
    typedBy: userId,
    reportedBy,
  };
  return { row, replaced };
}
