import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { DocumentExercise, Locale, PainRule } from "../../../domain/plan/plan-document";
import { documentTranslator } from "../../../i18n/document-words";
import { dosageInWords } from "../../../i18n/dosage-words";
import { limitWords, windowWords } from "../../../i18n/exercise-words";
import { StarMark } from "../../plans/components/star-mark";
import { VariantList } from "../../plans/components/variant-list";
import { KeptFigure } from "./kept-figure";
import { KeptMedia } from "./kept-media";

/** Steps may repeat word for word; their numbers do not. */
function numbered(steps: readonly string[]) {
  return steps.map((step, i) => ({ n: i + 1, step }));
}

/** How one exercise is done: dosage in words, the therapist's own words first, then the steps. */
export function ExerciseGuide({
  exercise,
  rule,
  locale,
}: {
  exercise: DocumentExercise;
  /** The plan's, from which the exercise's own limits differ. */
  rule: PainRule;
  locale: Locale;
}) {
  const t = useTranslations("portal.player");
  const lang = exercise.writtenIn ?? undefined;
  const { amount, frequency, extras } = dosageInWords(exercise.dosage, locale);
  const days = windowWords(exercise, locale);
  return (
    <div className="grid gap-4" lang={locale}>
      <div>
        <p className="text-lg font-semibold text-spruce tabular-nums">{amount}</p>
        <p className="text-secondary tabular-nums">{[frequency, ...extras].join(" · ")}</p>
        {days && <p className="font-semibold">{days}</p>}
        {exercise.mustDo && <StarMark locale={locale} />}
      </div>
      <KeptFigure exercise={exercise} locale={locale} />
      <KeptMedia exercise={exercise} locale={locale} />
      {exercise.cue && (
        <Own title={t("cue")} tone="border-spruce-line bg-spruce-tint" words="text-spruce-deep">
          {exercise.cue}
        </Own>
      )}
      {exercise.caution && (
        <Own
          title={t("caution")}
          tone="border-marigold-line bg-marigold-tint"
          words="text-marigold"
        >
          {exercise.caution}
        </Own>
      )}
      {exercise.setup && (
        <p>
          <span className="block text-sm font-semibold text-secondary">{t("setup")}</span>
          <span lang={lang}>{exercise.setup}</span>
        </p>
      )}
      {exercise.steps.length > 0 && (
        <ol lang={lang} className="grid gap-3">
          {numbered(exercise.steps).map(({ n, step }) => (
            <li key={n} className="flex gap-3">
              <span
                aria-hidden="true"
                className="flex size-8 shrink-0 items-center justify-center rounded-full bg-sand font-bold tabular-nums"
              >
                {n}
              </span>
              <span className="min-w-0 pt-0.5">{step}</span>
            </li>
          ))}
        </ol>
      )}
      {exercise.feel && (
        <p>
          <span className="block text-sm font-semibold text-secondary">{t("feel")}</span>
          <span lang={lang}>{exercise.feel}</span>
        </p>
      )}
      {exercise.painLimits && (
        <p>
          <span className="block text-sm font-semibold text-secondary">
            {documentTranslator(locale)("ownLimits")}
          </span>
          {limitWords(exercise.painLimits, rule, locale)}
        </p>
      )}
      <VariantList variants={exercise.ladder} locale={locale} />
      <Points title={t("faults")} points={exercise.faults} lang={lang} />
      <Points title={t("cautions")} points={exercise.libraryCautions} lang={lang} />
    </div>
  );
}

function Points({
  title,
  points,
  lang,
}: {
  title: string;
  points: readonly string[];
  lang: Locale | undefined;
}) {
  if (points.length === 0) return null;
  return (
    <div>
      <p className="text-sm font-semibold text-secondary">{title}</p>
      <ul lang={lang} className="list-disc space-y-1 pl-5">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  );
}

function Own({
  title,
  tone,
  words,
  children,
}: {
  title: string;
  tone: string;
  words: string;
  children: ReactNode;
}) {
  return (
    <div className={`rounded-control border px-3.5 py-3 ${tone}`}>
      <p className={`text-sm font-semibold ${words}`}>{title}</p>
      <p dir="auto" className="whitespace-pre-line">
        {children}
      </p>
    </div>
  );
}
