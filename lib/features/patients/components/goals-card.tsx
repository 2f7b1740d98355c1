"use client";

import { useRef } from "react";
import { useTranslations } from "use-intl";
import { ActionForm } from "@/lib/ui/action-form";
import { Card } from "@/lib/ui/card";
import { SubmitButton } from "@/lib/ui/submit-button";
import { TextField } from "@/lib/ui/text-field";
import { addGoalAction, removeGoalAction } from "../actions";
import type { GoalView } from "../record-queries";
import { RemoveRowButton } from "./remove-row-button";

/** What the patient wants to be able to do, in their words. */
export function GoalsCard({
  patientId,
  goals,
  mayEdit,
}: {
  patientId: string;
  goals: readonly (GoalView & { readonly addedWords: string })[];
  mayEdit: boolean;
}) {
  const t = useTranslations("patients.record");
  const input = useRef<HTMLDivElement>(null);
  return (
    <Card title={t("goals")} subtitle={t("goalsText")}>
      {goals.length === 0 && <p className="text-secondary">{t("noGoals")}</p>}
      <ul>
        {goals.map((goal) => (
          <li
            key={goal.id}
            className="flex items-start justify-between gap-3 border-t border-line py-2 first:border-t-0 first:pt-0"
          >
            <div className="min-w-0 pt-1">
              <p dir="auto">{goal.text}</p>
              <p className="text-xs text-secondary">{t("goalSince", { date: goal.addedWords })}</p>
            </div>
            {mayEdit && (
              <RemoveRowButton
                action={removeGoalAction}
                patientId={patientId}
                rowId={goal.id}
                label={t("removeGoal", { text: goal.text })}
              />
            )}
          </li>
        ))}
      </ul>
      {mayEdit && (
        <ActionForm
          action={addGoalAction}
          className="mt-4 gap-3"
          onDone={() => input.current?.querySelector("input")?.focus()}
        >
          {(state) => (
            <div ref={input} className="flex flex-wrap items-end gap-2">
              <input type="hidden" name="patientId" value={patientId} />
              <TextField
                name="text"
                label={t("goal")}
                placeholder={t("goalPlaceholder")}
                dir="auto"
                autoComplete="off"
                error={state.fieldErrors?.text}
                defaultValue={state.values?.text}
                className="min-w-48 flex-1"
              />
              <SubmitButton variant="secondary" pendingLabel={t("saving")}>
                {t("addGoal")}
              </SubmitButton>
            </div>
          )}
        </ActionForm>
      )}
    </Card>
  );
}
