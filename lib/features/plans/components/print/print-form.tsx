"use client";

import { useId, useState } from "react";
import { DIARY_WEEKS, PAPER_LAYOUTS, type PaperLayout } from "../../../../domain/plan/paper-layout";
import {
  LOCALES,
  type Locale,
  PAPER_SIZES,
  type PaperSize,
} from "../../../../domain/plan/plan-document";
import { printWords as t } from "../../../../i18n/print-words";
import { DateField } from "../../../../ui/date-field";
import { RadioFrame } from "../../../../ui/radio-group";
import { Segmented } from "../../../../ui/segmented";
import { keepLayout, keptLayout } from "./kept-layout";
import { LayoutThumb } from "./layout-thumb";

export interface PrintOf {
  readonly planId: string;
  readonly number: number;
  /** The patient's language, or the one on the screen. */
  readonly locale: Locale;
  readonly paperSize: PaperSize;
}

function LayoutChoice({
  value,
  onChange,
}: {
  value: PaperLayout;
  onChange: (layout: PaperLayout) => void;
}) {
  return (
    <RadioFrame field={{ label: t("layoutLabel") }}>
      <div className="grid grid-cols-1 gap-2 sm:grid-cols-2">
        {PAPER_LAYOUTS.map((layout) => (
          <label
            key={layout}
            className="relative flex items-center gap-3 rounded-control border border-control p-2 has-checked:border-spruce has-checked:bg-spruce-tint has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-spruce"
          >
            <input
              type="radio"
              name="layout"
              value={layout}
              checked={value === layout}
              onChange={() => onChange(layout)}
              className="absolute inset-0 size-full cursor-pointer appearance-none rounded-control outline-none"
            />
            <LayoutThumb layout={layout} />
            <span className="min-w-0">
              <span className="block font-semibold">{t(`layout.${layout}.name`)}</span>
              <span className="block text-sm text-secondary">{t(`layout.${layout}.hint`)}</span>
            </span>
          </label>
        ))}
      </div>
    </RadioFrame>
  );
}

/** How a version is printed: a plain form whose answer is the PDF, in a tab of its own. */
export function PrintForm({ of, id }: { of: PrintOf; id: string }) {
  const [layout, setLayout] = useState<PaperLayout>(keptLayout);
  const [weeks, setWeeks] = useState("");
  const [start, setStart] = useState("");
  const names = useId();
  const isDiary = layout === "diary";
  const covered = isDiary && weeks === "" ? "1" : weeks;
  return (
    <form
      id={id}
      action={`/api/plans/${of.planId}/versions/${of.number}/pdf`}
      method="get"
      target="_blank"
      onSubmit={() => keepLayout(layout)}
      className="grid gap-5"
      rel="noopener"
    >
      <LayoutChoice value={layout} onChange={setLayout} />
      <div className="flex flex-wrap gap-x-6 gap-y-5">
        <Segmented
          label={t(layout === "bilingual" ? "firstLanguage" : "language")}
          name="locale"
          defaultValue={of.locale}
          options={LOCALES.map((value) => ({ value, label: t(value) }))}
        />
        <Segmented
          label={t("paper")}
          name="paper"
          defaultValue={of.paperSize}
          options={PAPER_SIZES.map((value) => ({ value, label: value }))}
        />
      </div>
      <div className="flex flex-wrap gap-x-6 gap-y-5">
        <Segmented
          label={t(isDiary ? "diaryWeeks" : "diary")}
          name={`${names}-weeks`}
          value={covered}
          onChange={setWeeks}
          options={[
            ...(isDiary ? [] : [{ value: "", label: t("none") }]),
            ...DIARY_WEEKS.map((n) => ({ value: String(n), label: t("weeks", { n }) })),
          ]}
        />
        {covered !== "" && (
          <>
            <input type="hidden" name="weeks" value={covered} />
            <DateField
              label={t("start")}
              hint={t("startHint")}
              name={start === "" ? undefined : "start"}
              min="2000-01-01"
              max="2099-12-31"
              value={start}
              onChange={(event) => setStart(event.target.value)}
            />
          </>
        )}
      </div>
    </form>
  );
}
