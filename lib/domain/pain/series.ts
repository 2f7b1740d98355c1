import type { LocalDate } from "../calendar/local-date";
import type { LogSource, MorningFact, PainNrs, Reporter, SessionFact } from "../session/facts";
import { type DailyPain, dailyPain } from "./daily-pain";
import { ratioToNumber } from "./ratio";
import { sevenDayMean } from "./seven-day-mean";

/** One session as the chart draws it: dot at `before`, tick to `after`; null is "not rated", 0 a real point. */
export interface PainPoint {
  readonly sessionId: string;
  readonly on: LocalDate;
  readonly occurredAt: Date;
  readonly source: LogSource;
  /** Who filled a paper one in. */
  readonly reportedBy?: Reporter | null;
  readonly before: PainNrs | null;
  /** Worst rating given during any exercise of the session. */
  readonly worstDuring: PainNrs | null;
  readonly after: PainNrs | null;
  readonly stoppedForPain: boolean;
}

/** A corner of the 7-day-mean line; `value` 0 to 10, drawn light when provisional. */
export interface MeanVertex {
  readonly on: LocalDate;
  readonly value: number;
  readonly provisional: boolean;
}

/** The pain chart's data. Each context is its own series, never pooled; days without a log are absent. */
export interface PainSeries {
  readonly points: readonly PainPoint[];
  /** Pieces of the 7-day-mean line; never joined to one another. */
  readonly mean: readonly (readonly MeanVertex[])[];
  readonly mornings: readonly { readonly on: LocalDate; readonly pain: PainNrs }[];
}

function byDayThenTime(
  a: { localOn: LocalDate; occurredAt: Date; id?: string },
  b: { localOn: LocalDate; occurredAt: Date; id?: string },
): number {
  if (a.localOn !== b.localOn) return a.localOn < b.localOn ? -1 : 1;
  return a.occurredAt.getTime() - b.occurredAt.getTime() || ((a.id ?? "") < (b.id ?? "") ? -1 : 1);
}

function worstDuring(session: SessionFact): PainNrs | null {
  let worst: PainNrs | null = null;
  for (const { painWorst } of session.exercises) {
    if (painWorst !== null && (worst === null || painWorst > worst)) worst = painWorst;
  }
  return worst;
}

/**
 * Pieces of the 7-day-mean line, a vertex on each rated day with enough data. A rated day without
 * enough data ends the piece, and so does every gap longer than 7 days: the first rating after it
 * stands alone in its window.
 */
export function meanSegments(daily: readonly DailyPain[]): MeanVertex[][] {
  const segments: MeanVertex[][] = [];
  let open: MeanVertex[] | null = null;
  for (const { on } of daily) {
    const mean = sevenDayMean(daily, on);
    if (!mean) {
      open = null;
      continue;
    }
    if (!open) {
      open = [];
      segments.push(open);
    }
    const provisional = mean.reliability === "provisional";
    open.push({ on, value: ratioToNumber(mean.mean), provisional });
  }
  return segments;
}

/**
 * What the pain chart draws, up to and including `today`: raw points always, in time order, and the
 * 7-day mean (PubMed 25283469). Silence is a gap, never 0; nothing is drawn for the future.
 */
export function painSeries(
  sessions: readonly SessionFact[],
  mornings: readonly MorningFact[],
  today: LocalDate,
): PainSeries {
  const past = sessions.filter((session) => session.localOn <= today).sort(byDayThenTime);
  return {
    points: past.map((session) => ({
      sessionId: session.id,
      on: session.localOn,
      occurredAt: session.occurredAt,
      source: session.source,
      ...(session.reportedBy ? { reportedBy: session.reportedBy } : {}),
      before: session.painBefore,
      worstDuring: worstDuring(session),
      after: session.painAfter,
      stoppedForPain: session.stoppedForPain,
    })),
    mean: meanSegments(dailyPain(past)),
    mornings: mornings
      .filter((morning) => morning.localOn <= today)
      .sort(byDayThenTime)
      .map(({ localOn, pain }) => ({ on: localOn, pain })),
  };
}
