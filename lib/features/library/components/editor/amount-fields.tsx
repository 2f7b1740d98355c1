"use client";

import { useId } from "react";
import { useTranslations } from "use-intl";
import { defaultDosage } from "../../../../domain/library/default-dosage";
import { dosageInWords } from "../../../../i18n/dosage-words";
import { Card } from "../../../../ui/card";
import { FieldError } from "../../../../ui/field-error";
import { Segmented } from "../../../../ui/segmented";
import { TypedCell } from "../../../plans/components/builder/dose-cell";
import { useEditorForm } from "./form-context";
import { type Amount, amountsInput, type FormValues } from "./form-values";

const SHOWN: Readonly<Record<FormValues["counted"], readonly Amount[]>> = {
  reps: ["holdSeconds", "reps", "sets", "restSeconds", "timesPerDay", "daysPerWeek"],
  time: ["durationSeconds", "sets", "restSeconds", "timesPerDay", "daysPerWeek"],
};
const FIELD = {
  sets: "sets",
  reps: "reps",
  holdSeconds: "holdSeconds",
  durationSeconds: "durationSeconds",
  restSeconds: "restSeconds",
  timesPerDay: "timesPerDayMin",
  daysPerWeek: "daysPerWeekMin",
} as const satisfies Record<Amount, string>;
const IN_SECONDS: readonly Amount[] = ["holdSeconds", "durationSeconds", "restSeconds"];

/** What a newly added exercise would start with; null while a field holds no number. */
function startOf(values: FormValues) {
  const amounts = amountsInput(values);
  if (Object.values(amounts).some((value) => typeof value === "string")) return null;
  const numbers = amounts as Record<Amount, number | null>;
  return dosageInWords(defaultDosage({ ...numbers, side: values.side }), "en");
}

/** The dosage that a plan starts from; empty fields are completed. */
export function AmountFields() {
  const t = useTranslations("library.editor.amounts");
  const plans = useTranslations("plans");
  const id = useId();
  const { values, change, errorOf } = useEditorForm();
  const start = startOf(values);
  const fields = SHOWN[values.counted];
  return (
    <Card title={t("title")} subtitle={t("lead")}>
      <div className="grid gap-3">
        <Segmented
          name="counted"
          label={t("counted")}
          labelHidden
          value={values.counted}
          onChange={(counted) => change("amounts", { counted: counted as FormValues["counted"] })}
          options={(["reps", "time"] as const).map((value) => ({ value, label: t(value) }))}
        />
        <div className="flex flex-wrap gap-1.5">
          {fields.map((field) => (
            <TypedCell
              key={field}
              label={plans(`field.${FIELD[field]}`)}
              value={values.amounts[field]}
              unit={IN_SECONDS.includes(field) ? plans("builder.dose.seconds") : undefined}
              none={field === "daysPerWeek" ? t("everyDay") : plans("builder.dose.none")}
              changed={null}
              error={errorOf(`amounts.${field}`)}
              errorId={`${id}-${field}`}
              decimal
              onType={(text) =>
                change(`amounts.${field}`, { amounts: { ...values.amounts, [field]: text } })
              }
              onLeave={() => {}}
            />
          ))}
        </div>
        {fields.map((field) => {
          const error = errorOf(`amounts.${field}`);
          return (
            error && (
              <FieldError
                key={field}
                id={`${id}-${field}`}
                message={`${plans(`field.${FIELD[field]}`)}: ${error}`}
              />
            )
          );
        })}
        {start && (
          <p className="text-secondary tabular-nums">
            {t("start", { words: [start.amount, start.frequency, ...start.extras].join(" · ") })}
          </p>
        )}
      </div>
    </Card>
  );
}
