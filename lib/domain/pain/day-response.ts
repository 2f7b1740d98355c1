import { addDays, type LocalDate } from "../calendar/local-date";
import type { PainRule } from "../plan/plan-document";
import type { MorningFact, SessionFact } from "../session/facts";

type RatedSession = Pick<SessionFact, "id" | "localOn" | "occurredAt" | "painBefore">;

/** How the body answered by the next morning. `unknown` is never settled. */
export interface DayResponse {
  /** The morning's day; the session was the day before. */
  readonly on: LocalDate;
  /** Morning minus the first `before` of the day before, -10 to 10; null when either is missing. */
  readonly points: number | null;
  readonly state: "settled" | "not_settled" | "unknown";
}

function byTime(
  a: { occurredAt: Date; id?: string },
  b: { occurredAt: Date; id?: string },
): number {
  return a.occurredAt.getTime() - b.occurredAt.getTime() || ((a.id ?? "") < (b.id ?? "") ? -1 : 1);
}

/**
 * The 24-hour response of the morning of `on`: its `next_morning` rating minus the first `before`
 * rating of the day before; settled when at most `settledMax` points (limits set by the therapist,
 * default +1, design judgement after Silbernagel and Thomee). Of two morning ratings on one day the
 * first counts.
 */
export function dayResponse(
  on: LocalDate,
  sessions: readonly RatedSession[],
  mornings: readonly MorningFact[],
  rule: Pick<PainRule, "settledMax">,
): DayResponse {
  const dayBefore = addDays(on, -1);
  const before = sessions
    .filter((session) => session.localOn === dayBefore && session.painBefore !== null)
    .sort(byTime)[0]?.painBefore;
  const morning = mornings.filter((rating) => rating.localOn === on).sort(byTime)[0]?.pain;
  if (before == null || morning == null) return { on, points: null, state: "unknown" };
  const points = morning - before;
  return { on, points, state: points <= rule.settledMax ? "settled" : "not_settled" };
}

/**
 * One response, in date order, for every morning up to `today` that follows a day with a session.
 * Today's is left out until it is rated: the morning may still be asked.
 */
export function dayResponses(
  sessions: readonly RatedSession[],
  mornings: readonly MorningFact[],
  rule: Pick<PainRule, "settledMax">,
  today: LocalDate,
): DayResponse[] {
  const days = new Set(sessions.map((session) => addDays(session.localOn, 1)));
  return [...days]
    .filter((on) => on <= today)
    .sort()
    .map((on) => dayResponse(on, sessions, mornings, rule))
    .filter((response) => response.on < today || response.state !== "unknown");
}
