import type { LocalDate } from "../calendar/local-date";
import type { SessionFact } from "../session/facts";
import type { DayMark } from "./day-marks";

/**
 * One word for a local day, for the strip under a pain chart. `partial`: work was done that does not
 * fill the day. `skipped`: logged, nothing done. `none`: due and nothing logged. `open`: due today, may
 * still be done. `not_due`: nothing was asked.
 */
export type DayOutcome = "done" | "partial" | "skipped" | "none" | "open" | "not_due" | "paused";

/**
 * The outcome of a marked day. Work counts before the schedule does: a session on a paused or a rest
 * day shows as what it was, and as-needed work, which has no target, as done.
 */
export function dayOutcome(
  mark: DayMark,
  sessions: readonly Pick<SessionFact, "exercises">[],
  today: LocalDate,
): DayOutcome {
  if (mark.counted > 0) return mark.counted >= mark.due ? "done" : "partial";
  if (mark.partial) return "partial";
  if (sessions.some((s) => s.exercises.some((e) => e.outcome !== "skipped"))) {
    return mark.due === 0 ? "done" : "partial";
  }
  if (mark.paused) return "paused";
  if (mark.logged > 0) return "skipped";
  if (mark.due === 0) return "not_due";
  return mark.day < today ? "none" : "open";
}
