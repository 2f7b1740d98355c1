import { WINDOW_DAYS as ADHERENCE_DAYS } from "../../domain/adherence/adherence";
import { addDays, earlierOf, type LocalDate, laterOf } from "../../domain/calendar/local-date";
import type { ReviewPeriod } from "./schema";

const WEEK = 7;
const SHORTEST_WEEKS = 4;

/** Which days a review draws, and how far back it must read for their numbers to be whole. */
export interface ReviewRange {
  readonly firstOn: LocalDate;
  /** Today, or an ended plan's last day. */
  readonly lastOn: LocalDate;
  /** Last day of the axis; a young plan has the room of 4 weeks. */
  readonly axisEndsOn: LocalDate;
  /** First local day of logs to read: the 7-day mean of the first day, whole weeks, 28 trailing days. */
  readonly sinceOn: LocalDate;
}

/** The range of a plan that has begun (`startedOn` on or before `today`). */
export function reviewRange(
  period: ReviewPeriod,
  {
    startedOn,
    endedOn,
    today,
  }: { startedOn: LocalDate; endedOn: LocalDate | null; today: LocalDate },
): ReviewRange {
  const lastOn = laterOf(startedOn, earlierOf(today, endedOn ?? today));
  const firstOn =
    period === "all" ? startedOn : laterOf(startedOn, addDays(lastOn, 1 - Number(period) * WEEK));
  const forNumbers = earlierOf(
    addDays(firstOn, -WEEK),
    addDays(lastOn, -(ADHERENCE_DAYS + WEEK - 1)),
  );
  return {
    firstOn,
    lastOn,
    axisEndsOn: laterOf(lastOn, addDays(firstOn, SHORTEST_WEEKS * WEEK - 1)),
    sinceOn: laterOf(startedOn, forNumbers),
  };
}
