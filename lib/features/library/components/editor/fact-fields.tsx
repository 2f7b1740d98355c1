"use client";

import { useId } from "react";
import { useTranslations } from "use-intl";
import { SIDES, type Side } from "../../../../domain/dosage/dosage";
import { EQUIPMENT, KINDS, POSITIONS, REGIONS } from "../../../../domain/library/facets";
import { Card } from "../../../../ui/card";
import { Chip } from "../../../../ui/chip";
import { FieldError } from "../../../../ui/field-error";
import { SelectField } from "../../../../ui/select-field";
import { facetWords } from "../../../plans/components/builder/facet-words";
import { useEditorForm } from "./form-context";

type Several = "regions" | "positions" | "equipment" | "optionalEquipment";

function ChipsField({
  field,
  values: offered,
  note,
}: {
  field: Several;
  values: readonly string[];
  note?: string;
}) {
  const t = useTranslations("library.editor.facts");
  const id = useId();
  const { values, change, errorOf } = useEditorForm();
  const chosen = values[field];
  const toggle = (value: string) =>
    change(field, {
      [field]: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value],
    });
  return (
    <fieldset aria-describedby={errorOf(field) && `${id}-error`}>
      <legend className="mb-1.5 font-semibold">
        {t(field)}
        {note && <span className="ml-1.5 font-normal text-secondary">{note}</span>}
      </legend>
      <div className="flex flex-wrap gap-2">
        {offered.map((value) => (
          <Chip key={value} selected={chosen.includes(value)} onClick={() => toggle(value)}>
            {value === "none" ? t("noEquipment") : facetWords(value)}
          </Chip>
        ))}
      </div>
      <FieldError id={`${id}-error`} message={errorOf(field)} />
    </fieldset>
  );
}

/** Where, how and with what it is done: what search and filters find it by. */
export function FactFields() {
  const t = useTranslations("library.editor.facts");
  const dose = useTranslations("plans.builder.dose");
  const { values, change, errorOf } = useEditorForm();
  return (
    <Card title={t("title")} subtitle={t("lead")}>
      <div className="grid gap-5">
        <div className="grid gap-5 sm:grid-cols-2">
          <SelectField
            label={t("kind")}
            placeholder={t("choose")}
            value={values.kind}
            error={errorOf("kind")}
            options={KINDS.map((kind) => ({ value: kind, label: facetWords(kind) }))}
            onChange={(event) => change("kind", { kind: event.target.value })}
          />
          <SelectField
            label={t("side")}
            value={values.side}
            error={errorOf("side")}
            options={SIDES.map((side) => ({ value: side, label: dose(`side.${side}`) }))}
            onChange={(event) => change("side", { side: event.target.value as Side })}
          />
        </div>
        <ChipsField field="regions" values={REGIONS} />
        <ChipsField field="positions" values={POSITIONS} />
        <ChipsField field="equipment" values={EQUIPMENT} />
        <ChipsField
          field="optionalEquipment"
          values={EQUIPMENT.filter((item) => item !== "none")}
          note={t("optional")}
        />
      </div>
    </Card>
  );
}
