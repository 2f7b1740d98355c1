import { type ScaleLinear, scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import {
  addDays,
  daysBetween,
  type LocalDate,
  type Weekday,
  weekStartOf,
} from "../../domain/calendar/local-date";
import type { MeanVertex, PainPoint } from "../../domain/pain/series";
import { PAIN_MAX, PAIN_MIN } from "../../domain/session/facts";
import type {
  Band,
  ChartFrame,
  ChartInput,
  ChartWords,
  Dot,
  MeanPath,
  MorningDot,
  PainChart,
} from "./chart";
import { type MarkToLabel, versionLabels } from "./chart-labels";

type Y = ScaleLinear<number, number>;

interface Axes {
  readonly y: Y;
  readonly band: number;
  /** Left edge of a day. */
  readonly dayX: (on: LocalDate) => number;
}

const GRID = [0, 2, 4, 6, 8, 10] as const;
const LONE_MEAN_WIDTH = 8;
const TICK_WEEKS = [1, 2, 4, 8, 13, 26, 52];

function axesOf(input: ChartInput, plot: Band): Axes {
  const days = daysBetween(input.firstOn, input.axisEndsOn) + 1;
  const x = scaleLinear([0, days], [plot.x, plot.x + plot.width]);
  return {
    y: scaleLinear([PAIN_MIN, PAIN_MAX], [plot.y + plot.height, plot.y]),
    band: plot.width / days,
    dayX: (on) => x(daysBetween(input.firstOn, on)),
  };
}

/** Sessions of one day stand side by side, in time order, their centres inside their day. */
function dotsOf(points: readonly PainPoint[], axes: Axes, frame: ChartFrame): Dot[] {
  const r = Math.max(1.5, Math.min(frame.dot, axes.band * 0.48));
  const room = axes.band / Math.max(1, points.length);
  const step = Math.min(2 * r + 1, room);
  return points.map((point, i) => ({
    sessionId: point.sessionId,
    on: point.on,
    x: axes.dayX(point.on) + axes.band / 2 + (i - (points.length - 1) / 2) * step,
    y: point.before === null ? null : axes.y(point.before),
    score: point.before,
    afterY: point.after === null ? null : axes.y(point.after),
    source: point.source,
    r,
  }));
}

/** At the beginning of the day, where there is room to tell it from the sessions. */
function morningsOf({ days }: ChartInput, { y, dayX, band }: Axes, { dot }: ChartFrame) {
  return days.flatMap(({ mornings }) =>
    mornings.map(
      ({ on, pain, response }): MorningDot => ({
        on,
        x: dayX(on) + Math.min(band / 2, dot),
        y: y(pain),
        isUnsettled: response?.state === "not_settled",
      }),
    ),
  );
}

function meanPaths(piece: readonly MeanVertex[], { y, dayX, band }: Axes): MeanPath[] {
  const path = line<readonly [number, number]>();
  const at = ({ on, value }: MeanVertex) => [dayX(on) + band / 2, y(value)] as const;
  const [first, ...rest] = piece.map((vertex) => ({ vertex, xy: at(vertex) }));
  if (!first) return [];
  if (rest.length === 0) {
    const [x, height] = first.xy;
    const half = LONE_MEAN_WIDTH / 2;
    const d =
      path([
        [x - half, height],
        [x + half, height],
      ]) ?? "";
    return [{ d, isProvisional: first.vertex.provisional }];
  }
  const runs: { isProvisional: boolean; corners: (readonly [number, number])[] }[] = [];
  let from = first;
  for (const to of rest) {
    const isProvisional = from.vertex.provisional || to.vertex.provisional;
    const run = runs.at(-1);
    if (run?.isProvisional === isProvisional) run.corners.push(to.xy);
    else runs.push({ isProvisional, corners: [from.xy, to.xy] });
    from = to;
  }
  return runs.map(({ isProvisional, corners }) => ({ d: path(corners) ?? "", isProvisional }));
}

function meanEnd({ pain, lastOn }: ChartInput, { y, dayX, band }: Axes): PainChart["meanEnd"] {
  const last = pain.mean.at(-1)?.at(-1);
  if (!last || !pain.current || daysBetween(last.on, lastOn) > 7) return null;
  return { x: dayX(last.on) + band / 2, y: y(last.value) };
}

function dateTicks(input: ChartInput, { dayX, band }: Axes, frame: ChartFrame, weekStart: Weekday) {
  const weeks = TICK_WEEKS.find((n) => n * 7 * band >= frame.tickRoom) ?? 104;
  const firstWeek = weekStartOf(addDays(input.firstOn, 6), weekStart);
  const ticks: { on: LocalDate; x: number }[] = [];
  for (let on = firstWeek; on <= input.axisEndsOn; on = addDays(on, weeks * 7)) {
    if (dayX(on) + frame.tickRoom / 2 > frame.width) break;
    ticks.push({ on, x: dayX(on) });
  }
  return ticks;
}

function stripOf(input: ChartInput, { dayX, band }: Axes, frame: ChartFrame, plot: Band) {
  const gap = Math.min(2, band * 0.2);
  return input.days.map(({ on, outcome }) => ({
    on,
    outcome,
    x: dayX(on) + gap / 2,
    y: plot.y + plot.height + frame.stripGap,
    width: band - gap,
    height: frame.strip,
  }));
}

/**
 * Geometry of the pain-and-sessions chart: every day from `firstOn` to `axisEndsOn` has the same width,
 * nothing is placed after `lastOn`, gaps stay gaps, a 0 is a point on the axis, and the mean is straight
 * between its corners.
 */
export function painChart(input: ChartInput, frame: ChartFrame, words: ChartWords): PainChart {
  const plot: Band = {
    x: frame.left,
    y: frame.top,
    width: frame.width - frame.left - frame.right,
    height: frame.height - frame.top - frame.bottom - frame.strip - frame.stripGap,
  };
  const axes = axesOf(input, plot);
  const { y, dayX, band } = axes;
  const { pain, versions, days, lastOn, axisEndsOn } = input;
  const marks: MarkToLabel[] = versions.map(({ number, startsOn }) => ({
    number,
    x: dayX(startsOn),
    long: words.versionLabel(number),
  }));
  const span = (firstOn: LocalDate, toOn: LocalDate) => ({
    x: dayX(firstOn),
    width: dayX(addDays(toOn, 1)) - dayX(firstOn),
  });
  const whole = { x: plot.x, width: plot.width };
  return {
    plot,
    grid: GRID.map((value) => ({ value, y: y(value) })),
    ticks: dateTicks(input, axes, frame, words.weekStart),
    // Half a point below, so that a red dot lies inside its zone and not on the border.
    redZones: pain.redZones.map(({ firstOn, lastOn: to, from }) => ({
      ...span(firstOn, to === lastOn ? axisEndsOn : to),
      y: y(PAIN_MAX),
      height: y(from - 0.5) - y(PAIN_MAX),
    })),
    meaningful:
      pain.meaningfulAt === null
        ? null
        : { ...whole, y: y(pain.meaningfulAt), height: y(PAIN_MIN) - y(pain.meaningfulAt) },
    baselineY: pain.baseline ? y(pain.baseline.value) : null,
    dots: days.flatMap(({ points }) => dotsOf(points, axes, frame)),
    mornings: morningsOf(input, axes, frame),
    mean: pain.mean.flatMap((piece) => meanPaths(piece, axes)),
    meanEnd: meanEnd(input, axes),
    versions: marks.map(({ number, x }) => ({ number, x })),
    versionLabels: versionLabels(marks, frame.width, frame.measure),
    visits: input.visits.map((on) => ({ on, x: dayX(on) + band / 2 })),
    strip: stripOf(input, axes, frame, plot),
    columns: days.map(({ on }) => ({
      on,
      x: dayX(on),
      y: plot.y,
      width: band,
      height: plot.height + frame.stripGap + frame.strip,
    })),
    futureX: axisEndsOn > lastOn ? dayX(addDays(lastOn, 1)) : null,
  };
}
