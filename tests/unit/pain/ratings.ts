import { addDays, type LocalDate, localDate } from "../../../lib/domain/calendar/local-date";
import { type DailyPain, dailyPain } from "../../../lib/domain/pain/daily-pain";
import type { MorningFact, PainNrs, SessionFact } from "../../../lib/domain/session/facts";

export const DAY_1 = localDate("2025-03-03");

/** Day `n` of the story; 1 is the first. */
export function day(n: number): LocalDate {
  return addDays(DAY_1, n - 1);
}

let made = 0;

/** A session on day `n`, at `hour` UTC of that date. */
export function session(n: number, change: Partial<SessionFact> = {}, hour = 9): SessionFact {
  made += 1;
  return {
    id: `session-${made}`,
    versionId: "v1",
    localOn: day(n),
    occurredAt: new Date(`${day(n)}T${String(hour).padStart(2, "0")}:00:00Z`),
    source: "live",
    painBefore: null,
    painAfter: null,
    stoppedForPain: false,
    exercises: [],
    ...change,
  };
}

export function morning(n: number, pain: PainNrs, hour = 2): MorningFact {
  const occurredAt = new Date(`${day(n)}T${String(hour).padStart(2, "0")}:00:00Z`);
  return { localOn: day(n), occurredAt, pain };
}

/** One `before` rating a day from day `from` on; null is a silent day. */
export function ratings(values: readonly (number | null)[], from = 1): DailyPain[] {
  return dailyPain(
    values.flatMap((value, i) =>
      value === null ? [] : [session(from + i, { painBefore: value as PainNrs })],
    ),
  );
}
