import type { DayOutcome } from "../../domain/adherence/day-outcome";
import type { LocalDate, Weekday } from "../../domain/calendar/local-date";
import type { LogSource, PainNrs } from "../../domain/session/facts";
import type { MarkLabel, Measure } from "./chart-labels";
import type { PlanReview } from "./review";

/** Room of a chart in its own units (pixels at 100 %); the plot is what the margins leave. */
export interface ChartFrame {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
  /** Height of the session strip and its distance from the plot. */
  readonly strip: number;
  readonly stripGap: number;
  /** Largest radius of a dot. */
  readonly dot: number;
  /** Least distance between two dates on the time axis. */
  readonly tickRoom: number;
  readonly measure: Measure;
}

export interface Dot {
  readonly sessionId: string;
  readonly on: LocalDate;
  readonly x: number;
  /** Null: not rated before; only the tick's end is drawn. */
  readonly y: number | null;
  readonly score: PainNrs | null;
  /** Null: not rated after. */
  readonly afterY: number | null;
  readonly source: LogSource;
  readonly r: number;
}

export interface MorningDot {
  readonly on: LocalDate;
  readonly x: number;
  readonly y: number;
  readonly isUnsettled: boolean;
}

export interface Band {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface MeanPath {
  readonly d: string;
  readonly isProvisional: boolean;
}

export interface StripCell extends Band {
  readonly on: LocalDate;
  readonly outcome: DayOutcome;
}

/** Everything a renderer draws, on the web or on paper, in the frame's units. */
export interface PainChart {
  readonly plot: Band;
  readonly grid: readonly { readonly value: number; readonly y: number }[];
  readonly ticks: readonly { readonly on: LocalDate; readonly x: number }[];
  readonly redZones: readonly Band[];
  readonly meaningful: Band | null;
  readonly baselineY: number | null;
  readonly dots: readonly Dot[];
  readonly mornings: readonly MorningDot[];
  readonly mean: readonly MeanPath[];
  /** End of the 7-day-mean line when it is still current; null otherwise. */
  readonly meanEnd: { readonly x: number; readonly y: number } | null;
  readonly versions: readonly { readonly number: number; readonly x: number }[];
  readonly versionLabels: readonly MarkLabel[];
  readonly visits: readonly { readonly on: LocalDate; readonly x: number }[];
  readonly strip: readonly StripCell[];
  /** One column a day up to the last with data, for pointing at. */
  readonly columns: readonly (Band & { readonly on: LocalDate })[];
  /** End of the last day that can hold data; null when the axis ends there. */
  readonly futureX: number | null;
}

export type ChartInput = Pick<
  PlanReview,
  "firstOn" | "lastOn" | "axisEndsOn" | "days" | "pain" | "versions" | "visits"
>;

export interface ChartWords {
  readonly weekStart: Weekday;
  /** Long label of a version's mark. */
  readonly versionLabel: (number: number) => string;
}
