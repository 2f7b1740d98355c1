"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { planBurden } from "../../../../domain/dosage/burden";
import type { Locale } from "../../../../domain/plan/plan-document";
import { FigureThumb } from "../../../../figures/figure-thumb";
import { dosageInWords } from "../../../../i18n/dosage-words";
import { Button } from "../../../../ui/button";
import { Checkbox } from "../../../../ui/checkbox";
import { cx } from "../../../../ui/cx";
import type { TemplateLine } from "../../../templates/line-queries";
import type { ExerciseSet, Taken } from "../../template-content";
import type { Foreseen } from "./library-panel";
import type { TemplateChoices } from "./use-template-choice";

export interface TemplatePreviewProps {
  readonly set: ExerciseSet;
  /** What there is to say of the set. */
  readonly head: ReactNode;
  readonly foot: ReactNode;
  /** Whose conditions its cautions were written for, when that is somebody else; null: this patient's, or everybody's. */
  readonly otherPatient: string | null;
  readonly choice: TemplateChoices;
  /** The language of the plan. */
  readonly locale: Locale;
}

/** The exercises of a set with their doses, each to be left out or taken. */
export function TemplatePreview(props: TemplatePreviewProps) {
  const { set, head, foot, choice, locale } = props;
  const { chosen, setChosen } = choice;
  const t = useTranslations("templates.dialog");
  const usable = [...set.lines.keys()].filter((i) => set.lines[i]?.obstacle === null);
  const { exerciseCount: count, minutesPerSession: minutes } = planBurden(
    choice.taken.map(({ dosage }) => dosage),
  );
  return (
    <section aria-label={set.name} className="grid grid-cols-1 content-start gap-3">
      <div>
        <h3 className="text-lg wrap-anywhere">{set.name}</h3>
        {head}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 border-t border-line pt-2">
        <p aria-live="polite" className="tabular-nums">
          {t("chosen", { count, minutes })}
        </p>
        <span className="-mx-3 flex">
          <Button variant="quiet" size="sm" onClick={() => setChosen(new Set(usable))}>
            {t("all")}
          </Button>
          <Button variant="quiet" size="sm" onClick={() => setChosen(new Set())}>
            {t("noneOfThem")}
          </Button>
        </span>
      </div>
      <fieldset aria-label={t("lines")} className="min-w-0">
        {set.lines.map((line, i) => (
          <LineChoice
            // biome-ignore lint/suspicious/noArrayIndexKey: a set may hold an exercise twice
            key={i}
            line={line}
            takes={choice.takes}
            taken={chosen.has(i)}
            inPlan={choice.inPlan.has(line.exercise.slug)}
            warning={choice.warnings.get(line.exercise.slug)}
            onTaken={(takes) => {
              const next = new Set(chosen);
              if (takes) next.add(i);
              else next.delete(i);
              setChosen(next);
            }}
          />
        ))}
      </fieldset>
      <WordsChoice {...props} />
      {choice.phases.length > 0 && (
        <Checkbox
          className="border-t border-line pt-2"
          checked={choice.takesPhases}
          onChange={(event) => choice.setTakesPhases(event.target.checked)}
          label={t("phases", { count: choice.phases.length })}
          hint={
            <span className="wrap-anywhere">
              {choice.phases.map(({ name }) => name).join(" · ")}
            </span>
          }
        />
      )}
      {choice.note !== null && (
        <Checkbox
          className="border-t border-line pt-2"
          checked={choice.takesNote}
          onChange={(event) => choice.setTakesNote(event.target.checked)}
          label={t("note")}
          hint={
            <span lang={locale} className="wrap-anywhere whitespace-pre-line">
              {choice.note}
            </span>
          }
        />
      )}
      {foot && <p className="border-t border-line pt-2 text-sm text-secondary">{foot}</p>}
    </section>
  );
}

/** Cues and cautions go along, or stay; why they might better stay is said. */
function WordsChoice({ set, choice, locale, otherPatient }: TemplatePreviewProps) {
  const t = useTranslations("templates.dialog");
  const { words, takes, setTakes } = choice;
  if (words.cues + words.cautions === 0) return null;
  const language =
    set.writtenIn !== null && set.writtenIn !== locale
      ? t("otherLanguage", {
          language: t(`language.${set.writtenIn}`),
          mine: t(`language.${locale}`),
        })
      : null;
  const patient = otherPatient === null ? null : t("otherPatient", { name: otherPatient });
  return (
    <div className="border-t border-line pt-2">
      {words.cues > 0 && (
        <Checkbox
          checked={takes.cues}
          onChange={(event) => setTakes({ ...takes, cues: event.target.checked })}
          label={t("cues", { count: words.cues })}
          hint={language}
        />
      )}
      {words.cautions > 0 && (
        <Checkbox
          checked={takes.cautions}
          onChange={(event) => setTakes({ ...takes, cautions: event.target.checked })}
          label={t("cautions", { count: words.cautions })}
          hint={[patient, language].filter((said) => said !== null).join(" ") || undefined}
        />
      )}
    </div>
  );
}

function LineChoice({
  line: { exercise, dosage, cue, caution, mustDo, ladder, obstacle },
  takes,
  taken,
  inPlan,
  warning,
  onTaken,
}: {
  line: TemplateLine;
  takes: Taken;
  taken: boolean;
  inPlan: boolean;
  warning: Foreseen | undefined;
  onTaken: (takes: boolean) => void;
}) {
  const t = useTranslations("templates");
  const { amount, frequency, extras } = dosageInWords(dosage, "en");
  return (
    <div className="flex items-start gap-3 border-t border-line py-2 first:border-t-0">
      <Checkbox
        className="min-w-0 flex-1"
        checked={taken}
        disabled={obstacle !== null}
        onChange={(event) => onTaken(event.target.checked)}
        label={<span className="font-semibold wrap-anywhere">{exercise.name}</span>}
        hint={
          <>
            <span className="block text-base text-ink tabular-nums">{amount}</span>
            <span className="block tabular-nums">{[frequency, ...extras].join(" · ")}</span>
            {mustDo && obstacle === null && <span className="block">{t("dialog.mustDo")}</span>}
            {obstacle === null &&
              ladder.map((step) => (
                <span key={step.stepId} className="block wrap-anywhere tabular-nums">
                  {t(`dialog.${step.obstacle === null ? step.direction : "variantLeftOut"}`, {
                    name: step.exercise.name,
                    amount: dosageInWords(step.dosage, "en").amount,
                  })}
                </span>
              ))}
            {cue !== null && takes.cues && obstacle === null && (
              <span dir="auto" className="block text-ink wrap-anywhere">
                “{cue}”
              </span>
            )}
            {caution !== null && takes.cautions && obstacle === null && (
              <span dir="auto" className="block text-marigold wrap-anywhere">
                {t("dialog.caution", { text: caution })}
              </span>
            )}
            {inPlan && <span className="block font-semibold text-ink">{t("dialog.inPlan")}</span>}
            {obstacle !== null && (
              <span className="block font-semibold text-clay">
                {t("dialog.leftOut", { reason: t(`obstacle.${obstacle}`) })}
              </span>
            )}
            {warning && obstacle === null && (
              <span
                className={cx(
                  "block font-semibold",
                  warning.severity === "contraindicated" ? "text-clay" : "text-marigold",
                )}
              >
                {t(`dialog.${warning.severity}`, { conditions: warning.conditions.join(", ") })}
              </span>
            )}
          </>
        }
      />
      <FigureThumb
        figureId={exercise.figureId}
        photoId={exercise.photoId}
        alt=""
        mirrored={dosage.side === "left"}
        className="mt-1.5 !w-20"
      />
    </div>
  );
}
