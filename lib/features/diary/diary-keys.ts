import { type PainNrs, SKIP_REASONS, type SkipReason } from "../../domain/session/facts";
import { DONE_BOUNDS } from "../../domain/session/log-bounds";
import type { DiaryUnit } from "./diary";
import {
  type CellState,
  type CellValue,
  cellKey,
  cellState,
  dayOf,
  dueIn,
  isPainRow,
  rowKeys,
  type Sheet,
  type SheetColumn,
  type SheetNotice,
} from "./diary-sheet";

/** Letters that say why an exercise was skipped, after `-`. */
export const REASON_KEYS: Readonly<Record<string, SkipReason>> = {
  h: "hurts",
  t: "no_time",
  e: "no_equipment",
  f: "forgot",
  u: "unsure_how",
  g: "feels_fine",
};

/** The letter of a reason. */
export function reasonKey(reason: SkipReason): string {
  return Object.keys(REASON_KEYS).find((key) => REASON_KEYS[key] === reason) ?? "";
}

/** Reasons in the order of the legend. */
export const REASONS: readonly SkipReason[] = SKIP_REASONS;

const NO_AMOUNT = { setsDone: null, repsDone: null, durationSecondsDone: null, skipReason: null };
const DONE: CellValue = { kind: "mark", outcome: "done", ...NO_AMOUNT };
const PARTLY: CellValue = { kind: "mark", outcome: "partly", ...NO_AMOUNT };
const EASIER: CellValue = { kind: "mark", outcome: "stepped_down", ...NO_AMOUNT };
const SKIPPED: CellValue = { kind: "mark", outcome: "skipped", ...NO_AMOUNT };
const pain = (value: number): CellValue => ({ kind: "pain", pain: value as PainNrs });

interface Place {
  readonly column: SheetColumn;
  readonly row: string;
  readonly key: string;
  readonly state: CellState;
}

/** The cell that has the focus. */
export function placeOf({ week, columns, at }: Sheet): Place {
  const column = columns[at.column]!;
  const row = rowKeys(week)[at.row]!;
  return { column, row, key: cellKey(column, row), state: cellState(week, column, row) };
}

const isSame = (a: CellValue | null, b: CellValue | null) =>
  JSON.stringify(a) === JSON.stringify(b);

function put(sheet: Sheet, key: string, value: CellValue | null): Sheet {
  const before = sheet.values[key] ?? null;
  if (isSame(before, value)) return sheet;
  const { [key]: _, ...others } = sheet.values;
  const history = { ...sheet.history, [key]: [...(sheet.history[key] ?? []), before] };
  return { ...sheet, values: value ? { ...others, [key]: value } : others, history };
}

function undo(sheet: Sheet, key: string): Sheet {
  const earlier = sheet.history[key] ?? [];
  if (earlier.length === 0) return sheet;
  const before = earlier.at(-1) ?? null;
  const { [key]: _, ...others } = sheet.values;
  const history = { ...sheet.history, [key]: earlier.slice(0, -1) };
  return { ...sheet, values: before ? { ...others, [key]: before } : others, history };
}

const say = (sheet: Sheet, notice: SheetNotice): Sheet => ({ ...sheet, notice });

/** A morning is one cell for its day: the first column's. */
function settleAt(sheet: Sheet, column: number, row: number): Sheet {
  const on = sheet.columns[column]!.on;
  const first = sheet.columns.findIndex((other) => other.on === on);
  return { ...sheet, at: { row, column: row === 0 ? first : column } };
}

/** Goes to a cell, by pointing at it; not away from an amount that cannot be. */
export function goTo(sheet: Sheet, column: number, row: number): Sheet {
  const closed = commit(sheet);
  if (closed.typing) return closed;
  return { ...settleAt(closed, column, row), typing: null, notice: null };
}

function sideways(sheet: Sheet, step: 1 | -1): Sheet | null {
  const { columns, at } = sheet;
  const here = columns[at.column]!.on;
  let next = at.column + step;
  if (at.row === 0) while (columns[next]?.on === here) next += step;
  return columns[next] ? settleAt(sheet, next, at.row) : null;
}

function vertical(sheet: Sheet, step: 1 | -1): Sheet {
  const row = sheet.at.row + step;
  return row < 0 || row >= rowKeys(sheet.week).length
    ? sheet
    : settleAt(sheet, sheet.at.column, row);
}

/** Down; from the last row to the top of the next session that takes entries. */
function onwards(sheet: Sheet): Sheet {
  const { week, columns, at } = sheet;
  if (at.row < rowKeys(week).length - 1) return vertical(sheet, 1);
  const here = columns[at.column]!.on;
  const next = columns.findIndex(
    (column, i) => i > at.column && cellState(week, column, "before") === "open",
  );
  if (next < 0) return sheet;
  return settleAt(sheet, next, columns[next]!.on === here ? 1 : 0);
}

/** "2x8", "2" or "x8" as sets and repetitions or seconds; null: no amount that can be. */
export function readAmount(text: string, unit: DiaryUnit): CellValue | null {
  if (text === "") return PARTLY;
  const [, sets, each] = /^(\d{1,4})?(?:x(\d{1,4})?)?$/.exec(text) ?? [];
  if (sets === undefined && each === undefined) return null;
  const setsDone = sets === undefined ? null : Number(sets);
  const eachDone = each === undefined ? null : Number(each);
  const most = unit === "reps" ? DONE_BOUNDS.repsDone.max : DONE_BOUNDS.durationSecondsDone.max;
  if ((setsDone ?? 0) > DONE_BOUNDS.setsDone.max || (eachDone ?? 0) > most) return null;
  const amounts =
    unit === "reps"
      ? { repsDone: eachDone, durationSecondsDone: null }
      : { repsDone: null, durationSecondsDone: eachDone };
  return { kind: "mark", outcome: "partly", setsDone, ...amounts, skipReason: null };
}

/** Ends what was begun; an amount that cannot be stays open and is said. */
function commit(sheet: Sheet): Sheet {
  if (sheet.typing?.kind !== "amount") return { ...sheet, typing: null };
  const { row, key } = placeOf(sheet);
  const unit = sheet.week.rows.find(({ lineId }) => lineId === row)?.unit ?? "reps";
  const value = readAmount(sheet.typing.text, unit);
  return value ? { ...put(sheet, key, value), typing: null } : say(sheet, "amount");
}

function fillColumn(sheet: Sheet): Sheet {
  const { week } = sheet;
  const { column } = placeOf(sheet);
  if (column.session && !column.session.isOpen) return say(sheet, "kept");
  const lines = week.rows
    .map(({ lineId }) => lineId)
    .filter((lineId) => cellState(week, column, lineId) === "open");
  if (lines.length === 0) return say(sheet, "closed");
  const of = (due: string) => lines.filter((lineId) => dueIn(week, column, lineId) === due);
  const wanted = [of("due"), of("any_day"), of("not_due")].find((list) => list.length > 0) ?? [];
  const empty = wanted.filter((lineId) => !sheet.values[cellKey(column, lineId)]);
  const filled = empty.reduce((next, lineId) => put(next, cellKey(column, lineId), DONE), sheet);
  return settleAt(filled, sheet.at.column, rowKeys(week).length - 1);
}

/** One more session on this day, because somebody says so. */
function addSession(sheet: Sheet, newId: () => string): Sheet {
  const { column } = placeOf(sheet);
  const { on } = column;
  const day = dayOf(sheet.week, on);
  if (day.closed || day.state === "outside") return say(sheet, "closed");
  const ofDay = sheet.columns.filter((other) => other.on === on);
  const last = sheet.columns.indexOf(ofDay.at(-1)!);
  const open = ofDay.find(
    (other) =>
      other.session === null &&
      !rowKeys(sheet.week).some((row) => row !== "morning" && sheet.values[cellKey(other, row)]),
  );
  if (open) return settleAt(sheet, sheet.columns.indexOf(open), 1);
  const nth = ofDay.length + 1;
  const added: SheetColumn = {
    key: `${on}/${nth}`,
    on,
    nth,
    session: null,
    id: newId(),
    isExtra: true,
  };
  const columns = [...sheet.columns.slice(0, last + 1), added, ...sheet.columns.slice(last + 1)];
  return settleAt({ ...sheet, columns }, last + 1, 1);
}

function painKey(sheet: Sheet, key: string, place: Place): Sheet | null {
  if (!/^\d$/.test(key)) return null;
  if (key === "0" && sheet.typing?.kind === "ten")
    return { ...put(sheet, place.key, pain(10)), typing: null };
  const next = put(sheet, place.key, pain(Number(key)));
  return { ...next, typing: key === "1" ? { kind: "ten" } : null };
}

const MARK_KEYS: Readonly<Record<string, CellValue>> = {
  " ": DONE,
  x: DONE,
  "/": PARTLY,
  e: EASIER,
};

function markKey(sheet: Sheet, key: string, place: Place): Sheet | null {
  const reason = REASON_KEYS[key];
  const value = sheet.values[place.key];
  if (sheet.typing?.kind === "reason" && reason && value?.kind === "mark")
    return { ...put(sheet, place.key, { ...value, skipReason: reason }), typing: null };
  const marked = MARK_KEYS[key];
  if (marked) return { ...put(sheet, place.key, marked), typing: null };
  if (key === "-") return { ...put(sheet, place.key, SKIPPED), typing: { kind: "reason" } };
  if (key === "p") return { ...sheet, typing: { kind: "amount", text: "" } };
  return /^\d$/.test(key) ? { ...sheet, typing: { kind: "amount", text: key } } : null;
}

const AMOUNT_MAX = 7;

function amountKey(sheet: Sheet, key: string, text: string): Sheet | null {
  const typed = key === "*" ? "x" : key;
  if (/^[\dx]$/.test(typed))
    return text.length < AMOUNT_MAX
      ? { ...sheet, typing: { kind: "amount", text: text + typed } }
      : sheet;
  if (key === "Backspace") return { ...sheet, typing: { kind: "amount", text: text.slice(0, -1) } };
  return key === "Escape" ? { ...sheet, typing: null } : null;
}

function move(sheet: Sheet, key: string): Sheet | null | "leave" {
  const step = (next: Sheet | null) => next ?? sheet;
  if (key === "ArrowRight") return step(sideways(sheet, 1));
  if (key === "ArrowLeft") return step(sideways(sheet, -1));
  if (key === "ArrowDown") return vertical(sheet, 1);
  if (key === "ArrowUp") return vertical(sheet, -1);
  if (key === "Enter") return onwards(sheet);
  if (key === "Tab") return sideways(sheet, 1) ?? "leave";
  if (key === "Shift+Tab") return sideways(sheet, -1) ?? "leave";
  if (key === "Home") return settleAt(sheet, 0, sheet.at.row);
  if (key === "End") return settleAt(sheet, sheet.columns.length - 1, sheet.at.row);
  return null;
}

function edit(sheet: Sheet, key: string, newId: () => string): Sheet | null {
  const place = placeOf(sheet);
  if (key === "a") return fillColumn({ ...sheet, typing: null });
  if (key === "n") return addSession({ ...sheet, typing: null }, newId);
  if (key === "Escape") return { ...undo(sheet, place.key), typing: null };
  const isClear = key === "Delete" || key === "Backspace" || (key === "-" && isPainRow(place.row));
  const isEntry = isClear || /^[\dxpe\-/ ]$/.test(key);
  if (!isEntry) return null;
  if (place.state !== "open") return say(sheet, place.state === "kept" ? "kept" : "closed");
  if (isClear) return { ...put(sheet, place.key, null), typing: null };
  const entered = isPainRow(place.row) ? painKey(sheet, key, place) : markKey(sheet, key, place);
  return entered;
}

/**
 * A key pressed in the sheet (`KeyboardEvent.key`, letters small, "Shift+Tab"); null: not for the sheet, the
 * browser has it. Spreadsheet manners: arrows move, Enter goes down and on to the next session, Tab goes right
 * and out at the end.
 */
export function pressKey(sheet: Sheet, key: string, newId: () => string): Sheet | null {
  const quiet: Sheet = { ...sheet, notice: null };
  if (quiet.typing?.kind === "amount") {
    const typed = amountKey(quiet, key, quiet.typing.text);
    if (typed) return typed;
  }
  if (quiet.typing?.kind === "reason" && REASON_KEYS[key])
    return markKey(quiet, key, placeOf(quiet));
  const isMove = /^(Arrow|Enter$|Tab$|Shift\+Tab$|Home$|End$)/.test(key);
  if (isMove || quiet.typing?.kind === "amount") {
    const done = commit(quiet);
    if (done.notice) return done;
    const moved = move(done, key);
    if (moved === "leave") return null;
    return moved ?? edit(done, key, newId);
  }
  return edit(quiet, key, newId);
}
