"use client";

import { useTranslations } from "use-intl";
import { planBurden } from "../../../../domain/dosage/burden";
import type { Locale } from "../../../../domain/plan/plan-document";
import { FigureThumb } from "../../../../figures/figure-thumb";
import { dosageInWords } from "../../../../i18n/dosage-words";
import { Button } from "../../../../ui/button";
import { Checkbox } from "../../../../ui/checkbox";
import { cx } from "../../../../ui/cx";
import type { TemplateDetail, TemplateLine } from "../../../templates/queries";
import type { Foreseen } from "./library-panel";

export interface TemplatePreviewProps {
  readonly template: TemplateDetail;
  readonly fits: readonly string[];
  /** Places of the lines that are to go in. */
  readonly chosen: ReadonlySet<number>;
  readonly inPlan: ReadonlySet<string>;
  /** What the patient's conditions say, by exercise. */
  readonly warnings: ReadonlyMap<string, Foreseen>;
  /** The note that may be put on the plan; null: none is offered. */
  readonly note: string | null;
  readonly locale: Locale;
  readonly takesNote: boolean;
  readonly onChosen: (chosen: ReadonlySet<number>) => void;
  readonly onTakesNote: (takes: boolean) => void;
}

/** A template's exercises with their doses, each to be left out or taken. */
export function TemplatePreview(props: TemplatePreviewProps) {
  const { template, fits, chosen, note, onChosen } = props;
  const t = useTranslations("templates.dialog");
  const usable = [...template.lines.keys()].filter((i) => template.lines[i]?.obstacle === null);
  const taken = usable.filter((i) => chosen.has(i)).flatMap((i) => template.lines[i] ?? []);
  const { exerciseCount: count, minutesPerSession: minutes } = planBurden(
    taken.map(({ dosage }) => dosage),
  );
  return (
    <section aria-label={template.name} className="grid grid-cols-1 content-start gap-3">
      <div>
        <h3 className="text-lg">{template.name}</h3>
        {fits.length > 0 && (
          <p className="text-sm font-semibold text-spruce">
            {t("fits", { conditions: fits.join(", ") })}
          </p>
        )}
        <p className="mt-1 text-sm text-secondary">{template.summary}</p>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 border-t border-line pt-2">
        <p aria-live="polite" className="tabular-nums">
          {t("chosen", { count, minutes })}
        </p>
        <span className="-mx-3 flex">
          <Button variant="quiet" size="sm" onClick={() => onChosen(new Set(usable))}>
            {t("all")}
          </Button>
          <Button variant="quiet" size="sm" onClick={() => onChosen(new Set())}>
            {t("noneOfThem")}
          </Button>
        </span>
      </div>
      <fieldset aria-label={t("lines")} className="min-w-0">
        {template.lines.map((line, i) => (
          <LineChoice
            // biome-ignore lint/suspicious/noArrayIndexKey: a set may hold an exercise twice
            key={i}
            line={line}
            taken={chosen.has(i)}
            inPlan={props.inPlan.has(line.exercise.slug)}
            warning={props.warnings.get(line.exercise.slug)}
            onTaken={(takes) => {
              const next = new Set(chosen);
              if (takes) next.add(i);
              else next.delete(i);
              onChosen(next);
            }}
          />
        ))}
      </fieldset>
      {note !== null && (
        <Checkbox
          className="border-t border-line pt-2"
          checked={props.takesNote}
          onChange={(event) => props.onTakesNote(event.target.checked)}
          label={t("note")}
          hint={<span lang={props.locale}>{note}</span>}
        />
      )}
      {template.reviewState === "draft" && (
        <p className="border-t border-line pt-2 text-sm text-secondary">{t("draft")}</p>
      )}
    </section>
  );
}

function LineChoice({
  line: { exercise, dosage, obstacle },
  taken,
  inPlan,
  warning,
  onTaken,
}: {
  line: TemplateLine;
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
        label={<span className="font-semibold">{exercise.name}</span>}
        hint={
          <>
            <span className="block text-base text-ink tabular-nums">{amount}</span>
            <span className="block tabular-nums">{[frequency, ...extras].join(" · ")}</span>
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
