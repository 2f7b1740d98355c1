import type { ReactNode } from "react";
import { longDate } from "../../../i18n/date-words";
import { translator } from "../../../i18n/translator";
import { LinkButton } from "../../../ui/button";
import { EmptyState } from "../../../ui/empty-state";
import { Notice } from "../../../ui/notice";
import type { PatientReview, PlanReview } from "../review";
import { AdherenceCard } from "./adherence-card";
import { ChangeCard } from "./change-card";
import { ExerciseCard } from "./exercise-card";
import { PainChartCard } from "./pain-chart-card";

const t = translator("en", "review.empty");

function remark({ plan }: PatientReview, { hasLogs, pain, days }: PlanReview): ReactNode {
  if (!plan) return null;
  if (!hasLogs) return t("noLogs", { date: longDate(plan.startedOn, "en") });
  if (!pain.isRated) return t("noRatings");
  const isShown = days.some((day) => day.points.some((p) => p.before !== null));
  return isShown ? null : t("noRatingsInPeriod");
}

function Begun({ view, review }: { view: PatientReview; review: PlanReview }) {
  const { plan } = view;
  const words = remark(view, review);
  return (
    <div className="grid gap-4">
      {plan?.state === "ended" && plan.endedOn && (
        <Notice icon="info">{t("ended", { date: longDate(plan.endedOn, "en") })}</Notice>
      )}
      {words && (
        <Notice icon="info" title={review.hasLogs ? undefined : t("noLogsTitle")}>
          {words}
        </Notice>
      )}
      <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,2fr)_minmax(20rem,1fr)] xl:grid-rows-[auto_1fr] print:block print:space-y-4">
        <PainChartCard view={view} review={review} />
        <div className="grid min-w-0 grid-cols-1 items-start gap-6 md:grid-cols-2 xl:row-span-2 xl:grid-cols-1 print:block print:space-y-4">
          <ChangeCard pain={review.pain} view={view} />
          <AdherenceCard view={view} review={review} />
        </div>
        <ExerciseCard view={view} review={review} />
      </div>
    </div>
  );
}

/** How it went: pain and sessions on one time axis, the change in words, and each exercise. */
export function Overview({ view }: { view: PatientReview }) {
  const { plan, review, patientId } = view;
  const toPlan = <LinkButton href={`/patients/${patientId}/plan`}>{t("noPlanAction")}</LinkButton>;
  if (!plan)
    return (
      <EmptyState icon="chart" title={t("noPlanTitle")} action={toPlan}>
        {t("noPlan")}
      </EmptyState>
    );
  if (!review)
    return (
      <EmptyState
        icon="calendar"
        title={t("notStartedTitle", { date: longDate(plan.startedOn, "en") })}
        action={toPlan}
      >
        {t("notStarted", { plan: plan.title })}
      </EmptyState>
    );
  return <Begun view={view} review={review} />;
}
