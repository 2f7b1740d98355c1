"use client";

import type { LocalDate } from "../../../../domain/calendar/local-date";
import { ActionForm } from "../../../../ui/action-form";
import { DateField } from "../../../../ui/date-field";
import { DialogButton } from "../../../../ui/dialog-button";
import { SubmitButton } from "../../../../ui/submit-button";
import { TextField } from "../../../../ui/text-field";
import { pausePlanAction } from "../../actions";
import { PAUSE_REASON_MAX } from "../../bounds";

/** From which day to which nothing is due. */
export function PauseButton({
  planId,
  today,
  labels,
}: {
  planId: string;
  /** Today in the patient's zone: no pause begins earlier. */
  today: LocalDate;
  labels: Record<
    | "button"
    | "title"
    | "text"
    | "startsOn"
    | "endsOn"
    | "endsOnHint"
    | "optional"
    | "reason"
    | "submit"
    | "close",
    string
  >;
}) {
  return (
    <DialogButton label={labels.button} title={labels.title} closeLabel={labels.close} size="sm">
      {(close) => (
        <ActionForm action={pausePlanAction.bind(null, planId)} onDone={close}>
          {(state) => (
            <>
              <p className="text-secondary">{labels.text}</p>
              <DateField
                name="startsOn"
                label={labels.startsOn}
                min={today}
                error={state.fieldErrors?.startsOn}
                defaultValue={state.values?.startsOn ?? today}
              />
              <DateField
                name="endsOn"
                label={labels.endsOn}
                note={labels.optional}
                hint={labels.endsOnHint}
                min={today}
                error={state.fieldErrors?.endsOn}
                defaultValue={state.values?.endsOn}
              />
              <TextField
                name="reason"
                label={labels.reason}
                note={labels.optional}
                maxLength={PAUSE_REASON_MAX}
                error={state.fieldErrors?.reason}
                defaultValue={state.values?.reason}
              />
              <div>
                <SubmitButton>{labels.submit}</SubmitButton>
              </div>
            </>
          )}
        </ActionForm>
      )}
    </DialogButton>
  );
}
