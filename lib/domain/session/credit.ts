import type { Dosage } from "../dosage/dosage";
import type { ExerciseFact, PrescribedFact, SessionFact, VersionFact } from "./facts";

/** Credit from which a session, or an exercise within it, counts as done (clinical.md, "Session credit"). */
export const COUNTS_FROM = 0.5;
/** Share of an exercise done "partly" when the patient gave no amounts (design judgement). */
export const PARTLY_SHARE = 0.5;
/** Sums of thirds and tenths miss one half by less than this in floating point. */
const FLOAT_SLACK = 1e-9;

/** True when a credit or share of 0 to 1 reaches `COUNTS_FROM`. */
export function counts(credit: number): boolean {
  return credit >= COUNTS_FROM - FLOAT_SLACK;
}

function measuredRatio(dosage: Dosage, fact: ExerciseFact): number | null {
  const amounts: [prescribed: number | null, done: number | null][] =
    dosage.durationSeconds === null
      ? [
          [dosage.sets, fact.setsDone],
          [dosage.reps, fact.repsDone],
          [dosage.holdSeconds, fact.holdSecondsDone],
        ]
      : [
          [dosage.sets, fact.setsDone],
          [dosage.durationSeconds, fact.durationSecondsDone],
        ];
  let prescribedDose = 1;
  let doneDose = 1;
  let measured = false;
  for (const [prescribed, done] of amounts) {
    if (prescribed === null) continue;
    prescribedDose *= prescribed;
    doneDose *= done ?? prescribed;
    measured ||= done !== null;
  }
  return measured ? doneDose / prescribedDose : null;
}

/**
 * Dose done over dose prescribed for one sitting, from 0, not capped: sets x reps x hold per side, or
 * sets x duration in seconds; no hold counts as 1 (clinical.md, "Session credit"). An amount left out
 * beside a given one is as prescribed. Without any amount: done and stepped down 1, partly
 * `PARTLY_SHARE`. Skipped is 0. Stepped down is measured against the easier dose and never passes 1.
 */
export function doseRatio(dosage: Dosage, fact: ExerciseFact): number {
  if (fact.outcome === "skipped") return 0;
  const ratio = measuredRatio(dosage, fact);
  if (ratio === null) return fact.outcome === "partly" ? PARTLY_SHARE : 1;
  return fact.outcome === "stepped_down" ? Math.min(1, ratio) : ratio;
}

/** One session, measured: share 0 to 1 done of each exercise, by `lineId`; absent: not mentioned. */
export interface SessionWork {
  readonly shares: ReadonlyMap<string, number>;
  /** Sets of exercises it may be measured against; see `sessionDemands`. */
  readonly demands: readonly (readonly PrescribedFact[])[];
}

/** Measures a session against the doses of the version the patient was shown. */
export function sessionWork(
  session: SessionFact,
  shown: VersionFact,
  demands: SessionWork["demands"],
): SessionWork {
  const lines = new Map(shown.exercises.map((e) => [e.prescribedId, e]));
  const shares = new Map<string, number>();
  for (const fact of session.exercises) {
    const line = lines.get(fact.prescribedId);
    if (!line) continue;
    const dose = fact.outcome === "stepped_down" ? (line.easier ?? line.dosage) : line.dosage;
    const share = Math.min(1, doseRatio(dose, fact));
    shares.set(line.lineId, Math.max(share, shares.get(line.lineId) ?? 0));
  }
  return { shares, demands };
}

type ShareOf = (lineId: string) => number;

/** Mean share over the exercises of `demand` that are due in the `level`-th session of a day. */
function meanShare(demand: readonly PrescribedFact[], level: number, shareOf: ShareOf): number {
  const most = demand.reduce((max, e) => Math.max(max, e.dosage.frequency.timesPerDayMin), 0);
  const due = demand.filter((e) => e.dosage.frequency.timesPerDayMin >= Math.min(level, most));
  return due.reduce((sum, e) => sum + shareOf(e.lineId), 0) / due.length;
}

function bestMeanShare(demands: SessionWork["demands"], level: number, shareOf: ShareOf): number {
  return demands.reduce((best, d) => Math.max(best, meanShare(d, level, shareOf)), 0);
}

function creditAt(work: SessionWork, level: number): number {
  return bestMeanShare(work.demands, level, (id) => work.shares.get(id) ?? 0);
}

/** Credit of one session, 0 to 1; null when it has nothing due (an as-needed exercise alone). */
export interface SessionCredit {
  readonly credit: number | null;
  readonly counts: boolean;
}

/**
 * Session credit: mean over its due exercises of min(1, done / prescribed); a due exercise that is not
 * mentioned is 0, an as-needed one does not lower it. Where exercises have unlike times-a-day the
 * session is taken as the one of the day that fits it best; `countingSessions` settles the whole day.
 * Source: clinical.md, "Session credit".
 */
export function sessionCredit(work: SessionWork): SessionCredit {
  if (work.demands.length === 0) return { credit: null, counts: false };
  const levels = new Set(work.demands.flat().map((e) => e.dosage.frequency.timesPerDayMin));
  const credit = Math.max(...[...levels].map((level) => creditAt(work, level)));
  return { credit, counts: counts(credit) };
}

/** True when any exercise of the session was done as its easier variant; marked wherever shown. */
export function steppedDown(session: SessionFact): boolean {
  return session.exercises.some((e) => e.outcome === "stepped_down");
}

/**
 * Sessions of one local day that count, at most `cap` (its times-a-day). Where exercises have unlike
 * times-a-day, only those due at least r times belong to the r-th session: glides three times with
 * strength once is one full session and two of glides alone, in any order. The largest number of
 * sessions that fit is counted, so the order of arrival never matters and one more never lowers it.
 */
export function countingSessions(works: readonly SessionWork[], cap: number): number {
  const levelOf = new Map<number, number>();
  const place = (level: number, tried: Set<number>): boolean => {
    for (let i = 0; i < works.length; i++) {
      if (tried.has(i) || !counts(creditAt(works[i]!, level))) continue;
      tried.add(i);
      const taken = levelOf.get(i);
      if (taken === undefined || place(taken, tried)) {
        levelOf.set(i, level);
        return true;
      }
    }
    return false;
  };
  let count = 0;
  for (let level = 1; level <= cap; level++) {
    if (place(level, new Set())) count++;
  }
  return count;
}

/**
 * Credit of one local day for dose adherence, 0 to `cap` sessions: the r-th session of the day is the
 * mean of each due exercise's r-th best share. Equals the sum of the session credits where each holds
 * the same exercises; a list split over the day is not lost.
 */
export function dayDose(
  works: readonly SessionWork[],
  demands: SessionWork["demands"],
  cap: number,
): number {
  const best = new Map<string, number[]>();
  for (const work of works) {
    for (const [id, share] of work.shares) best.set(id, [...(best.get(id) ?? []), share]);
  }
  for (const shares of best.values()) shares.sort((a, b) => b - a);
  let dose = 0;
  for (let level = 1; level <= cap; level++) {
    dose += bestMeanShare(demands, level, (id) => best.get(id)?.[level - 1] ?? 0);
  }
  return dose;
}
