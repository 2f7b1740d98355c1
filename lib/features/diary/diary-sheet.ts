import type { LocalDate } from "../../domain/calendar/local-date";
import { DIARY_PAINS, type DiaryDue, type DiaryPain } from "../../domain/schedule/diary-grid";
import type { ExerciseFact, PainNrs } from "../../domain/session/facts";
import type { DiaryDayView, DiarySession, DiaryWeek } from "./diary";

/** What a cell says. A cell without a value says nothing: not rated, not mentioned. */
export type CellValue =
  | (Pick<
      ExerciseFact,
      "outcome" | "setsDone" | "repsDone" | "durationSecondsDone" | "skipReason"
    > & { readonly kind: "mark" })
  | { readonly kind: "pain"; readonly pain: PainNrs };

/** One session of one day. */
export interface SheetColumn {
  readonly key: string;
  readonly on: LocalDate;
  /** Of the day, from 1. */
  readonly nth: number;
  /** What is in the system; null: to be typed in. */
  readonly session: DiarySession | null;
  /** Id of what will be written; a retry has the same. */
  readonly id: string;
  /** Somebody said that this is one more than the day has. */
  readonly isExtra: boolean;
}

/** What the keys pressed so far have begun: an amount, a reason, or a 1 that may become 10. */
export type Typing =
  | { readonly kind: "amount"; readonly text: string }
  | { readonly kind: "reason" }
  | { readonly kind: "ten" };

/** Why a key did nothing. */
export type SheetNotice = "kept" | "closed" | "amount" | "filled" | "noSession";

/** A week as it stands on the screen. */
export interface Sheet {
  readonly week: DiaryWeek;
  readonly columns: readonly SheetColumn[];
  /** By cell key. */
  readonly values: Readonly<Record<string, CellValue>>;
  /** What the system held when the page was opened. */
  readonly loaded: Readonly<Record<string, CellValue>>;
  /** Earlier values of a cell, the newest last; null: empty. */
  readonly history: Readonly<Record<string, readonly (CellValue | null)[]>>;
  /** Ids of the mornings that will be written, by day. */
  readonly morningIds: Readonly<Record<string, string>>;
  readonly at: { readonly column: number; readonly row: number };
  readonly typing: Typing | null;
  readonly notice: SheetNotice | null;
}

/** Rows from the top: the morning, before, the exercises by `lineId`, after. */
export function rowKeys(week: DiaryWeek): string[] {
  return ["morning", "before", ...week.rows.map(({ lineId }) => lineId), "after"];
}

/** Takes a rating; every other row takes marks. */
export function isPainRow(row: string): row is DiaryPain {
  return (DIARY_PAINS as readonly string[]).includes(row);
}

/** A morning is one for all sessions of its day. */
export function cellKey(column: SheetColumn, row: string): string {
  return row === "morning" ? `${column.on}|morning` : `${column.key}|${row}`;
}

export function dayOf(week: DiaryWeek, on: LocalDate): DiaryDayView {
  return week.days.find((day) => day.on === on)!;
}

/** `kept`: in the system and not to be changed here. `closed`: to come, before the plan, or not in the plan. */
export type CellState = "open" | "kept" | "closed";

export function cellState(week: DiaryWeek, column: SheetColumn, row: string): CellState {
  const day = dayOf(week, column.on);
  if (day.closed) return "closed";
  if (row === "morning") {
    if (day.morning && !day.morning.isOpen) return "kept";
    return day.hasMorning ? "open" : "closed";
  }
  if (column.session && !column.session.isOpen) return "kept";
  if (day.state === "outside" && !column.session) return "closed";
  return isPainRow(row) || prescribedIn(week, column, row) ? "open" : "closed";
}

/** The exercise of a row as prescribed for the session of a column; undefined: not in its version. */
export function prescribedIn(
  week: DiaryWeek,
  { session, on }: SheetColumn,
  lineId: string,
): string | undefined {
  return session ? session.prescribedIds[lineId] : dayOf(week, on).lines[lineId]?.prescribedId;
}

/** Whether the exercise belongs into the session of the column. */
export function dueIn(week: DiaryWeek, { on, nth }: SheetColumn, lineId: string): DiaryDue {
  return dayOf(week, on).lines[lineId]?.due[nth - 1] ?? "not_due";
}

function dayColumns(day: DiaryDayView, newId: () => string): SheetColumn[] {
  const column = (nth: number, session: DiarySession | null): SheetColumn => ({
    key: `${day.on}/${nth}`,
    on: day.on,
    nth,
    session,
    id: newId(),
    isExtra: false,
  });
  const kept = day.sessions.map((session, i) => column(i + 1, session));
  const more = Math.max(day.closed ? 0 : day.times - kept.length, kept.length === 0 ? 1 : 0);
  return [...kept, ...Array.from({ length: more }, (_, i) => column(kept.length + i + 1, null))];
}

function pain(value: PainNrs | null): CellValue | null {
  return value === null ? null : { kind: "pain", pain: value };
}

function mark(fact: ExerciseFact): CellValue {
  const { outcome, setsDone, repsDone, durationSecondsDone, skipReason } = fact;
  return { kind: "mark", outcome, setsDone, repsDone, durationSecondsDone, skipReason };
}

function loadedValues(week: DiaryWeek, columns: readonly SheetColumn[]) {
  const values: Record<string, CellValue> = {};
  const put = (key: string, value: CellValue | null) => {
    if (value) values[key] = value;
  };
  for (const column of columns) {
    const content = column.session?.content;
    if (!content) continue;
    put(cellKey(column, "before"), pain(content.painBefore));
    put(cellKey(column, "after"), pain(content.painAfter));
    for (const [lineId, fact] of Object.entries(content.exercises))
      put(cellKey(column, lineId), mark(fact));
  }
  for (const { on, morning } of week.days) put(`${on}|morning`, pain(morning?.pain ?? null));
  return values;
}

/** The sheet of a week as it is opened; nothing is preselected. `newId` makes ids of what will be written. */
export function openSheet(week: DiaryWeek, newId: () => string): Sheet {
  const columns = week.days.flatMap((day) => dayColumns(day, newId));
  const loaded = loadedValues(week, columns);
  const first = columns.findIndex((column) => cellState(week, column, "before") === "open");
  return {
    week,
    columns,
    values: loaded,
    loaded,
    history: {},
    morningIds: Object.fromEntries(week.days.map(({ on }) => [on, newId()])),
    at: { column: Math.max(0, first), row: 0 },
    typing: null,
    notice: null,
  };
}
