"use client";

import { useTranslations } from "use-intl";
import { ActionForm } from "@/lib/ui/action-form";
import { Button } from "@/lib/ui/button";
import { DialogButton } from "@/lib/ui/dialog-button";
import { SubmitButton } from "@/lib/ui/submit-button";
import { showToast } from "@/lib/ui/toast";
import { updatePatientAction } from "../actions";
import type { ContactView } from "../record-queries";
import { type PatientChoices, PatientFields } from "./patient-fields";

/** Changes contact data in a panel beside the record. */
export function ContactDialog({
  contact,
  choices,
}: {
  contact: ContactView;
  choices: PatientChoices;
}) {
  const t = useTranslations("patients.record");
  return (
    <DialogButton
      label={t("edit")}
      button={{ size: "sm" }}
      title={t("editContact")}
      closeLabel={t("close")}
      placement="side"
    >
      {(close) => (
        <ActionForm
          action={updatePatientAction}
          onDone={() => {
            close();
            showToast({ message: t("saved") });
          }}
        >
          {(state) => (
            <>
              <input type="hidden" name="patientId" value={contact.id} />
              <input type="hidden" name="revision" value={contact.revision} />
              <PatientFields state={state} start={contact} choices={choices} />
              <div className="flex flex-wrap gap-2">
                <SubmitButton pendingLabel={t("saving")}>{t("save")}</SubmitButton>
                <Button variant="quiet" onClick={close}>
                  {t("cancel")}
                </Button>
              </div>
            </>
          )}
        </ActionForm>
      )}
    </DialogButton>
  );
}
