import type { ReactNode } from "react";
import type { PainPoint } from "../../../domain/pain/series";
import { translator } from "../../../i18n/translator";
import { type Column, DataTable } from "../../../ui/data-table";
import type { PatientReview, PlanReview, ReviewDay } from "../review";
import { dayName, morningWords, ratingWords, sessionsWords } from "./day-words";
import { Disclosure } from "./disclosure";
import { oneDecimal } from "./review-words";

const t = translator("en", "review.table");

function hasData({ points, mornings, mark, outcome }: ReviewDay): boolean {
  return points.length > 0 || mornings.length > 0 || mark.due > 0 || outcome === "paused";
}

function Each({ day, of }: { day: ReviewDay; of: (point: PainPoint) => ReactNode }) {
  if (day.points.length === 0) return <span className="text-secondary">–</span>;
  return day.points.map((point) => (
    <span key={point.sessionId} className="block whitespace-nowrap">
      {of(point)}
    </span>
  ));
}

function before({ before, source }: PainPoint): string {
  const rating = ratingWords(before);
  return source === "live" ? rating : `${rating}, ${t(source)}`;
}

function worst({ worstDuring, stoppedForPain }: PainPoint): string {
  const rating = ratingWords(worstDuring);
  return stoppedForPain ? `${rating}, ${t("stopped")}` : rating;
}

function columnsOf(view: PatientReview): Column<ReviewDay>[] {
  return [
    {
      key: "day",
      header: t("day"),
      primary: true,
      className: "whitespace-nowrap",
      cell: ({ on }) => dayName(on, view.today),
    },
    { key: "before", header: t("before"), cell: (day) => <Each day={day} of={before} /> },
    {
      key: "after",
      header: t("after"),
      cell: (day) => <Each day={day} of={({ after }) => ratingWords(after)} />,
    },
    {
      key: "worst",
      header: t("worst"),
      cell: (day) => <Each day={day} of={worst} />,
    },
    {
      key: "morning",
      header: t("morning"),
      cell: ({ mornings }) =>
        mornings.length === 0 ? (
          <span className="text-secondary">–</span>
        ) : (
          mornings.map(morningWords).join("; ")
        ),
    },
    {
      key: "mean",
      header: t("mean"),
      cell: ({ mean }) => {
        if (!mean) return <span className="text-secondary">–</span>;
        const value = oneDecimal(mean.value);
        return mean.provisional ? t("provisional", { mean: value }) : value;
      },
    },
    { key: "sessions", header: t("sessions"), cell: sessionsWords },
  ];
}

/** The table behind the chart: every day that holds or lacks something, newest first. */
export function DayTable({ view, review }: { view: PatientReview; review: PlanReview }) {
  return (
    <Disclosure summary={t("show")}>
      <div className="-mx-3.5 overflow-x-auto text-sm tabular-nums">
        <DataTable
          caption={t("caption")}
          columns={columnsOf(view)}
          rows={[...review.days].reverse().filter(hasData)}
          rowKey={({ on }) => on}
          framed={false}
          dense
        />
      </div>
    </Disclosure>
  );
}
