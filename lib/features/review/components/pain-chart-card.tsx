import { nearDate } from "../../../i18n/date-words";
import { translator } from "../../../i18n/translator";
import { Card } from "../../../ui/card";
import { ChipLink, ChipRow } from "../../../ui/chip";
import type { ChartFrame } from "../chart";
import { painChart } from "../chart-geometry";
import type { PatientReview, PlanReview } from "../review";
import { REVIEW_PERIODS } from "../schema";
import { ChartLegend } from "./chart-legend";
import { DayTable } from "./day-table";
import { dayWords } from "./day-words";
import { PainChartSvg, type PainChartWords } from "./pain-chart-svg";
import { PlanChanges } from "./plan-changes";
import { oneDecimal, versionChangeShort } from "./review-words";

const t = translator("en", "review.chart");

/** Generous for our font at 12 units semibold, so that labels which fit here fit on screen. */
function measure(text: string): number {
  return [...text].reduce((sum, char) => {
    if (/[ ·.,:il]/.test(char)) return sum + 3.8;
    return sum + (/[mwMW]/.test(char) ? 11 : 7.2);
  }, 0);
}

const WIDE: ChartFrame = {
  width: 690,
  height: 344,
  top: 28,
  right: 96,
  bottom: 22,
  left: 24,
  strip: 11,
  stripGap: 14,
  dot: 3.6,
  tickRoom: 64,
  measure,
};

/** For phones, and for large text: everything in the drawing grows with it. */
const NARROW: ChartFrame = { ...WIDE, width: 340, height: 310, right: 4, left: 25, dot: 3 };

interface Shown {
  readonly view: PatientReview;
  readonly review: PlanReview;
}

function PeriodSwitch({ view }: { view: PatientReview }) {
  return (
    <ChipRow label={t("period")}>
      {REVIEW_PERIODS.map((period) => (
        <ChipLink
          key={period}
          href={`/patients/${view.patientId}?period=${period}`}
          selected={period === view.period}
          aria-label={t(`periodNames.${period}`)}
          scroll={false}
        >
          {t(`periods.${period}`)}
        </ChipLink>
      ))}
    </ChipRow>
  );
}

function wordsOf({ view, review }: Shown): Omit<PainChartWords, "id"> {
  const { today, plan } = view;
  const { pain, versions, days, visits, adherence } = review;
  const [first, last] = [
    nearDate(review.firstOn, today, "en"),
    nearDate(review.lastOn, today, "en"),
  ];
  const mean = pain.current && oneDecimal(pain.current.value);
  const baseline = pain.baseline && oneDecimal(pain.baseline.value);
  const { done, due } = adherence.sessions;
  const rated = days.filter((day) => day.points.some((p) => p.before !== null)).length;
  return {
    title: t("name", { first, last }),
    description: t("description", {
      rated,
      mean: mean ? t("descriptionMean", { mean }) : "",
      baseline: baseline ? t("descriptionBaseline", { mean: baseline }) : "",
      sessions: t("descriptionSessions", { done, due }),
      changes: t("descriptionVersions", { count: versions.length }),
    }),
    today,
    isEnded: plan?.state === "ended",
    redFrom: pain.redZones.at(-1)?.from ?? null,
    baseline: baseline && t("baseline", { mean: baseline }),
    meaningful:
      pain.meaningfulAt === null ? null : t("meaningful", { at: oneDecimal(pain.meaningfulAt) }),
    mean: mean && t("mean", { mean }),
    dayWords: (on) => {
      const day = days.find((one) => one.on === on);
      const begun = versions.filter((v) => v.startsOn === on).map(({ number }) => number);
      return day ? dayWords(day, { today, versions: begun, isVisit: visits.includes(on) }) : "";
    },
  };
}

function Drawings({ view, review }: Shown) {
  const versionLabel = (number: number) => {
    const version = review.versions.find((one) => one.number === number);
    const change = versionChangeShort(version?.diff ?? null);
    return change ? `v${number} · ${change}` : `v${number}`;
  };
  const words = wordsOf({ view, review });
  const draw = (id: string, frame: ChartFrame, className: string) => (
    <PainChartSvg
      chart={painChart(review, frame, { weekStart: view.weekStart, versionLabel })}
      frame={frame}
      words={{ ...words, id }}
      className={className}
    />
  );
  return (
    <figure className="@container overflow-x-auto">
      {draw("pain-wide", WIDE, "hidden w-full @min-[36rem]:block")}
      {draw("pain-narrow", NARROW, "w-full min-w-72 @min-[36rem]:hidden")}
    </figure>
  );
}

/** Pain and sessions of the plan on one time axis, what the marks mean, and the table behind. */
export function PainChartCard({ view, review }: Shown) {
  const { today } = view;
  return (
    <Card
      title={t(`title.${view.period}`)}
      subtitle={t("subtitle", {
        plan: view.plan?.title ?? "",
        first: nearDate(review.firstOn, today, "en"),
        last: nearDate(review.lastOn, today, "en"),
      })}
      actions={
        <div className="print:hidden">
          <PeriodSwitch view={view} />
        </div>
      }
    >
      <Drawings view={view} review={review} />
      <ChartLegend review={review} />
      <div className="mt-4 grid gap-2 border-t border-line pt-3 print:border-0">
        <PlanChanges view={view} review={review} />
        <DayTable view={view} review={review} />
      </div>
    </Card>
  );
}
