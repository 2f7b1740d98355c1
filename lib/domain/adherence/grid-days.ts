import { addDays, eachDay } from "../calendar/local-date";
import { WINDOW_DAYS } from "./adherence";
import { dayMarks } from "./day-marks";
import { type DayOutcome, dayOutcome } from "./day-outcome";
import type { AdherenceFacts } from "./plan-days";

/** A day of the small grid. `outside`: the plan did not run; `rest`: nothing was due and nothing done. */
export type GridDay = "done" | "partial" | "missed" | "rest" | "paused" | "outside";

const GRID_OF: Record<Exclude<DayOutcome, "skipped">, GridDay> = {
  done: "done",
  partial: "partial",
  paused: "paused",
  none: "missed",
  open: "rest",
  not_due: "rest",
};

/** The trailing 28 days in fewer words than `dayOutcome`, oldest first, today last. */
export function gridDays(facts: AdherenceFacts): GridDay[] {
  const { today } = facts;
  const first = addDays(today, 1 - WINDOW_DAYS);
  const marks = new Map(dayMarks(facts, first, today).map((mark) => [mark.day, mark]));
  return eachDay(first, today).map((day) => {
    const mark = marks.get(day);
    if (!mark) return "outside";
    const sessions = facts.sessions.filter((session) => session.localOn === day);
    const outcome = dayOutcome(mark, sessions, today);
    if (outcome === "skipped") return mark.due > 0 && day < today ? "missed" : "rest";
    return GRID_OF[outcome];
  });
}
