import type { ReactNode } from "react";
import type { DocumentExercise, Locale, PainRule } from "../../../domain/plan/plan-document";
import { documentTranslator } from "../../../i18n/document-words";
import { dosageInWords } from "../../../i18n/dosage-words";
import { limitWords, windowWords } from "../../../i18n/exercise-words";
import { StarMark } from "./star-mark";
import { VariantList } from "./variant-list";

/** One exercise of a sheet: dosage in words, steps, what to feel, cue and cautions. */
export function SheetExercise({
  exercise,
  figure,
  number,
  rule,
  locale,
  as: Heading,
}: {
  exercise: DocumentExercise;
  figure: ReactNode;
  number: number;
  /** The plan's, from which this exercise's own limits differ. */
  rule: PainRule;
  locale: Locale;
  as: "h2" | "h3" | "h4";
}) {
  const t = documentTranslator(locale);
  const { amount, frequency, extras } = dosageInWords(exercise.dosage, locale);
  const { cue, caution, faults, libraryCautions, mustDo, painLimits } = exercise;
  const days = windowWords(exercise, locale);
  const lang = exercise.writtenIn ?? undefined;
  return (
    <li className="grid gap-x-6 gap-y-2 border-t border-line py-6 sm:grid-cols-[5.5rem_minmax(0,1fr)] print:grid-cols-[5.5rem_minmax(0,1fr)] print:py-4">
      <p aria-hidden="true" className="text-3xl font-bold leading-none text-spruce tabular-nums">
        {number}
      </p>
      <div className="grid max-w-[65ch] gap-2">
        <div>
          <Heading lang={lang} className="text-xl">
            {exercise.name}
          </Heading>
          {mustDo && <StarMark locale={locale} />}
          <p className="text-lg font-semibold text-spruce tabular-nums">{amount}</p>
          <p className="text-spruce tabular-nums">{[frequency, ...extras].join(" · ")}</p>
          {days && <p className="font-semibold">{days}</p>}
        </div>
        {figure}
        {cue && <Labelled label={t("cue")}>{cue}</Labelled>}
        <p lang={lang}>{exercise.setup}</p>
        <ol lang={lang} className="list-decimal space-y-0.5 ps-5 marker:text-secondary">
          {numbered(exercise.steps).map(({ n, step }) => (
            <li key={n}>{step}</li>
          ))}
        </ol>
        {exercise.feel && (
          <Labelled label={t("feel")} lang={lang}>
            {exercise.feel}
          </Labelled>
        )}
        {faults.length > 0 && (
          <div className="text-secondary">
            <p className="font-semibold">{t("faults")}</p>
            <ul lang={lang} className="list-disc space-y-0.5 ps-5">
              {faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          </div>
        )}
        {caution && (
          <div className="rounded-badge border-s-3 border-marigold bg-marigold-tint px-4 py-3">
            <p className="font-semibold text-marigold">{t("caution")}</p>
            <p dir="auto" className="whitespace-pre-line">
              {caution}
            </p>
          </div>
        )}
        {painLimits && (
          <Labelled label={t("ownLimits")}>{limitWords(painLimits, rule, locale)}</Labelled>
        )}
        {libraryCautions.length > 0 && (
          <Labelled label={t("libraryCautions")} lang={lang}>
            {libraryCautions.join(" ")}
          </Labelled>
        )}
        <VariantList variants={exercise.ladder} locale={locale} />
      </div>
    </li>
  );
}

/** Steps may repeat word for word; their numbers do not. */
function numbered(steps: readonly string[]) {
  return steps.map((step, i) => ({ n: i + 1, step }));
}

function Labelled({ label, lang, children }: { label: string; lang?: Locale; children: string }) {
  return (
    <p className="whitespace-pre-line">
      <span className="me-2 font-semibold">{label}</span>
      <bdi lang={lang}>{children}</bdi>
    </p>
  );
}
