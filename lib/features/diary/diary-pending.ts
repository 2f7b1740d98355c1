import type { PainNrs } from "../../domain/session/facts";
import {
  cellKey,
  isPainRow,
  prescribedIn,
  rowKeys,
  type Sheet,
  type SheetColumn,
} from "./diary-sheet";
import type { DiaryPayload } from "./schema";

type SessionEntry = DiaryPayload["sessions"][number];
type MorningEntry = DiaryPayload["mornings"][number];

/** What saving would write, and where each entry stands on the sheet. */
export interface Pending {
  readonly sessions: readonly SessionEntry[];
  readonly mornings: readonly MorningEntry[];
  /** Column keys of `sessions`. */
  readonly columns: readonly string[];
  readonly counts: {
    readonly entered: number;
    readonly corrected: number;
    readonly withdrawn: number;
    readonly mornings: number;
  };
}

const sessionRows = (sheet: Sheet) => rowKeys(sheet.week).filter((row) => row !== "morning");

function isChanged(sheet: Sheet, key: string): boolean {
  return JSON.stringify(sheet.values[key]) !== JSON.stringify(sheet.loaded[key]);
}

function painIn(sheet: Sheet, key: string): PainNrs | null {
  const value = sheet.values[key];
  return value?.kind === "pain" ? value.pain : null;
}

function exercisesOf(sheet: Sheet, column: SheetColumn): SessionEntry["exercises"] {
  return sessionRows(sheet)
    .filter((row) => !isPainRow(row))
    .flatMap((lineId) => {
      const value = sheet.values[cellKey(column, lineId)];
      const prescribedId = prescribedIn(sheet.week, column, lineId);
      if (value?.kind !== "mark" || !prescribedId) return [];
      const { kind: _, ...said } = value;
      // An amount that is no less than prescribed comes back as done, with what was done.
      const isPart =
        said.setsDone !== null || said.repsDone !== null || said.durationSecondsDone !== null;
      return [{ prescribedId, ...said, ...(isPart ? { outcome: "partly" as const } : {}) }];
    });
}

function sessionOf(sheet: Sheet, column: SheetColumn): SessionEntry | null {
  const keys = sessionRows(sheet).map((row) => cellKey(column, row));
  const isEmpty = keys.every((key) => !sheet.values[key]);
  const { id, on, session, isExtra } = column;
  if (session ? !session.isOpen || !keys.some((key) => isChanged(sheet, key)) : isEmpty)
    return null;
  const day = sheet.week.days.find((other) => other.on === on);
  return {
    id,
    rootId: session?.rootId ?? id,
    replaces: session?.id ?? null,
    localOn: on,
    withdrawn: session !== null && isEmpty,
    beside: day?.sessions.length ?? 0,
    isExtra,
    painBefore: painIn(sheet, cellKey(column, "before")),
    painAfter: painIn(sheet, cellKey(column, "after")),
    exercises: exercisesOf(sheet, column),
  };
}

function morningsOf(sheet: Sheet): MorningEntry[] {
  return sheet.week.days.flatMap(({ on, morning }) => {
    const key = `${on}|morning`;
    if (!isChanged(sheet, key)) return [];
    const pain = painIn(sheet, key);
    const id = sheet.morningIds[on]!;
    if (!morning && pain === null) return [];
    return [
      {
        id,
        rootId: morning?.rootId ?? id,
        replaces: morning?.id ?? null,
        localOn: on,
        withdrawn: pain === null,
        pain: pain ?? morning?.pain ?? 0,
      },
    ];
  });
}

/** Everything on the sheet that differs from what the system holds. */
export function pendingOf(sheet: Sheet): Pending {
  const made = sheet.columns.flatMap((column) => {
    const entry = sessionOf(sheet, column);
    return entry ? [{ entry, key: column.key }] : [];
  });
  const sessions = made.map(({ entry }) => entry);
  const mornings = morningsOf(sheet);
  const replacing = sessions.filter(({ replaces }) => replaces !== null);
  const withdrawn = replacing.filter((entry) => entry.withdrawn).length;
  return {
    sessions,
    mornings,
    columns: made.map(({ key }) => key),
    counts: {
      entered: sessions.length - replacing.length,
      corrected: replacing.length - withdrawn,
      withdrawn,
      mornings: mornings.length,
    },
  };
}

/** Sentences of a refusal by cell key; of a whole session at its head, of neither under "form". */
export function errorsOnSheet(
  sheet: Sheet,
  { sessions, mornings, columns }: Pending,
  fieldErrors: Readonly<Record<string, string>>,
): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const [field, sentence] of Object.entries(fieldErrors)) {
    const [kind, index, part, nth] = field.split(".");
    const session = kind === "sessions" ? sessions[Number(index)] : undefined;
    const morning = kind === "mornings" ? mornings[Number(index)] : undefined;
    const columnKey = columns[Number(index)];
    if (morning) errors[`${morning.localOn}|morning`] ??= sentence;
    else if (session && columnKey) {
      const key = cellOf(sheet, columnKey, session, part, nth);
      errors[key] ??= sentence;
    } else errors.form ??= sentence;
  }
  return errors;
}

function cellOf(
  sheet: Sheet,
  columnKey: string,
  session: SessionEntry,
  part: string | undefined,
  nth: string | undefined,
): string {
  if (part === "painBefore") return `${columnKey}|before`;
  if (part === "painAfter") return `${columnKey}|after`;
  const prescribedId = session.exercises[Number(nth)]?.prescribedId;
  const column = sheet.columns.find(({ key }) => key === columnKey);
  const row = sheet.week.rows.find(
    ({ lineId }) => column && prescribedIn(sheet.week, column, lineId) === prescribedId,
  );
  return part === "exercises" && row ? `${columnKey}|${row.lineId}` : columnKey;
}
