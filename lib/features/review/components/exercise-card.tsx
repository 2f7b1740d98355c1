import type { LocalDate } from "../../../domain/calendar/local-date";
import { type PainZone, painZone } from "../../../domain/pain/pain-rule";
import type { PainRule } from "../../../domain/plan/plan-document";
import type { ExerciseEntry } from "../../../domain/session/exercise-history";
import { nearDate } from "../../../i18n/date-words";
import { dosageShort } from "../../../i18n/dosage-words";
import { translator } from "../../../i18n/translator";
import { Badge, type Tone } from "../../../ui/badge";
import { Card } from "../../../ui/card";
import { EXERCISE_DAYS, type PatientReview, type PlanReview, type ReviewExercise } from "../review";
import { DeviationMark } from "./deviation-mark";
import { Disclosure } from "./disclosure";
import { doneWords, skipReasonWords } from "./review-words";

const t = translator("en", "review.exercises");

/** Sessions shown before "last sessions" is opened, and in it. */
const LAST_SESSIONS = 6;

const TONES: Record<PainZone, Tone> = { green: "spruce", amber: "marigold", red: "clay" };

interface Shown {
  readonly exercise: ReviewExercise;
  readonly painRule: PainRule;
  readonly today: LocalDate;
}

function WorstPain({ exercise, painRule, today }: Shown) {
  if (!exercise.history) return null;
  const { worst } = exercise.history;
  if (!worst) return <Badge>{t("notRated")}</Badge>;
  const date = nearDate(worst.on, today, "en");
  return (
    <Badge tone={TONES[painZone(worst.pain, painRule)]}>
      <span className="sr-only">{t("painLabel", { n: worst.pain, date })}</span>
      <span aria-hidden="true">{t("pain", { n: worst.pain })}</span>
    </Badge>
  );
}

function Entry({ entry, today }: { entry: ExerciseEntry; today: LocalDate }) {
  const { fact, prescribed, deviation, on, stoppedForPain } = entry;
  return (
    <>
      <span className="text-secondary">{nearDate(on, today, "en")}:</span>{" "}
      {doneWords(prescribed, fact, deviation)} <DeviationMark dose={deviation.dose} />
      {stoppedForPain && <span className="text-clay"> {t("stopped")}</span>}
    </>
  );
}

function Summary({ exercise }: { exercise: ReviewExercise }) {
  const { adherence, history, isInPlan } = exercise;
  const parts = [
    isInPlan ? null : t("notInPlan"),
    adherence && adherence.percent !== null
      ? t("done", { done: adherence.done, due: adherence.due })
      : null,
    history?.effort ? t("effortSaid", { effort: t(`effort.${history.effort}`) }) : null,
    ...(history?.skips ?? []).map(({ reason, times }) =>
      t("skipped", { times, reason: skipReasonWords(reason) }),
    ),
    history ? null : t("notLogged"),
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return <p className="text-sm text-secondary tabular-nums">{parts.join(" · ")}</p>;
}

function Exercise(shown: Shown) {
  const { exercise, today } = shown;
  const [newest, ...older] = exercise.history?.entries.slice(0, LAST_SESSIONS) ?? [];
  return (
    <li className="border-t border-line py-3 first:border-t-0 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <h3 className="text-base">{exercise.name}</h3>
        <WorstPain {...shown} />
      </div>
      <dl className="mt-0.5 flex flex-wrap gap-x-6 gap-y-0.5 text-sm tabular-nums">
        <div>
          <dt className="inline text-secondary">{t("prescribed")}:</dt>{" "}
          <dd className="inline">{dosageShort(exercise.dosage, "en")}</dd>
        </div>
        {newest && (
          <div>
            <dt className="inline text-secondary">{t("last")}</dt>{" "}
            <dd className="inline">
              <Entry entry={newest} today={today} />
            </dd>
          </div>
        )}
      </dl>
      <Summary exercise={exercise} />
      {older.length > 0 && (
        <div className="text-sm print:hidden">
          <Disclosure summary={t("before", { count: older.length })}>
            <ul className="tabular-nums">
              {older.map((entry) => (
                <li key={entry.sessionId}>
                  <Entry entry={entry} today={today} />
                </li>
              ))}
            </ul>
          </Disclosure>
        </div>
      )}
    </li>
  );
}

/** Each exercise as it was prescribed beside what was really done, and the pain it gave. */
export function ExerciseCard({ view, review }: { view: PatientReview; review: PlanReview }) {
  return (
    <Card title={t("title", { days: EXERCISE_DAYS })} subtitle={t("subtitle")}>
      {review.exercises.length === 0 ? (
        <p className="text-secondary">{t("empty")}</p>
      ) : (
        <ul>
          {review.exercises.map((exercise) => (
            <Exercise
              key={exercise.lineId}
              exercise={exercise}
              painRule={review.painRule}
              today={view.today}
            />
          ))}
        </ul>
      )}
    </Card>
  );
}
