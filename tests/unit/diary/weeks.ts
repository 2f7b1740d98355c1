import type { LocalDate } from "../../../lib/domain/calendar/local-date";
import { DIARY_DAYS } from "../../../lib/domain/schedule/diary-grid";
import type { ExerciseFact } from "../../../lib/domain/session/facts";
import type { DiaryDayView, DiarySession, DiaryWeek } from "../../../lib/features/diary/diary";
import { pressKey } from "../../../lib/features/diary/diary-keys";
import { openSheet, type Sheet } from "../../../lib/features/diary/diary-sheet";
import { day, done } from "../adherence/fact-builders";

let made = 0;
/** Ids in the order they are asked for. */
export const newId = () => `id-${++made}`;

const LINES = ["a", "b", "c", "d"];

/** A day on which four exercises are due once. */
export function dayOn(on: LocalDate, overrides: Partial<DiaryDayView> = {}): DiaryDayView {
  return {
    on,
    state: "active",
    closed: null,
    times: 1,
    lines: Object.fromEntries(
      LINES.map((lineId) => [lineId, { prescribedId: `${lineId}1`, due: ["due"] }]),
    ),
    sessions: [],
    hasMorning: true,
    morning: null,
    ...overrides,
  };
}

/** A week of four exercises; the second is timed. */
export function weekOf(change: (day: DiaryDayView, n: number) => DiaryDayView = (d) => d) {
  const days = Array.from({ length: DIARY_DAYS }, (_, n) => change(dayOn(day(n + 1)), n + 1));
  const week: DiaryWeek = {
    patientId: "elena",
    weekOn: day(1),
    today: day(20),
    days,
    rows: LINES.map((lineId) => ({
      lineId,
      name: `Exercise ${lineId}`,
      dose: null,
      unit: lineId === "b" ? "seconds" : "reps",
    })),
    olderOn: null,
    newerOn: null,
    seesRecord: true,
    isArchived: false,
  };
  return week;
}

/** A session that is there: everything said of exercise a alone. */
export function sessionOf(
  id: string,
  source: DiarySession["source"],
  fact: ExerciseFact = done("a1"),
): DiarySession {
  return {
    id,
    rootId: id,
    source,
    reportedBy: source === "paper" ? "patient" : null,
    isOpen: source === "paper",
    content: { painBefore: 4, painAfter: null, exercises: { a: fact } },
    prescribedIds: Object.fromEntries(LINES.map((lineId) => [lineId, `${lineId}1`])),
  };
}

export function open(week: DiaryWeek = weekOf()): Sheet {
  return openSheet(week, newId);
}

/** Presses keys one after the other; a word such as "Enter" is one key. */
export function press(sheet: Sheet, ...keys: string[]): Sheet {
  return keys.reduce((next, key) => {
    const pressed = pressKey(next, key, newId);
    if (!pressed) throw new Error(`the sheet has no use for ${key}`);
    return pressed;
  }, sheet);
}
