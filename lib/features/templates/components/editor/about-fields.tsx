"use client";

import { useTranslations } from "use-intl";
import { LOCALES } from "../../../../domain/plan/plan-document";
import { RadioGroup } from "../../../../ui/radio-group";
import { SelectField } from "../../../../ui/select-field";
import { TextArea } from "../../../../ui/text-area";
import { TextField } from "../../../../ui/text-field";
import { NOTE_MAX } from "../../../plans/bounds";
import { NAME_MAX, SUMMARY_MAX } from "../../bounds";
import type { AboutValues } from "./editor-values";

interface FieldsProps {
  readonly about: AboutValues;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (change: Partial<AboutValues>) => void;
}

/** Name, purpose, who sees it, and the language of its words. */
export function AboutFields({
  about,
  errors,
  mayHide,
  onChange,
}: FieldsProps & { readonly mayHide: boolean }) {
  const t = useTranslations("templates.editor");
  const save = useTranslations("templates.save");
  return (
    <div className="grid grid-cols-1 gap-5">
      <TextField
        label={save("name")}
        value={about.name}
        required
        maxLength={NAME_MAX}
        error={errors.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <TextArea
        label={save("summary")}
        value={about.summary}
        maxLength={SUMMARY_MAX}
        error={errors.summary}
        onChange={(event) => onChange({ summary: event.target.value })}
      />
      {mayHide && (
        <RadioGroup
          name="whose"
          label={save("whose")}
          value={about.onlyForAuthor ? "mine" : "clinic"}
          onChange={(value) => onChange({ onlyForAuthor: value === "mine" })}
          options={[
            { value: "mine", label: save("mine") },
            { value: "clinic", label: save("clinic"), hint: save("clinicHint") },
          ]}
        />
      )}
      <SelectField
        label={t("writtenIn")}
        hint={t("writtenInHint")}
        value={about.writtenIn}
        onChange={(event) => onChange({ writtenIn: event.target.value === "es" ? "es" : "en" })}
        options={LOCALES.map((value) => ({ value, label: t(`language.${value}`) }))}
      />
    </div>
  );
}

/** The note to the patient, by language. */
export function NoteFields({ about, errors, onChange }: FieldsProps) {
  const t = useTranslations("templates.editor");
  return (
    <div className="grid grid-cols-1 gap-5">
      <TextArea
        label={t("noteEn")}
        value={about.noteEn}
        maxLength={NOTE_MAX}
        error={errors["notes.en"]}
        onChange={(event) => onChange({ noteEn: event.target.value })}
      />
      <TextArea
        label={t("noteEs")}
        lang="es"
        value={about.noteEs}
        maxLength={NOTE_MAX}
        error={errors["notes.es"]}
        onChange={(event) => onChange({ noteEs: event.target.value })}
      />
    </div>
  );
}
