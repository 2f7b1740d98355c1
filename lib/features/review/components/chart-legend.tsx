import type { ReactNode } from "react";
import type { DayOutcome } from "../../../domain/adherence/day-outcome";
import { translator } from "../../../i18n/translator";
import type { PlanReview } from "../review";
import { MorningMark, RatingDot, StripMark, VisitMark } from "./chart-marks";

const t = translator("en", "review.chart");
const OUTCOMES = ["done", "partial", "skipped", "none", "open", "paused", "not_due"] as const;

function Key({ mark, children }: { mark: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-center gap-1.5">
      <svg aria-hidden="true" viewBox="0 0 16 16" className="size-[1.15em] shrink-0">
        {mark}
      </svg>
      {children}
    </li>
  );
}

function Mean({ opacity }: { opacity: number }) {
  return <path d="M1 8h14" className="stroke-ink" strokeWidth={2} strokeOpacity={opacity} />;
}

/** What the marks mean; only those that this chart shows. */
export function ChartLegend({ review }: { review: PlanReview }) {
  const points = review.days.flatMap((day) => day.points);
  const mornings = review.days.flatMap((day) => day.mornings);
  const has = (source: string) => points.some((p) => p.source === source && p.before !== null);
  const vertices = review.pain.mean.flat();
  const shown = new Set<DayOutcome>(review.days.map((day) => day.outcome));
  const dot = { x: 8, y: 8, r: 4, score: 5 };
  const unsettled = mornings.some((m) => m.response?.state === "not_settled");
  return (
    <ul className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-sm text-secondary">
      {points.some((p) => p.before !== null || p.after !== null) && (
        <Key
          mark={
            <>
              <path d="M8 8V1" className="stroke-control" strokeWidth={1.5} />
              <RatingDot {...dot} y={11} source="live" />
            </>
          }
        >
          {t("legend.before")}
        </Key>
      )}
      {has("late") && <Key mark={<RatingDot {...dot} source="late" />}>{t("legend.late")}</Key>}
      {has("paper") && <Key mark={<RatingDot {...dot} source="paper" />}>{t("legend.paper")}</Key>}
      {vertices.some((v) => !v.provisional) && (
        <Key mark={<Mean opacity={1} />}>{t("legend.mean")}</Key>
      )}
      {vertices.some((v) => v.provisional) && (
        <Key mark={<Mean opacity={0.38} />}>{t("legend.meanProvisional")}</Key>
      )}
      {mornings.length > 0 && (
        <Key mark={<MorningMark x={8} y={8} size={4} isUnsettled={false} />}>
          {t("legend.morning")}
        </Key>
      )}
      {unsettled && (
        <Key mark={<MorningMark x={8} y={8} size={4} isUnsettled />}>{t("legend.unsettled")}</Key>
      )}
      {review.visits.length > 0 && (
        <Key mark={<VisitMark x={8} y={8} size={5} />}>{t("legend.visit")}</Key>
      )}
      {OUTCOMES.filter((outcome) => shown.has(outcome)).map((outcome) => (
        <Key
          key={outcome}
          mark={<StripMark outcome={outcome} x={2.5} y={2.5} width={11} height={11} />}
        >
          {t(`outcome.${outcome}`)}
        </Key>
      ))}
    </ul>
  );
}
