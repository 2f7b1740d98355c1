import type { LocalDate } from "../../../domain/calendar/local-date";
import { nearDate } from "../../../i18n/date-words";
import { translator } from "../../../i18n/translator";
import type { ChartFrame, PainChart } from "../chart";
import { spreadLabels } from "../chart-labels";
import { MorningMark, RatingDot, StripMark, VisitMark } from "./chart-marks";

const t = translator("en", "review.chart");

/** What the drawing says in words. */
export interface PainChartWords {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly today: LocalDate;
  readonly isEnded: boolean;
  readonly redFrom: number | null;
  readonly baseline: string | null;
  readonly meaningful: string | null;
  readonly mean: string | null;
  /** Everything of a day, for pointing at it. */
  readonly dayWords: (on: LocalDate) => string;
}

interface Drawing {
  readonly chart: PainChart;
  readonly frame: ChartFrame;
  readonly words: PainChartWords;
}

function Zones({ chart, words }: Drawing) {
  const { plot, meaningful } = chart;
  return (
    <>
      {chart.redZones.map((zone) => (
        <rect key={zone.x} {...zone} className="fill-clay-tint/45" />
      ))}
      {meaningful && <rect {...meaningful} className="fill-spruce-tint/70" />}
      {chart.grid.map(({ value, y }) => (
        <g key={value}>
          <line x1={plot.x} x2={plot.x + plot.width} y1={y} y2={y} className="stroke-line" />
          <text x={plot.x - 7} y={y + 4} textAnchor="end" className="fill-secondary tabular-nums">
            {value}
          </text>
        </g>
      ))}
      {chart.baselineY !== null && (
        <line
          x1={plot.x}
          x2={plot.x + plot.width}
          y1={chart.baselineY}
          y2={chart.baselineY}
          className="stroke-secondary"
          strokeDasharray="1 3"
        />
      )}
      {meaningful && words.meaningful && (
        <text x={plot.x + 6} y={plot.y + plot.height - 6} className="fill-spruce" {...HALO}>
          {words.meaningful}
        </text>
      )}
    </>
  );
}

/** Room that "plan ended" needs. */
const FUTURE_WORDS = 76;

const HALO = {
  stroke: "var(--color-surface)",
  strokeWidth: 3,
  strokeLinejoin: "round",
  paintOrder: "stroke",
} as const;

function Versions({ chart, frame }: Drawing) {
  const { plot, strip } = chart;
  const bottom = (strip[0]?.y ?? plot.y + plot.height) + frame.strip;
  return (
    <g>
      {chart.versions.map(({ number, x }) => (
        <line
          key={number}
          x1={x}
          x2={x}
          y1={plot.y - 6}
          y2={bottom}
          className="stroke-spruce"
          strokeDasharray="3 3"
        />
      ))}
      {chart.versionLabels.map(({ text, x }) => (
        <text key={text} x={x} y={plot.y - 10} className="fill-spruce font-semibold">
          {text}
        </text>
      ))}
    </g>
  );
}

function Pain({ chart, frame }: Drawing) {
  return (
    <>
      {chart.dots.map(({ sessionId, x, y, afterY }) =>
        afterY === null ? null : (
          <path
            key={sessionId}
            d={y === null ? `M${x - 3} ${afterY}h6` : `M${x} ${y}V${afterY}`}
            className="stroke-control"
            strokeWidth={1.5}
          />
        ),
      )}
      {chart.mornings.map(({ on, x, y, isUnsettled }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one morning may hold two answers
        <MorningMark key={`${on} ${i}`} {...{ x, y, isUnsettled }} size={frame.dot * 0.85} />
      ))}
      {chart.dots.map(({ sessionId, x, y, r, score, source }) =>
        y === null || score === null ? null : (
          <RatingDot key={sessionId} {...{ x, y, r, score, source }} />
        ),
      )}
      {chart.mean.map(({ d, isProvisional }) => (
        <path
          key={d}
          d={d}
          fill="none"
          className="stroke-ink"
          strokeOpacity={isProvisional ? 0.38 : 1}
          strokeWidth={2}
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      ))}
    </>
  );
}

function SideLabels({ chart, frame, words }: Drawing) {
  const { plot, redZones } = chart;
  const red = redZones.at(-1);
  const labels = [
    words.redFrom !== null && red
      ? { key: "red", y: red.y + red.height / 2, text: t("redZone", { from: words.redFrom }) }
      : null,
    words.baseline && chart.baselineY !== null
      ? { key: "baseline", y: chart.baselineY, text: words.baseline }
      : null,
    words.mean && chart.meanEnd ? { key: "mean", y: chart.meanEnd.y, text: words.mean } : null,
  ].filter((label) => label !== null);
  const looks = { red: "fill-clay", baseline: "fill-secondary", mean: "fill-ink font-semibold" };
  const spread = spreadLabels(labels, { gap: 15, top: plot.y + 4, bottom: plot.y + plot.height });
  return (
    <>
      {spread.map(({ key, y, text }) => (
        <text
          key={key}
          x={plot.x + plot.width + 8}
          y={y + 4}
          className={looks[key as keyof typeof looks]}
        >
          {text}
        </text>
      ))}
      <text
        x={plot.x + plot.width + 8}
        y={plot.y + plot.height + frame.stripGap + frame.strip - 1}
        className="fill-secondary"
      >
        {t("sessions")}
      </text>
    </>
  );
}

function TimeAxis({ chart, frame, words }: Drawing) {
  const { plot, futureX } = chart;
  const stripEnd = plot.y + plot.height + frame.stripGap + frame.strip;
  const isTight = futureX !== null && futureX + FUTURE_WORDS > frame.width;
  return (
    <>
      {chart.strip.map(({ on, ...cell }) => (
        <StripMark key={on} {...cell} />
      ))}
      {chart.visits.map(({ on, x }) => (
        <VisitMark key={on} x={x} y={plot.y + plot.height + frame.stripGap / 2} size={3.5} />
      ))}
      {chart.ticks.map(({ on, x }) => (
        <text key={on} x={x} y={stripEnd + 17} className="fill-secondary">
          {nearDate(on, words.today, "en")}
        </text>
      ))}
      {futureX !== null && (
        <>
          <line x1={futureX} x2={futureX} y1={plot.y} y2={stripEnd} className="stroke-control" />
          <text
            x={isTight ? futureX - 5 : futureX + 5}
            y={plot.y + 13}
            textAnchor={isTight ? "end" : "start"}
            className="fill-secondary"
            {...HALO}
          >
            {t(words.isEnded ? "ended" : "today")}
          </text>
        </>
      )}
    </>
  );
}

/** The chart as drawn on the server. Pointing at a day names everything on it; the table says it all. */
export function PainChartSvg({ className, ...drawing }: Drawing & { className?: string }) {
  const { chart, frame, words } = drawing;
  return (
    <svg
      role="img"
      aria-labelledby={`${words.id}-title ${words.id}-desc`}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      className={className}
      fontSize={12}
    >
      <title id={`${words.id}-title`}>{words.title}</title>
      <desc id={`${words.id}-desc`}>{words.description}</desc>
      <Zones {...drawing} />
      <Versions {...drawing} />
      <Pain {...drawing} />
      <TimeAxis {...drawing} />
      {frame.right > 40 && <SideLabels {...drawing} />}
      {chart.columns.map(({ on, ...column }) => (
        <rect key={on} {...column} className="fill-transparent hover:fill-ink/5">
          <title>{words.dayWords(on)}</title>
        </rect>
      ))}
    </svg>
  );
}
