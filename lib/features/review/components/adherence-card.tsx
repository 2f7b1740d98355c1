import type { AdherenceBand } from "../../../domain/adherence/tally";
import { nearDate } from "../../../i18n/date-words";
import { translator } from "../../../i18n/translator";
import { Badge, type Tone } from "../../../ui/badge";
import { Card } from "../../../ui/card";
import { Notice } from "../../../ui/notice";
import type { PatientReview, PlanReview } from "../review";
import { Disclosure } from "./disclosure";
import { WeekBars } from "./week-bars";

const t = translator("en", "review.adherence");

const TONES: Record<AdherenceBand, Tone> = { good: "spruce", fair: "neutral", low: "marigold" };

interface Shown {
  readonly view: PatientReview;
  readonly review: PlanReview;
}

function windowWords({ view, review }: Shown): string {
  if (view.plan?.state === "ended") return t("trailingEnded");
  const isShort = review.adherence.first === view.plan?.startedOn;
  return isShort
    ? t("trailingSince", { date: nearDate(review.adherence.first, view.today, "en") })
    : t("trailing");
}

function Numbers({ adherence }: { adherence: PlanReview["adherence"] }) {
  const { sessions, dose, hasTarget } = adherence;
  if (sessions.percent === null || sessions.band === null)
    return <p className="font-semibold">{t(hasTarget ? "nothingDue" : "noTarget")}</p>;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 tabular-nums">
        <span className="text-xl font-semibold">{t("percent", { percent: sessions.percent })}</span>
        <span>{t("sessions", { done: sessions.done, due: sessions.due })}</span>
        <Badge tone={TONES[sessions.band]}>{t(`band.${sessions.band}`)}</Badge>
      </p>
      {dose.percent !== null && (
        <p className="mt-1 text-secondary tabular-nums">
          {t("dose")}: {t("doseValue", { percent: dose.percent, done: dose.done, due: dose.due })}
        </p>
      )}
    </>
  );
}

function Overdose({ view, review }: Shown) {
  if (review.overdose.length === 0) return null;
  return (
    <Notice tone="marigold" title={t("overdose")} className="mt-4">
      <ul>
        {review.overdose.map(({ weekStartsOn, days, lineIds }) => (
          <li key={weekStartsOn}>
            {t("overdoseWeek", {
              date: nearDate(weekStartsOn, view.today, "en"),
              days: days.length,
              names: lineIds.map((id) => review.names.get(id) ?? "").join(", "),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Sessions done of those due, with the definition one click away, and week by week. */
export function AdherenceCard({ view, review }: Shown) {
  const { adherence, weeks } = review;
  return (
    <Card title={t("title")} subtitle={windowWords({ view, review })}>
      <Numbers adherence={adherence} />
      {adherence.pausedDays > 0 && (
        <p className="mt-1 text-secondary">{t("paused", { days: adherence.pausedDays })}</p>
      )}
      <Overdose view={view} review={review} />
      <div className="mt-2 print:hidden">
        <Disclosure summary={t("definition")}>
          <div className="grid gap-2 text-sm text-secondary">
            <p>{t("definitionText")}</p>
            <p>{t("definitionDose")}</p>
          </div>
        </Disclosure>
      </div>
      {weeks.length > 0 && <WeekBars weeks={weeks} today={view.today} />}
    </Card>
  );
}
