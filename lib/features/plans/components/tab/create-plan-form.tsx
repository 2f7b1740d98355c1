"use client";

import { ActionForm } from "../../../../ui/action-form";
import { SubmitButton } from "../../../../ui/submit-button";
import { TextField } from "../../../../ui/text-field";
import { createPlanAction } from "../../actions";
import { TITLE_MAX } from "../../bounds";

/** A title, and the builder opens. */
export function CreatePlanForm({
  patientId,
  labels,
}: {
  patientId: string;
  labels: { title: string; hint: string; submit: string };
}) {
  return (
    <ActionForm action={createPlanAction.bind(null, patientId)} className="max-w-md">
      {(state) => (
        <>
          <TextField
            name="title"
            label={labels.title}
            hint={labels.hint}
            maxLength={TITLE_MAX}
            required
            error={state.fieldErrors?.title}
            defaultValue={state.values?.title}
          />
          <div>
            <SubmitButton>{labels.submit}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
