import { wholeWeekDue } from "../schedule/week-due";
import { countedOn, sessionAccount } from "./adherence";
import { type AdherenceFacts, planWeeks } from "./plan-days";

/** Sessions of the running clinic week: done so far, of what the whole week asks for. */
export interface WeekTarget {
  readonly done: number;
  /** 0 when the week asks for nothing ("no target"). */
  readonly due: number;
}

/**
 * "5 of 10 sessions done this week": counting sessions of the clinic week that holds `today`, its later
 * days due too. `done` never passes `due`. Unlike adherence it looks ahead, so it has no percent
 * (clinical.md, "Sessions due, sessions done").
 */
export function weekTarget(facts: AdherenceFacts): WeekTarget {
  if (facts.endedOn !== null && facts.today > facts.endedOn) return { done: 0, due: 0 };
  const week = planWeeks(facts, facts.today)[0] ?? [];
  const due = wholeWeekDue(week.map((day) => sessionAccount(day, 0)));
  const done = week.reduce((sum, day) => sum + countedOn(day), 0);
  return { done: Math.min(done, due), due };
}
