import { earlierOf, type LocalDate, laterOf } from "../calendar/local-date";
import { wholeWeekDue } from "../schedule/week-due";
import { sessionCredit } from "../session/credit";
import { countedOn, sessionAccount } from "./adherence";
import { type AdherenceFacts, type PlanDay, planWeeks } from "./plan-days";

/** One local day of a chart. Sessions, not percent. */
export interface DayMark {
  readonly day: LocalDate;
  /** Sessions bound to this day; 0 on rest days, paused days, and any-day weeks. */
  readonly due: number;
  /** Counting sessions, at most the day's times-a-day. */
  readonly counted: number;
  /** Sessions logged, counting or not: a skip with a reason is a log. */
  readonly logged: number;
  /** Some work was done that does not count as a session, and no full day was reached. */
  readonly partial: boolean;
  readonly paused: boolean;
  /** A session of the day was filled in afterwards. */
  readonly late: boolean;
  /** A session of the day was typed in from paper. */
  readonly paper: boolean;
}

function markOf(day: PlanDay): DayMark {
  const counted = countedOn(day);
  const credits = day.sessions.map((s) => sessionCredit(s.work));
  const short = credits.some((c) => c.credit !== null && c.credit > 0 && !c.counts);
  return {
    day: day.day,
    due: day.due.timesADay,
    counted,
    logged: day.sessions.length,
    partial: short && counted < Math.max(1, day.due.timesADay),
    paused: day.due.state === "paused",
    late: day.sessions.some((s) => s.fact.source === "late"),
    paper: day.sessions.some((s) => s.fact.source === "paper"),
  };
}

/**
 * Marks of the local days from `first` to `last`, clipped to the plan and to today: nothing is drawn
 * for the future. A day without a session is a gap (`logged` 0). Throws `RangeError` as `planWeeks`.
 */
export function dayMarks(facts: AdherenceFacts, first: LocalDate, last: LocalDate): DayMark[] {
  const from = laterOf(first, facts.startedOn);
  const to = earlierOf(earlierOf(last, facts.today), facts.endedOn ?? facts.today);
  if (to < from) return [];
  return planWeeks(facts, from)
    .flat()
    .filter(({ day }) => from <= day && day <= to)
    .map(markOf);
}

/**
 * "n of m done today" or "this week" for the portal.
 * `day`: exercises are bound to today. `week`: any-day exercises; counts are the clinic week's.
 * `rest`: nothing is due today. `none`: no target. `paused`, `outside`: the plan does not run today.
 * `due` is 0 except for `day` and `week`; `done` never passes `due`.
 */
export interface TodayTarget {
  readonly scope: "day" | "week" | "rest" | "none" | "paused" | "outside";
  readonly done: number;
  readonly due: number;
}

/** What is asked of the patient today; day-bound exercises come before any-day ones. */
export function todayTarget(facts: AdherenceFacts): TodayTarget {
  const running = facts.endedOn === null || facts.today <= facts.endedOn;
  const week = running ? planWeeks(facts, facts.today)[0]! : [];
  const today = week.find(({ place }) => place === "today");
  if (!today || today.due.state === "outside") return { scope: "outside", done: 0, due: 0 };
  const { state, timesADay, anyDay } = today.due;
  if (state === "paused") return { scope: "paused", done: 0, due: 0 };
  if (timesADay > 0) {
    return { scope: "day", done: Math.min(countedOn(today), timesADay), due: timesADay };
  }
  if (anyDay.length === 0) {
    return { scope: today.cap > 0 ? "rest" : "none", done: 0, due: 0 };
  }
  const due = wholeWeekDue(week.map((day) => sessionAccount(day, 0)));
  const done = week.reduce((sum, day) => sum + countedOn(day), 0);
  return { scope: "week", done: Math.min(done, due), due };
}
