"use client";

import { useTranslations } from "use-intl";
import { ActionForm } from "@/lib/ui/action-form";
import { Card } from "@/lib/ui/card";
import { DateField } from "@/lib/ui/date-field";
import { SubmitButton } from "@/lib/ui/submit-button";
import { TextField } from "@/lib/ui/text-field";
import { addVisitAction, removeVisitAction } from "../actions";
import { RemoveRowButton } from "./remove-row-button";

/** A visit with its date in words. */
export interface VisitWords {
  readonly id: string;
  readonly words: string;
}

const PAST_SHOWN = 4;

function Visits({
  patientId,
  visits,
  mayEdit,
}: {
  patientId: string;
  visits: readonly VisitWords[];
  mayEdit: boolean;
}) {
  const t = useTranslations("patients.record");
  return (
    <ul>
      {visits.map(({ id, words }) => (
        <li
          key={id}
          className="flex items-center justify-between gap-3 border-t border-line py-1 first:border-t-0"
        >
          <span className="tabular-nums">{words}</span>
          {mayEdit && (
            <RemoveRowButton
              action={removeVisitAction}
              patientId={patientId}
              rowId={id}
              label={t("removeVisit", { date: words })}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** Visits at the clinic, to come and past. */
export function VisitsCard({
  patientId,
  next,
  past,
  mayEdit,
}: {
  patientId: string;
  next: readonly VisitWords[];
  past: readonly VisitWords[];
  mayEdit: boolean;
}) {
  const t = useTranslations("patients.record");
  const earlier = past.slice(PAST_SHOWN);
  const shared = { patientId, mayEdit };
  return (
    <Card title={t("visits")}>
      <h3 className="text-sm text-secondary">{t("nextVisits")}</h3>
      {next.length === 0 && <p className="text-secondary">{t("noNextVisits")}</p>}
      <Visits {...shared} visits={next} />
      {past.length > 0 && (
        <>
          <h3 className="mt-3 text-sm text-secondary">{t("pastVisits")}</h3>
          <Visits {...shared} visits={past.slice(0, PAST_SHOWN)} />
        </>
      )}
      {earlier.length > 0 && (
        <details className="mt-1">
          <summary className="py-1 text-spruce">{t("morePast", { count: earlier.length })}</summary>
          <Visits {...shared} visits={earlier} />
        </details>
      )}
      {mayEdit && (
        <ActionForm action={addVisitAction} className="mt-4 gap-3">
          {({ fieldErrors: errors, values }) => (
            <div className="flex flex-wrap items-end gap-2">
              <input type="hidden" name="patientId" value={patientId} />
              <DateField
                name="visitOn"
                label={t("visitOn")}
                error={errors?.visitOn}
                defaultValue={values?.visitOn}
                className="min-w-40 flex-1"
              />
              <TextField
                name="visitTime"
                type="time"
                label={t("visitTime")}
                error={errors?.visitTime}
                defaultValue={values?.visitTime}
                className="min-w-28"
              />
              <SubmitButton variant="secondary" pendingLabel={t("saving")}>
                {t("addVisit")}
              </SubmitButton>
            </div>
          )}
        </ActionForm>
      )}
    </Card>
  );
}
