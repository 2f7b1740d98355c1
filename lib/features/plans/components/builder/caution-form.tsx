"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { patientSentence } from "../../../../domain/cautions/patient-sentence";
import { LINE_TEXT_MAX } from "../../../../domain/plan/validate-plan";
import { Button } from "../../../../ui/button";
import { TextArea } from "../../../../ui/text-area";
import { characters } from "../../bounds";
import type { ContentLine } from "../../draft-content";
import type { PrecautionPanelProps } from "./precaution-panel";

/**
 * The patient's sentence is the therapist's: the suggestion, in the patient's language, is only where it starts.
 * Nothing goes on the plan before it is approved; Enter approves.
 */
export function CautionForm({
  data,
  exerciseOf,
  dispatch,
  line,
  modification,
  onDone,
}: PrecautionPanelProps & {
  line: ContentLine;
  modification: string | null;
  onDone: () => void;
}) {
  const t = useTranslations("plans");
  const { locale } = data.sheet;
  const [text, setText] = useState(line.caution ?? patientSentence(modification, locale) ?? "");
  const tooLong = characters(text) > LINE_TEXT_MAX;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (tooLong || text.trim() === "") return;
    dispatch({ type: "write-line", lineId: line.lineId, field: "caution", text: text.trim() });
    onDone();
  };
  return (
    <form onSubmit={submit} className="grid gap-2">
      <TextArea
        label={t("builder.precaution.cautionFor", {
          name: exerciseOf(line.slug).name,
          language: t(`builder.language.${locale}`),
        })}
        value={text}
        rows={2}
        autoFocus
        error={tooLong ? t("problem.tooLong", { max: LINE_TEXT_MAX }) : undefined}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="sm" variant="primary">
          {t("builder.precaution.cautionPut")}
        </Button>
        <Button size="sm" onClick={onDone}>
          {t("builder.common.cancel")}
        </Button>
      </div>
    </form>
  );
}
