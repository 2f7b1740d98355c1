"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ActionState } from "../../../../errors/action-state";
import { ActionForm } from "../../../../ui/action-form";
import { SelectField } from "../../../../ui/select-field";
import { SubmitButton } from "../../../../ui/submit-button";
import { TextField } from "../../../../ui/text-field";
import { showToast } from "../../../../ui/toast";
import { createPlanAction } from "../../actions";
import { TITLE_MAX } from "../../bounds";

/** A template to start with. */
export interface StartChoice {
  readonly id: string;
  readonly label: string;
  /** What it brings, in one line. */
  readonly says: string;
}

/** A title, what to start with, and the builder opens. */
export function CreatePlanForm({
  patientId,
  templates,
  labels,
}: {
  patientId: string;
  templates: readonly StartChoice[];
  labels: Record<"title" | "hint" | "start" | "startEmpty" | "startHint" | "submit", string>;
}) {
  const router = useRouter();
  const [start, setStart] = useState("");
  const chosen = templates.find(({ id }) => id === start);
  const open = ({ data }: ActionState) => {
    if (!data?.planId) return;
    if (data.notice) showToast({ message: data.notice, tone: "error" });
    router.push(`/plans/${data.planId}/edit`);
  };
  return (
    <ActionForm action={createPlanAction.bind(null, patientId)} onDone={open} className="max-w-md">
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
          {templates.length > 0 && (
            <SelectField
              name="templateId"
              label={labels.start}
              hint={chosen?.says ?? labels.startHint}
              placeholder={labels.startEmpty}
              options={templates.map(({ id, label }) => ({ value: id, label }))}
              defaultValue={state.values?.templateId}
              onChange={(event) => setStart(event.target.value)}
              error={state.fieldErrors?.templateId}
            />
          )}
          <div>
            <SubmitButton>{labels.submit}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
