"use client";

import { useTranslations } from "use-intl";
import type { PrecautionFinding } from "../../../../domain/cautions/precaution-check";
import type { Locale } from "../../../../domain/plan/plan-document";
import { cx } from "../../../../ui/cx";
import { Icon } from "../../../../ui/icon";
import type { PlanExercise } from "../../exercise-queries";

/** What of the exercise itself a therapist must know before publishing. */
export function CardStanding({
  exercise,
  locale,
  writtenIn,
}: {
  exercise: PlanExercise;
  /** The patient's language. */
  locale: Locale;
  /** Language of the words where there are none in the patient's; null: there are. */
  writtenIn: Locale | null;
}) {
  const t = useTranslations("plans");
  const language = useTranslations("plans.builder.language");
  return (
    <>
      {!exercise.ready && (
        <p className="mt-2.5 rounded-control bg-clay-tint px-3 py-2 text-clay">
          {t("problem.unfinished")}{" "}
          <a
            href={`/library/${exercise.slug}/edit`}
            target="_blank"
            rel="noreferrer"
            className="font-semibold underline underline-offset-3"
          >
            {t("builder.library.finish")}
            <span className="sr-only"> ({t("builder.library.newTab")})</span>
          </a>
        </p>
      )}
      {writtenIn && (
        <p className="mt-2.5 flex gap-1.5 text-sm text-marigold">
          <Icon name="info" className="mt-[0.1em]" />
          {t("builder.list.otherLanguage", {
            missing: language(locale),
            other: language(writtenIn),
          })}
        </p>
      )}
    </>
  );
}

/** One thing that the precaution check says of the exercise, or of one of its variants. */
export function CardNotice({
  finding,
  unresolved,
  variant,
  onShow,
}: {
  finding: PrecautionFinding;
  unresolved: boolean;
  /** The variant that it is about; null: the exercise itself. */
  variant: string | null;
  onShow: () => void;
}) {
  const t = useTranslations("plans.builder.precaution");
  const contra = finding.severity === "contraindicated";
  return (
    <div
      className={cx(
        "mt-2.5 flex flex-wrap items-baseline justify-between gap-x-3 rounded-control px-3 py-2",
        contra ? "bg-clay-tint text-clay" : "bg-marigold-tint text-marigold",
      )}
    >
      <p className="min-w-0 flex-1 basis-64 font-semibold">
        {variant && `${variant}. `}
        {contra ? t("contraindicated") : t("precautionWord")}, {finding.conditionName}:{" "}
        <span className="font-normal text-ink">{finding.reason}</span>
        {contra && (
          <span className="font-normal"> · {unresolved ? t("needsReason") : t("hasReason")}</span>
        )}
      </p>
      <button
        type="button"
        onClick={onShow}
        className="min-h-8 font-semibold underline underline-offset-3"
      >
        {t("details")}
      </button>
    </div>
  );
}
