import {
  addDays,
  type LocalDate,
  localDateOf,
  type Weekday,
  weekdayOf,
} from "../../lib/domain/calendar/local-date";
import { dueOnDay, type PlanSpan, versionInForce } from "../../lib/domain/schedule/due";
import type { PainNrs, VersionFact } from "../../lib/domain/session/facts";
import { instantAt } from "./demo-clock";
import { type Dice, demoId, diceOf } from "./demo-random";
import type { DemoCourse, SessionEvent } from "./demo-shapes";
import { type DrawnExercise, drawExercise } from "./demo-work";

/** A version with when it went out and the key of each of its lines. */
export interface DemoVersionFact extends VersionFact {
  readonly publishedAt: Date;
  readonly keys: ReadonlyMap<string, string>;
}

export interface DrawnSession {
  readonly id: string;
  readonly rootId: string;
  readonly versionId: string;
  readonly occurredAt: Date;
  readonly typedAt: Date;
  readonly zone: string;
  readonly localOn: LocalDate;
  readonly source: "live" | "late";
  readonly painBefore: PainNrs | null;
  readonly painAfter: PainNrs | null;
  readonly stoppedForPain: boolean;
  readonly withdrawn: boolean;
  readonly note: string | null;
  readonly exercises: readonly DrawnExercise[];
}

export interface DrawnMorning {
  readonly id: string;
  readonly occurredAt: Date;
  readonly zone: string;
  readonly localOn: LocalDate;
  readonly pain: PainNrs;
}

export interface DemoLife {
  /** Makes the dice and the ids of this patient. */
  readonly key: string;
  readonly course: DemoCourse;
  readonly versions: readonly DemoVersionFact[];
  readonly span: PlanSpan;
  readonly zone: string;
  readonly now: Date;
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** A rating near a mean, on the scale. */
export function rating(mean: number, spread: number, dice: Dice): PainNrs {
  const drawn = Math.round(mean + (dice() * 2 - 1) * spread);
  return Math.max(0, Math.min(10, drawn)) as PainNrs;
}

/** Mean pain on a day, on the straight line between the two known days around it. */
export function meanPain({ pain }: DemoCourse, daysAgo: number): number {
  const after = pain.findIndex(([day]) => day <= daysAgo);
  if (after < 0) return pain.at(-1)![1];
  if (after === 0) return pain[0]![1];
  const [[d1, p1], [d2, p2]] = [pain[after - 1]!, pain[after]!];
  return p1 + ((p2 - p1) * (d1 - daysAgo)) / (d1 - d2);
}

const within = (daysAgo: number, [from, until]: readonly [number, number]) =>
  daysAgo <= from && daysAgo >= until;

function zoneOn({ course, zone }: DemoLife, daysAgo: number): string {
  const { travel } = course;
  return travel && within(daysAgo, [travel.from, travel.until]) ? travel.zone : zone;
}

/** Sessions that a day asks for: its target; one on a chosen weekday; by chance when as needed. */
function wantedOn(life: DemoLife, on: LocalDate): number {
  const version = versionInForce(life.versions, on);
  const due = dueOnDay(version, on, life.span);
  if (due.state !== "active") return 0;
  if (due.timesADay > 0) return due.timesADay;
  const { weekdays } = life.course;
  if (due.anyDay.length > 0) return weekdays?.includes(weekdayOf(on) as Weekday) ? 1 : 0;
  return version?.exercises.every((e) => e.dosage.frequency.pattern === "as_needed") ? 1 : 0;
}

interface Sitting {
  readonly daysAgo: number;
  readonly slot: number;
  readonly on: LocalDate;
  readonly event: SessionEvent | undefined;
}

function whenTyped(life: DemoLife, { daysAgo, on, event }: Sitting, occurredAt: Date, dice: Dice) {
  const minutes = 8 + Math.floor(dice() * 9);
  const live = { typedAt: new Date(occurredAt.getTime() + minutes * MINUTE_MS), late: false };
  const isLate = dice() < (life.course.late ?? 0);
  const days = 1 + Math.floor(dice() * 3);
  if (!isLate || event) return live;
  const typedAt = instantAt(addDays(on, days), "20:10", zoneOn(life, daysAgo), minutes);
  return typedAt > life.now ? live : { typedAt, late: true };
}

function drawSession(life: DemoLife, sitting: Sitting): DrawnSession | null {
  const { daysAgo, slot, on, event } = sitting;
  const { course, key, now } = life;
  const dice = diceOf(`${key} ${daysAgo} ${slot}`);
  const happens = dice() < course.attend;
  const silent = course.silent?.some((days) => within(daysAgo, days)) ?? false;
  if (silent || (!happens && !event)) return null;
  const zone = zoneOn(life, daysAgo);
  const time = course.times[slot] ?? course.times[0]!;
  const occurredAt = instantAt(on, time, zone, Math.floor(dice() * 25));
  const { typedAt, late } = whenTyped(life, sitting, occurredAt, dice);
  const shown = life.versions.filter((v) => v.publishedAt <= occurredAt).at(-1);
  if (!shown || typedAt > now) return null;
  const rated = event !== undefined || dice() >= (course.unrated ?? 0);
  const mean = meanPain(course, daysAgo);
  const before = event?.before ?? rating(mean, course.spread, dice);
  const after = event?.after ?? rating(before + course.after, course.spread, dice);
  const exercises = exercisesOn(life, shown, sitting, { mean: before, dice });
  if (exercises.length === 0) return null;
  const id = demoId(`session ${key} ${daysAgo} ${slot}`, typedAt);
  return {
    id,
    rootId: id,
    versionId: shown.versionId,
    occurredAt,
    typedAt,
    zone,
    localOn: localDateOf(occurredAt, zone),
    source: late ? "late" : "live",
    painBefore: rated ? before : null,
    painAfter: rated ? after : null,
    stoppedForPain: event?.stoppedAt !== undefined,
    withdrawn: false,
    note: event?.note ?? null,
    exercises,
  };
}

function exercisesOn(
  life: DemoLife,
  shown: DemoVersionFact,
  { slot, on, event }: Sitting,
  drawn: { mean: number; dice: Dice },
): DrawnExercise[] {
  const due = dueOnDay(shown, on, life.span);
  const list: DrawnExercise[] = [];
  let stopped = false;
  for (const line of shown.exercises) {
    const { pattern, timesPerDayMin } = line.dosage.frequency;
    const isDue = due.exercises.includes(line) && timesPerDayMin > slot;
    if (!isDue && !due.anyDay.includes(line) && pattern !== "as_needed") continue;
    const key = shown.keys.get(line.lineId)!;
    const exercise = drawExercise(line, {
      course: life.course,
      line: life.course.lines?.[key],
      pain: drawn.mean,
      dice: drawn.dice,
      stop: stopped ? "after" : event?.stoppedAt === key ? "here" : null,
      steppedDown: event?.steppedDown ?? false,
    });
    stopped ||= event?.stoppedAt === key;
    if (pattern === "as_needed" && exercise.outcome === "skipped") continue;
    list.push(exercise);
  }
  return list;
}

function correctionOf(first: DrawnSession, event: SessionEvent, now: Date): DrawnSession | null {
  if (!event.corrected) return null;
  const { hoursLater, before } = event.corrected;
  const typedAt = new Date(first.typedAt.getTime() + hoursLater * HOUR_MS);
  if (typedAt > now) return null;
  const late = localDateOf(typedAt, first.zone) > first.localOn;
  const row = {
    ...first,
    id: demoId(`correction ${first.id}`, typedAt),
    typedAt,
    source: late ? ("late" as const) : first.source,
  };
  return before === null
    ? { ...row, withdrawn: true, exercises: [] }
    : { ...row, painBefore: before };
}

function drawMorning(life: DemoLife, daysAgo: number, on: LocalDate): DrawnMorning | null {
  const dice = diceOf(`${life.key} morning ${daysAgo}`);
  const zone = zoneOn(life, daysAgo);
  const occurredAt = instantAt(on, "06:35", zone, Math.floor(dice() * 20));
  if (dice() >= life.course.mornings || occurredAt > life.now) return null;
  const pain = rating(meanPain(life.course, daysAgo), life.course.spread, dice);
  const id = demoId(`morning ${life.key} ${daysAgo}`, occurredAt);
  return { id, occurredAt, zone, localOn: on, pain };
}

/** The logs of a patient's weeks, oldest first; nothing lies after `now`. */
export function drawLife(life: DemoLife): { sessions: DrawnSession[]; mornings: DrawnMorning[] } {
  const today = localDateOf(life.now, life.zone);
  const sessions: DrawnSession[] = [];
  const mornings: DrawnMorning[] = [];
  let daysAgo = 0;
  while (addDays(today, -daysAgo) > life.span.startedOn) daysAgo++;
  let didYesterday = false;
  for (; daysAgo >= 0; daysAgo--) {
    const on = addDays(today, -daysAgo);
    const morning = didYesterday ? drawMorning(life, daysAgo, on) : null;
    if (morning) mornings.push(morning);
    didYesterday = false;
    for (let slot = 0; slot < wantedOn(life, on); slot++) {
      const event = life.course.events?.find((e) => e.daysAgo === daysAgo && e.slot === slot);
      const drawn = drawSession(life, { daysAgo, slot, on, event });
      if (!drawn) continue;
      didYesterday = true;
      const correction = event ? correctionOf(drawn, event, life.now) : null;
      sessions.push(drawn, ...(correction ? [correction] : []));
    }
  }
  return { sessions, mornings };
}
