"use client";

import { type Dispatch, useId } from "react";
import { useTranslations } from "use-intl";
import { TextArea } from "../../../../ui/text-area";
import { characters } from "../../bounds";
import {
  type BuilderAction,
  type LineText,
  type Pending,
  type PlanText,
  TEXT_MAX,
  textKey,
} from "../../builder-state";

/** A text the patient reads. Too long: the sentence says so, and the last one that fits stays saved. */
export function DraftText({
  label,
  hint,
  field,
  lineId,
  value,
  pending,
  dispatch,
  autoFocus,
  placeholder,
  rows = 2,
}: {
  label: string;
  hint?: string;
  field: LineText | PlanText;
  lineId?: string;
  value: string | null;
  pending: Pending;
  dispatch: Dispatch<BuilderAction>;
  autoFocus?: boolean;
  placeholder?: string;
  rows?: number;
}) {
  const t = useTranslations("plans");
  const id = useId();
  const typed = pending.texts[textKey(field, lineId)];
  const text = typed ?? value ?? "";
  const tooLong = characters(text) > TEXT_MAX[field];
  return (
    <TextArea
      id={id}
      label={label}
      hint={hint}
      rows={rows}
      value={text}
      placeholder={placeholder}
      autoFocus={autoFocus}
      error={tooLong ? t("problem.tooLong", { max: TEXT_MAX[field] }) : undefined}
      onChange={(event) => {
        const next = event.target.value;
        if (lineId !== undefined && (field === "cue" || field === "caution"))
          dispatch({ type: "write-line", lineId, field, text: next });
        else if (field !== "cue" && field !== "caution")
          dispatch({ type: "write", field, text: next });
      }}
    />
  );
}
