"use client";

import { type Dispatch, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { WEEKDAYS } from "../../../../domain/calendar/local-date";
import { BANDS, DAY_PATTERNS, type Dosage, SIDES } from "../../../../domain/dosage/dosage";
import { dosageProblemWords } from "../../../../i18n/plan-problem-words";
import { cx } from "../../../../ui/cx";
import { Icon } from "../../../../ui/icon";
import type { BuilderAction } from "../../builder-state";
import type { DosageChoice } from "../../dosage-choices";
import {
  applyTyped,
  fieldText,
  type Typed,
  type TypedField,
  type TypingProblem,
} from "../../dosage-typing";
import { ChosenCell, TypedCell } from "./dose-cell";

interface DosageFieldsProps {
  readonly lineId: string;
  readonly dosage: Dosage;
  readonly typed: Typed;
  /** The library's default, against which changes are marked. */
  readonly start: Dosage;
  readonly dispatch: Dispatch<BuilderAction>;
  /** How often is another's to say: a variant is done when its exercise is due. */
  readonly amountOnly?: boolean;
}

const UNITS: Partial<Record<TypedField, "seconds" | "kg" | "times">> = {
  holdSeconds: "seconds",
  durationSeconds: "seconds",
  restSeconds: "seconds",
  load: "kg",
  timesPerDay: "times",
};

/** Every dosage field of one exercise in a row that wraps; sentences for wrong entries stand below. */
export function DosageFields({
  lineId,
  dosage,
  typed,
  start,
  dispatch,
  amountOnly,
}: DosageFieldsProps) {
  const t = useTranslations("plans");
  const id = useId();
  const { problems } = applyTyped(dosage, typed);
  const { frequency } = dosage;
  const rare = dosage.loadGrams !== null || dosage.band !== null || dosage.tempo !== null;
  const rareTyped = typed.load !== undefined || typed.tempo !== undefined;
  const [opened, setOpened] = useState(false);
  const showsRare = opened || rare || rareTyped;
  const timed = dosage.durationSeconds !== null;

  const choose = (choice: DosageChoice) => dispatch({ type: "choose", lineId, choice, start });
  const labelOf = (field: TypedField) => t(FIELD_LABELS[field]);
  const changedWords = (is: string, was: string) => {
    if (is === was) return null;
    return was === "" ? t("builder.list.changedNone") : t("builder.list.changed", { value: was });
  };
  const sentence = (problem: TypingProblem) =>
    problem.code === "number" || problem.code === "timesRange"
      ? t(`problem.${problem.code}`)
      : dosageProblemWords(t, problem);

  const cell = (field: TypedField, header?: React.ReactNode) => {
    const unit = UNITS[field];
    const problem = problems[field];
    return (
      <TypedCell
        key={field}
        label={labelOf(field)}
        header={header}
        value={typed[field] ?? fieldText(dosage, field)}
        unit={unit && t(`builder.dose.${unit}`)}
        none={t("builder.dose.none")}
        decimal={field !== "tempo"}
        hint={
          field === "timesPerDay" || field === "daysPerWeek"
            ? t("builder.dose.timesHint")
            : undefined
        }
        changed={changedWords(fieldText(dosage, field), fieldText(start, field))}
        error={problem && sentence(problem)}
        errorId={`${id}-${field}`}
        onType={(text) => dispatch({ type: "type", lineId, field, text })}
        onLeave={() => dispatch({ type: "settle", lineId, field })}
      />
    );
  };

  const mode = (
    <span className="relative inline-flex items-center gap-0.5">
      <span aria-hidden="true">{labelOf(timed ? "durationSeconds" : "reps")}</span>
      <Icon name="chevron-down" className="!size-3" />
      <select
        aria-label={t("builder.dose.mode")}
        value={timed ? "time" : "reps"}
        onChange={(event) => choose({ of: "mode", value: event.target.value as "reps" | "time" })}
        className="absolute inset-0 size-full cursor-pointer opacity-0"
      >
        <option value="reps">{t("builder.dose.modeReps")}</option>
        <option value="time">{t("builder.dose.modeTime")}</option>
      </select>
    </span>
  );

  return (
    <div>
      <div className="flex flex-wrap gap-1.5">
        {!timed && cell("holdSeconds")}
        {cell(timed ? "durationSeconds" : "reps", mode)}
        {cell("sets")}
        {cell("restSeconds")}
        <ChosenCell
          label={t("field.side")}
          value={dosage.side}
          options={SIDES.map((value) => ({ value, label: t(`builder.dose.side.${value}`) }))}
          changed={changedWords(
            t(`builder.dose.side.${dosage.side}`),
            t(`builder.dose.side.${start.side}`),
          )}
          onChoose={(value) => choose({ of: "side", value })}
        />
        {!amountOnly && cell("timesPerDay")}
        {!amountOnly && (
          <ChosenCell
            label={t("field.pattern")}
            value={frequency.pattern}
            options={DAY_PATTERNS.map((value) => ({
              value,
              label: t(`builder.dose.pattern.${value}`),
            }))}
            changed={changedWords(
              t(`builder.dose.pattern.${frequency.pattern}`),
              t(`builder.dose.pattern.${start.frequency.pattern}`),
            )}
            onChoose={(value) => choose({ of: "pattern", value })}
          />
        )}
        {!amountOnly && frequency.pattern === "per_week" && cell("daysPerWeek")}
        {showsRare && (
          <>
            {cell("load")}
            <ChosenCell
              label={t("field.band")}
              value={dosage.band ?? ""}
              options={[
                { value: "", label: t("builder.dose.none") },
                ...BANDS.map((value) => ({ value, label: t(`builder.dose.band.${value}`) })),
              ]}
              changed={changedWords(
                dosage.band ? t(`builder.dose.band.${dosage.band}`) : "",
                start.band ? t(`builder.dose.band.${start.band}`) : "",
              )}
              onChoose={(value) => choose({ of: "band", value: value === "" ? null : value })}
            />
            {cell("tempo")}
          </>
        )}
        {!showsRare && (
          <button
            type="button"
            aria-label={t("builder.list.moreFields")}
            title={t("builder.list.moreFields")}
            onClick={() => setOpened(true)}
            className="min-h-12 min-w-11 rounded-control border border-dashed border-control/70 px-2 text-secondary hover:border-ink hover:text-ink"
          >
            <Icon name="plus" className="mx-auto" />
          </button>
        )}
      </div>
      {!amountOnly && frequency.pattern === "weekdays" && (
        <fieldset aria-label={t("field.weekdays")} className="mt-1.5 flex flex-wrap gap-1">
          {WEEKDAYS.map((day) => {
            const chosen = frequency.weekdays.includes(day);
            return (
              <button
                key={day}
                type="button"
                aria-pressed={chosen}
                aria-label={t(`builder.dose.weekdayLong.${day}`)}
                onClick={() => choose({ of: "weekday", value: day })}
                className={cx(
                  "min-h-9 min-w-10 rounded-control border text-sm",
                  chosen
                    ? "border-spruce bg-spruce font-semibold text-surface"
                    : "border-control/70 bg-surface text-secondary hover:border-ink",
                )}
              >
                {t(`builder.dose.weekday.${day}`)}
              </button>
            );
          })}
        </fieldset>
      )}
      {Object.entries(problems).map(([field, problem]) => (
        <p
          key={field}
          id={`${id}-${field}`}
          className="mt-1.5 flex gap-1.5 text-sm font-semibold text-clay"
        >
          <Icon name="warning" className="mt-[0.1em]" />
          {labelOf(field as TypedField)}: {sentence(problem)}
        </p>
      ))}
    </div>
  );
}

const FIELD_LABELS = {
  sets: "field.sets",
  reps: "field.reps",
  holdSeconds: "field.holdSeconds",
  durationSeconds: "field.durationSeconds",
  restSeconds: "field.restSeconds",
  load: "field.loadGrams",
  tempo: "field.tempo",
  timesPerDay: "field.timesPerDayMin",
  daysPerWeek: "field.daysPerWeekMin",
} as const satisfies Record<TypedField, string>;
