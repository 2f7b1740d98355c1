import { trailingAdherence, weeklyAdherence } from "../../domain/adherence/adherence";
import { dayMarks } from "../../domain/adherence/day-marks";
import { dayOutcome } from "../../domain/adherence/day-outcome";
import { overdoseWeeks } from "../../domain/adherence/overdose";
import type { AdherenceFacts } from "../../domain/adherence/plan-days";
import {
  addDays,
  eachDay,
  earlierOf,
  type LocalDate,
  type Weekday,
} from "../../domain/calendar/local-date";
import { findBaseline } from "../../domain/pain/baseline";
import { meaningfulChangeAt, painChange } from "../../domain/pain/change";
import { dailyPain } from "../../domain/pain/daily-pain";
import { dayResponse } from "../../domain/pain/day-response";
import { ratioToNumber } from "../../domain/pain/ratio";
import { painSeries } from "../../domain/pain/series";
import { type SevenDayMean, sevenDayMean, WINDOW_DAYS } from "../../domain/pain/seven-day-mean";
import { diffPlans, type PlanSide } from "../../domain/plan/plan-diff";
import type { PainRule } from "../../domain/plan/plan-document";
import { versionInForce } from "../../domain/schedule/due";
import { exerciseHistories } from "../../domain/session/exercise-history";
import type { SessionFact, VersionFact } from "../../domain/session/facts";
import type { PlanFacts } from "../sessions/fact-queries";
import {
  EXERCISE_DAYS,
  type MeanRead,
  type MorningMark,
  type PlanReview,
  type RedZone,
  type ReviewDay,
  type ReviewExercise,
  type ReviewPain,
  type VersionMark,
} from "./review";
import type { ReviewRange } from "./review-range";

/** A published version with the texts that a review names. */
export interface VersionSide {
  readonly versionId: string;
  readonly number: number;
  readonly startsOn: LocalDate;
  readonly side: PlanSide;
  readonly names: ReadonlyMap<string, string>;
  /** Of its advice, by id. */
  readonly adviceTitles: ReadonlyMap<string, string>;
}

/** Everything a review is made of. Sessions and mornings reach back as far as `sinceOn` says. */
export interface ReviewParts {
  readonly facts: PlanFacts;
  /** Ratings of sessions before `facts` begins, corrections applied. */
  readonly earlier: readonly Pick<SessionFact, "localOn" | "painBefore">[];
  /** By number. */
  readonly versions: readonly VersionSide[];
  readonly visits: readonly LocalDate[];
  readonly today: LocalDate;
  readonly weekStart: Weekday;
  readonly range: ReviewRange;
}

function read(mean: SevenDayMean | null): MeanRead | null {
  if (!mean) return null;
  const { startsOn, endsOn, values: days, reliability } = mean;
  return { startsOn, endsOn, value: ratioToNumber(mean.mean), days, reliability };
}

function versionSideInForce(parts: ReviewParts, day: LocalDate): VersionSide {
  const inForce = versionInForce(parts.facts.versions, day);
  const found = parts.versions.find((v) => v.versionId === inForce?.versionId);
  return (found ?? parts.versions[0]) as VersionSide;
}

function redZones(parts: ReviewParts): RedZone[] {
  const zones: RedZone[] = [];
  for (const on of eachDay(parts.range.firstOn, parts.range.lastOn)) {
    const from = versionSideInForce(parts, on).side.painRule.amberMax + 1;
    const open = zones.at(-1);
    if (open?.from === from) zones[zones.length - 1] = { ...open, lastOn: on };
    else zones.push({ firstOn: on, lastOn: on, from });
  }
  return zones;
}

function painOf(parts: ReviewParts): ReviewPain {
  const { facts, earlier, range } = parts;
  const daily = dailyPain([...earlier, ...facts.sessions].filter((s) => s.localOn <= range.lastOn));
  const baseline = findBaseline(daily, { today: range.lastOn });
  const current = sevenDayMean(daily, range.lastOn);
  const meaningful = baseline ? meaningfulChangeAt(baseline.mean) : null;
  return {
    isRated: daily.length > 0,
    mean: painSeries(facts.sessions, [], range.lastOn)
      .mean.map((piece) => piece.filter(({ on }) => on >= range.firstOn))
      .filter((piece) => piece.length > 0),
    baseline: read(baseline),
    meaningfulAt: meaningful ? ratioToNumber(meaningful) : null,
    current: read(current),
    ratedDays: daily.filter(({ on }) => on > addDays(range.lastOn, -WINDOW_DAYS)).length,
    change: painChange(baseline, current),
    redZones: redZones(parts),
  };
}

/** The rule that the last session of the day before was shown with. */
function ruleOfMorning(parts: ReviewParts, on: LocalDate): PainRule {
  const dayBefore = addDays(on, -1);
  const last = parts.facts.sessions.filter((s) => s.localOn === dayBefore).at(-1);
  const shown = parts.versions.find((v) => v.versionId === last?.versionId);
  return (shown ?? versionSideInForce(parts, on)).side.painRule;
}

function morningMarks(parts: ReviewParts): MorningMark[] {
  const { facts, range } = parts;
  const rated = new Set<LocalDate>();
  return painSeries([], facts.mornings, range.lastOn).mornings.map(({ on, pain }) => {
    const isFirst = !rated.has(on);
    rated.add(on);
    const rule = ruleOfMorning(parts, on);
    const response = isFirst ? dayResponse(on, facts.sessions, facts.mornings, rule) : null;
    return { on, pain, response };
  });
}

function daysOf(parts: ReviewParts, facts: AdherenceFacts): ReviewDay[] {
  const { range, today } = parts;
  const { points, mean } = painSeries(facts.sessions, [], range.lastOn);
  const mornings = morningMarks(parts);
  const vertices = mean.flat();
  return dayMarks(facts, range.firstOn, range.lastOn).map((mark) => {
    const sessions = facts.sessions.filter((s) => s.localOn === mark.day);
    return {
      on: mark.day,
      points: points.filter(({ on }) => on === mark.day),
      mornings: mornings.filter(({ on }) => on === mark.day),
      mean: vertices.find(({ on }) => on === mark.day) ?? null,
      mark,
      outcome: dayOutcome(mark, sessions, today),
    };
  });
}

function versionMarks({ versions, range }: ReviewParts): VersionMark[] {
  return versions
    .map(({ versionId, number, startsOn, side }, i) => {
      const before = versions[i - 1];
      return {
        versionId,
        number,
        startsOn,
        diff: before ? diffPlans(before.side, side) : null,
      };
    })
    .filter(({ startsOn }) => range.firstOn <= startsOn && startsOn <= range.lastOn);
}

function newestNames(versions: readonly VersionSide[]): Map<string, string> {
  return new Map(versions.flatMap(({ names }) => [...names]));
}

function exercisesOf(
  parts: ReviewParts,
  tallies: ReturnType<typeof trailingAdherence>["exercises"],
): ReviewExercise[] {
  const { facts, range } = parts;
  const names = newestNames(parts.versions);
  const first = addDays(range.lastOn, 1 - EXERCISE_DAYS);
  const histories = exerciseHistories(facts.versions, facts.sessions, first, range.lastOn);
  const inPlan = versionInForce(facts.versions, range.lastOn)?.exercises ?? [];
  const current = new Set(inPlan.map(({ lineId }) => lineId));
  const gone = facts.versions
    .flatMap((version: VersionFact) => version.exercises)
    .filter(({ lineId }) => !current.has(lineId) && histories.has(lineId));
  const lastShown = new Map(gone.map((line) => [line.lineId, line]));
  return [...inPlan, ...lastShown.values()].map(({ lineId, dosage }) => ({
    lineId,
    name: names.get(lineId) ?? "",
    dosage,
    isInPlan: current.has(lineId),
    adherence: tallies.get(lineId) ?? null,
    history: histories.get(lineId) ?? null,
  }));
}

/**
 * The review of a plan that has begun, from its facts. All numbers come from lib/domain; this only puts
 * them side by side.
 */
export function assembleReview(parts: ReviewParts): PlanReview {
  const { facts, range, today, weekStart, visits } = parts;
  const adherenceFacts: AdherenceFacts = { ...facts, today, weekStart };
  const { exercises: tallies, ...adherence } = trailingAdherence(adherenceFacts);
  return {
    firstOn: range.firstOn,
    lastOn: range.lastOn,
    axisEndsOn: range.axisEndsOn,
    hasLogs: facts.sessions.length + facts.mornings.length + parts.earlier.length > 0,
    days: daysOf(parts, adherenceFacts),
    pain: painOf(parts),
    versions: versionMarks(parts),
    visits: visits.filter((on) => range.firstOn <= on && on <= earlierOf(today, range.lastOn)),
    adherence,
    // Earlier weeks were not read; `sinceOn` makes sure that the first one here was, whole.
    weeks: weeklyAdherence(adherenceFacts).filter(
      ({ weekStartsOn }) => addDays(weekStartsOn, 6) >= range.firstOn,
    ),
    exercises: exercisesOf(parts, tallies),
    overdose: overdoseWeeks(adherenceFacts),
    names: newestNames(parts.versions),
    adviceTitles: new Map(parts.versions.flatMap(({ adviceTitles }) => [...adviceTitles])),
    painRule: versionSideInForce(parts, range.lastOn).side.painRule,
  };
}
