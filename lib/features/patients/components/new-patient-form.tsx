"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import type { ActionState } from "@/lib/errors/action-state";
import { ActionForm } from "@/lib/ui/action-form";
import { LinkButton } from "@/lib/ui/button";
import { SubmitButton } from "@/lib/ui/submit-button";
import { createPatientAction } from "../actions";
import type { DuplicateCandidate } from "../duplicate-queries";
import { DuplicateNotice } from "./duplicate-notice";
import { type PatientChoices, PatientFields } from "./patient-fields";

function candidatesOf(state: ActionState): readonly DuplicateCandidate[] {
  return state.data?.candidates ? JSON.parse(state.data.candidates) : [];
}

function LookAlikes({ state }: { state: ActionState }) {
  const box = useRef<HTMLDivElement>(null);
  const candidates = candidatesOf(state);
  useEffect(() => {
    if (state.status === "conflict") box.current?.focus();
  }, [state]);
  if (candidates.length === 0) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="rounded-control">
      <DuplicateNotice candidates={candidates} />
    </div>
  );
}

/** A new person; look-alikes are shown before anything is saved. */
export function NewPatientForm({
  choices,
  timeZone,
  therapistId,
}: {
  choices: PatientChoices;
  /** The clinic's, to start from. */
  timeZone: string;
  /** The viewer when they treat people themselves. */
  therapistId: string | null;
}) {
  const t = useTranslations("patients.new");
  return (
    <ActionForm action={createPatientAction}>
      {(state) => (
        <>
          <PatientFields
            state={state}
            start={{ timeZone, therapistId, language: "en" }}
            choices={choices}
          />
          <LookAlikes state={state} />
          <div className="flex flex-wrap gap-2">
            <SubmitButton pendingLabel={t("pending")}>{t("submit")}</SubmitButton>
            <LinkButton href="/caseload" variant="quiet">
              {t("cancel")}
            </LinkButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
