import { addDays, type LocalDate } from "../calendar/local-date";
import type { Dosage } from "../dosage/dosage";
import { dayState, dueOnDay, openOn, type PlanSpan } from "../schedule/due";
import type { PrescribedFact, VersionFact } from "../session/facts";
import type { DiaryWeeks } from "./paper-layout";

const DAYS_PER_WEEK = 7;

/** What a paper diary covers. */
export interface DiaryChoice {
  readonly weeks: DiaryWeeks;
  /** Its first column, whatever the weekday. */
  readonly startsOn: LocalDate;
  readonly span: PlanSpan;
  /** The version that is printed, with the days that dates and phases leave to each exercise. */
  readonly version: VersionFact;
}

/** One exercise on a day on which it may be done. */
export interface DiaryCell {
  /** Boxes to tick: the times a day, N. */
  readonly boxes: number;
  /** Further boxes up to M, for a range N to M. */
  readonly optional: number;
}

export interface DiaryDay {
  readonly date: LocalDate;
  /** By prescribed exercise; none for those not on this day, for their frequency, a pause or their dates. */
  readonly cells: ReadonlyMap<string, DiaryCell>;
  /** Sittings that the day has room for, each with pain before and after; 0 when nothing may be done. */
  readonly sittings: number;
}

/** Seven days, from the diary's first on. */
export type DiaryWeek = readonly DiaryDay[];

function ticks({ frequency }: Dosage): DiaryCell {
  const { pattern, timesPerDayMin, timesPerDayMax } = frequency;
  const boxes = pattern === "as_needed" ? 0 : timesPerDayMin;
  return { boxes, optional: timesPerDayMax - boxes };
}

function dayOf(date: LocalDate, version: VersionFact, span: PlanSpan): DiaryDay {
  const inForce = version.startsOn <= date ? version : null;
  const { exercises: due, anyDay } = dueOnDay(inForce, date, span);
  const isActive = inForce !== null && dayState(date, span) === "active";
  const open = new Set(openOn(version, date));
  const cellOf = (exercise: PrescribedFact): DiaryCell | null => {
    const { dosage } = exercise;
    if (due.includes(exercise)) return ticks(dosage);
    const asNeeded = dosage.frequency.pattern === "as_needed" && open.has(exercise);
    return isActive && (asNeeded || anyDay.includes(exercise)) ? ticks(dosage) : null;
  };
  const cells = new Map(
    version.exercises.flatMap((exercise) => {
      const cell = cellOf(exercise);
      return cell ? [[exercise.prescribedId, cell] as const] : [];
    }),
  );
  const sessions = [...cells.values()].map(({ boxes, optional }) => boxes || Math.min(optional, 1));
  const sittings = Math.max(0, ...sessions);
  return { date, cells, sittings };
}

/** The weeks of a paper diary: which exercise may be ticked on which day, and how often. */
export function diaryWeeks(choice: DiaryChoice): DiaryWeek[] {
  return Array.from({ length: choice.weeks }, (_, week) =>
    Array.from({ length: DAYS_PER_WEEK }, (_, day) =>
      dayOf(addDays(choice.startsOn, week * DAYS_PER_WEEK + day), choice.version, choice.span),
    ),
  );
}
