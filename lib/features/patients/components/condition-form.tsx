"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { BODY_SITES } from "@/lib/domain/patient/record-bounds";
import type { ActionState } from "@/lib/errors/action-state";
import { ActionForm } from "@/lib/ui/action-form";
import { Button } from "@/lib/ui/button";
import { DateField } from "@/lib/ui/date-field";
import { FieldError } from "@/lib/ui/field-error";
import { Segmented } from "@/lib/ui/segmented";
import { SelectField } from "@/lib/ui/select-field";
import { SubmitButton } from "@/lib/ui/submit-button";
import { showToast } from "@/lib/ui/toast";
import { saveConditionAction } from "../actions";
import type { ConditionChoice } from "../loaders";
import type { ConditionView } from "../record-queries";
import { ConditionPicker } from "./condition-picker";

const SIDES = ["left", "right", "both"] as const;

function Details({
  choice,
  start,
  state,
}: {
  choice: ConditionChoice;
  start: ConditionView | null;
  state: ActionState;
}) {
  const t = useTranslations("patients.record");
  const field = (name: "onsetOn" | "surgeryOn" | "endedOn" | "side" | "site") => ({
    name,
    error: state.fieldErrors?.[name],
    defaultValue: state.values?.[name] ?? start?.[name] ?? "",
  });
  return (
    <>
      {choice.sided && (
        <Segmented
          {...field("side")}
          label={t("side")}
          options={SIDES.map((value) => ({ value, label: t(`sides.${value}`) }))}
        />
      )}
      {choice.siteBound && (
        <SelectField
          {...field("site")}
          label={t("site")}
          hint={t("siteHint")}
          placeholder={t("siteAny")}
          options={BODY_SITES.map((value) => ({ value, label: t(`sites.${value}`) }))}
        />
      )}
      <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
        {choice.hasSurgeryDate && (
          <DateField {...field("surgeryOn")} label={t("surgery")} hint={t("surgeryHint")} />
        )}
        <DateField {...field("onsetOn")} label={t("onset")} hint={t("onsetHint")} />
        <DateField {...field("endedOn")} label={t("endedOn")} hint={t("endedHint")} />
      </div>
    </>
  );
}

/** Adds a condition, or changes one; which fields there are follows from the condition. */
export function ConditionForm({
  patientId,
  choices,
  start,
  onClose,
}: {
  patientId: string;
  choices: readonly ConditionChoice[];
  /** The row to change; null: a new one. */
  start: ConditionView | null;
  onClose: () => void;
}) {
  const t = useTranslations("patients.record");
  const [chosen, setChosen] = useState(start?.conditionId ?? null);
  const choice = choices.find(({ id }) => id === chosen);
  return (
    <ActionForm
      action={saveConditionAction}
      onDone={() => {
        onClose();
        showToast({ message: t("saved") });
      }}
    >
      {(state) => (
        <>
          <input type="hidden" name="patientId" value={patientId} />
          {start && <input type="hidden" name="rowId" value={start.id} />}
          <input type="hidden" name="conditionId" value={chosen ?? ""} />
          {choice ? (
            <div>
              <div className="flex flex-wrap items-center justify-between gap-2">
                <p className="text-lg font-semibold">{choice.name}</p>
                {!start && (
                  <Button autoFocus size="sm" onClick={() => setChosen(null)}>
                    {t("otherCondition")}
                  </Button>
                )}
              </div>
              <FieldError message={state.fieldErrors?.conditionId} />
            </div>
          ) : (
            <ConditionPicker
              choices={choices}
              onChoose={setChosen}
              autoFocus
              error={state.fieldErrors?.conditionId}
            />
          )}
          {choice && <Details key={choice.id} choice={choice} start={start} state={state} />}
          <div className="flex flex-wrap gap-2">
            <SubmitButton pendingLabel={t("saving")}>
              {start ? t("save") : t("addCondition")}
            </SubmitButton>
            <Button variant="quiet" onClick={onClose}>
              {t("cancel")}
            </Button>
          </div>
        </>
      )}
    </ActionForm>
  );
}
