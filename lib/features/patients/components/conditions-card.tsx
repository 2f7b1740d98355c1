"use client";

import { useTranslations } from "use-intl";
import { Badge } from "@/lib/ui/badge";
import { Card } from "@/lib/ui/card";
import { DialogButton } from "@/lib/ui/dialog-button";
import { removeConditionAction } from "../actions";
import type { ConditionChoice } from "../loaders";
import type { ConditionView } from "../record-queries";
import { ConditionForm } from "./condition-form";
import { RemoveRowButton } from "./remove-row-button";

/** A condition with its details in words, and what the rules would still like to know. */
export interface ConditionWords extends ConditionView {
  readonly details: string;
  readonly missing: string | null;
}

function Row({
  patientId,
  condition,
  choices,
  mayEdit,
}: {
  patientId: string;
  condition: ConditionWords;
  choices: readonly ConditionChoice[];
  mayEdit: boolean;
}) {
  const t = useTranslations("patients.record");
  const { name, details, missing, current } = condition;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 border-t border-line py-2.5 first:border-t-0 first:pt-0">
      <div className="min-w-0 flex-1 basis-56">
        <p className={current ? "font-semibold" : "text-secondary"}>{name}</p>
        {details && <p className="text-sm text-secondary tabular-nums">{details}</p>}
        {missing && current && (
          <Badge tone="marigold" className="mt-1">
            {missing}
          </Badge>
        )}
      </div>
      {mayEdit && (
        <div className="flex gap-1">
          <DialogButton
            label={
              <>
                {t("edit")}
                <span className="sr-only">: {name}</span>
              </>
            }
            button={{ size: "sm", variant: "quiet" }}
            title={t("editCondition")}
            closeLabel={t("close")}
          >
            {(close) => (
              <ConditionForm
                patientId={patientId}
                choices={choices}
                start={condition}
                onClose={close}
              />
            )}
          </DialogButton>
          <RemoveRowButton
            action={removeConditionAction}
            patientId={patientId}
            rowId={condition.id}
            label={t("removeNamed", { name })}
            question={{ title: t("removeConditionTitle"), text: t("removeConditionText") }}
          />
        </div>
      )}
    </li>
  );
}

/** What the precaution check knows of this person. */
export function ConditionsCard({
  patientId,
  conditions,
  choices,
  mayEdit,
}: {
  patientId: string;
  conditions: readonly ConditionWords[];
  choices: readonly ConditionChoice[];
  mayEdit: boolean;
}) {
  const t = useTranslations("patients.record");
  return (
    <Card
      title={t("conditions")}
      subtitle={t("conditionsText")}
      actions={
        mayEdit && (
          <DialogButton
            label={t("addCondition")}
            button={{ size: "sm", icon: "plus" }}
            title={t("addCondition")}
            closeLabel={t("close")}
          >
            {(close) => (
              <ConditionForm patientId={patientId} choices={choices} start={null} onClose={close} />
            )}
          </DialogButton>
        )
      }
    >
      {conditions.length === 0 ? (
        <p className="text-secondary">{t("noConditions")}</p>
      ) : (
        <ul>
          {conditions.map((condition) => (
            <Row
              key={condition.id}
              patientId={patientId}
              condition={condition}
              choices={choices}
              mayEdit={mayEdit}
            />
          ))}
        </ul>
      )}
    </Card>
  );
}
