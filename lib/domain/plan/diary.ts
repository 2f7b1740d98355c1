import { addDays, type LocalDate } from "../calendar/local-date";
import type { Dosage } from "../dosage/dosage";
import { dayState, dueOnDay, type PlanSpan } from "../schedule/due";
import type { PrescribedFact, VersionFact } from "../session/facts";
import type { DiaryWeeks } from "./paper-layout";

const DAYS_PER_WEEK = 7;

/** What a paper diary covers. */
export interface DiaryChoice {
  readonly weeks: DiaryWeeks;
  /** Its first column, whatever the weekday. */
  readonly startsOn: LocalDate;
  readonly span: PlanSpan;
}

/**
 * One exercise on one day. `due`: bound to this day; `open`: may be done today, none has to be (any N
 * days a week, as needed); `rest`: not on this day, whether for its frequency, a pause or the plan's dates.
 */
export interface DiaryCell {
  readonly kind: "due" | "open" | "rest";
  /** Boxes to tick: the times a day, N; 0 on a day of rest. */
  readonly boxes: number;
  /** Further boxes up to M, for a range N to M. */
  readonly optional: number;
}

export interface DiaryDay {
  readonly date: LocalDate;
  /** One per exercise, in their order. */
  readonly cells: readonly DiaryCell[];
  /** Sittings that the day has room for, each with pain before and after; 0 when nothing may be done. */
  readonly sittings: number;
}

/** Seven days, from the diary's first on. */
export type DiaryWeek = readonly DiaryDay[];

const REST: DiaryCell = { kind: "rest", boxes: 0, optional: 0 };

function ticks(kind: "due" | "open", { frequency }: Dosage): DiaryCell {
  const { pattern, timesPerDayMin, timesPerDayMax } = frequency;
  const boxes = pattern === "as_needed" ? 0 : timesPerDayMin;
  return { kind, boxes, optional: timesPerDayMax - boxes };
}

function dayOf(date: LocalDate, version: VersionFact, span: PlanSpan): DiaryDay {
  const inForce = version.startsOn <= date ? version : null;
  const { exercises: due, anyDay } = dueOnDay(inForce, date, span);
  const isActive = inForce !== null && dayState(date, span) === "active";
  const cellOf = (exercise: PrescribedFact): DiaryCell => {
    const { dosage } = exercise;
    if (due.includes(exercise)) return ticks("due", dosage);
    const mayBeDone = anyDay.includes(exercise) || dosage.frequency.pattern === "as_needed";
    return isActive && mayBeDone ? ticks("open", dosage) : REST;
  };
  const cells = version.exercises.map(cellOf);
  const sittings = Math.max(
    0,
    ...cells.map(({ boxes, optional }) => Math.max(boxes, optional && 1)),
  );
  return { date, cells, sittings };
}

/** The weeks of a paper diary: which exercise may be ticked on which day, and how often. */
export function diaryWeeks(version: VersionFact, choice: DiaryChoice): DiaryWeek[] {
  return Array.from({ length: choice.weeks }, (_, week) =>
    Array.from({ length: DAYS_PER_WEEK }, (_, day) =>
      dayOf(addDays(choice.startsOn, week * DAYS_PER_WEEK + day), version, choice.span),
    ),
  );
}
