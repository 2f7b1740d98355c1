"use client";

import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { DAY_PATTERNS, type DayPattern } from "../../../../domain/dosage/dosage";
import { Button, IconButton } from "../../../../ui/button";
import { refusing } from "../../builder-structure";
import { fieldText, type TypedField } from "../../dosage-typing";
import type { ContentLine } from "../../draft-content";
import type { Builder } from "./use-builder";
import type { Phases } from "./use-phases";
import type { Selection } from "./use-selection";

const FIELDS = [
  ["holdSeconds", "holdSeconds"],
  ["reps", "reps"],
  ["sets", "sets"],
  ["restSeconds", "restSeconds"],
  ["timesPerDay", "timesPerDayMin"],
] as const satisfies readonly (readonly [TypedField, string])[];

interface BulkBarProps {
  readonly builder: Builder;
  readonly phases: Phases;
  readonly selection: Selection;
  readonly announce: (sentence: string) => void;
  readonly onRemove: () => void;
}

/** Changes every selected exercise at once; each change is one step back. */
export function BulkBar(props: BulkBarProps) {
  const { builder, phases, selection, announce, onRemove } = props;
  const t = useTranslations("structure.bulk");
  const star = useTranslations("structure.star");
  const { selected } = selection;
  const lineIds = selected.map(({ lineId }) => lineId);
  const count = lineIds.length;
  const isStarred = selected.every(({ mustDo }) => mustDo);
  const [problem, setProblem] = useState("");
  const bulk = useBulk(builder, selected, (done, refused) => {
    setProblem(refused);
    announce([done, refused].filter(Boolean).join(". "));
  });
  if (count === 0) return null;
  return (
    <section
      aria-label={t("bar")}
      className="sticky bottom-3 z-10 rounded-card border border-control/60 bg-surface p-3 shadow-overlay"
    >
      <div className="flex flex-wrap items-end gap-x-2 gap-y-2">
        <p className="mr-1 flex min-h-12 items-center font-semibold tabular-nums">
          {t("count", { count })}
        </p>
        {FIELDS.map(([field, label]) => (
          <BulkField
            key={field}
            field={field}
            label={label}
            lines={selected}
            onSet={(text) => bulk.type(field, label, text)}
          />
        ))}
        <PatternField lines={selected} onSet={bulk.pattern} />
        <PhaseField builder={builder} lines={selected} onPut={(n) => phases.put(lineIds, n)} />
        <span className="ml-auto flex flex-wrap items-center gap-1">
          <Button
            size="sm"
            icon="star"
            onClick={() => {
              bulk.star(!isStarred);
              announce(star(isStarred ? "manyOff" : "many", { count }));
            }}
          >
            {t(isStarred ? "unstar" : "star")}
          </Button>
          <Button
            size="sm"
            variant="quiet"
            className="!text-clay hover:!bg-clay-tint"
            onClick={onRemove}
          >
            {t("remove")}
          </Button>
          <IconButton icon="close" size="sm" label={t("clear")} onClick={selection.clear} />
        </span>
      </div>
      {problem && <p className="mt-2 text-sm font-semibold text-clay">{problem}</p>}
    </section>
  );
}

/** One change to several lines, with what came of it in words: what was set, and who did not take it. */
export function useBulk(
  { dispatch, nameOfLine }: Builder,
  lines: readonly ContentLine[],
  onDone: (done: string, refused: string) => void,
) {
  const t = useTranslations("structure.bulk");
  const plans = useTranslations("plans");
  const lineIds = lines.map(({ lineId }) => lineId);
  return {
    type(field: TypedField, label: (typeof FIELDS)[number][1], text: string) {
      const out = refusing(lines, field, text);
      const value = text.trim();
      const said = { field: plans(`field.${label}`), value };
      const count = lines.length - out.length;
      if (count > 0)
        dispatch({ type: "structure", change: { of: "type-all", lineIds, field, text } });
      const done =
        count === 0
          ? ""
          : value === ""
            ? t("setNone", { ...said, count })
            : t("set", { ...said, count });
      const names = out.map(({ lineId }) => nameOfLine(lineId)).join(", ");
      onDone(done, out.length === 0 ? "" : t("refused", { ...said, names }));
    },
    pattern(pattern: DayPattern) {
      dispatch({ type: "structure", change: { of: "pattern-all", lineIds, pattern } });
      const value = plans(`builder.dose.pattern.${pattern}`);
      onDone(t("pattern", { value, count: lines.length }), "");
    },
    star(mustDo: boolean) {
      dispatch({ type: "structure", change: { of: "star", lineIds, mustDo } });
      onDone("", "");
    },
  };
}

/** The value that all share; null: they differ. */
function shared<T>(values: readonly T[]): T | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}

const BOX =
  "min-h-9 rounded-control border border-control bg-surface px-2 tabular-nums placeholder:text-tertiary";

/** What is typed is set by Enter or on leaving; the value that all share stands behind it. */
export function BulkField({
  field,
  label,
  lines,
  onSet,
}: {
  field: TypedField;
  label: (typeof FIELDS)[number][1];
  lines: readonly ContentLine[];
  onSet: (text: string) => void;
}) {
  const t = useTranslations("structure.bulk");
  const plans = useTranslations("plans");
  const id = useId();
  const [text, setText] = useState("");
  const all = shared(lines.map(({ dosage }) => fieldText(dosage, field)));
  const set = () => {
    if (text.trim() === "") return;
    onSet(text);
    setText("");
  };
  return (
    <span className="grid">
      <label htmlFor={id} className="text-xs text-secondary">
        {plans(`field.${label}`)}
      </label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        title={t("hint")}
        value={text}
        placeholder={all === null ? t("varies") : all === "" ? plans("builder.dose.none") : all}
        onChange={(event) => setText(event.target.value)}
        onBlur={set}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          set();
        }}
        className={`${BOX} w-18`}
      />
    </span>
  );
}

/** On which days; choosing sets it for all. */
export function PatternField({
  lines,
  onSet,
}: {
  lines: readonly ContentLine[];
  onSet: (pattern: DayPattern) => void;
}) {
  const t = useTranslations("structure.bulk");
  const plans = useTranslations("plans");
  const id = useId();
  const all = shared(lines.map(({ dosage }) => dosage.frequency.pattern));
  return (
    <span className="grid">
      <label htmlFor={id} className="text-xs text-secondary">
        {plans("field.pattern")}
      </label>
      <select
        id={id}
        value={all ?? ""}
        onChange={(event) => onSet(event.target.value as DayPattern)}
        className={BOX}
      >
        {all === null && <option value="">{t("varies")}</option>}
        {DAY_PATTERNS.map((value) => (
          <option key={value} value={value}>
            {plans(`builder.dose.pattern.${value}`)}
          </option>
        ))}
      </select>
    </span>
  );
}

function PhaseField({
  builder,
  lines,
  onPut,
}: {
  builder: Builder;
  lines: readonly ContentLine[];
  onPut: (number: number) => void;
}) {
  const t = useTranslations("structure");
  const id = useId();
  const { phases } = builder.state.content;
  if (phases.length === 0) return null;
  const all = shared(lines.map(({ phaseId }) => phaseId ?? "every"));
  const at = phases.findIndex(({ phaseId }) => phaseId === all);
  return (
    <span className="grid">
      <label htmlFor={id} className="text-xs text-secondary">
        {t("bulk.phase")}
      </label>
      <select
        id={id}
        value={all === null ? "" : String(at + 1)}
        onChange={(event) => onPut(Number(event.target.value))}
        className={`${BOX} max-w-40`}
      >
        {all === null && <option value="">{t("bulk.varies")}</option>}
        {phases.map((phase, i) => (
          <option key={phase.phaseId} value={i + 1}>
            {builder.shown.nameOf(phase)}
          </option>
        ))}
        <option value={0}>{t("phase.every")}</option>
      </select>
    </span>
  );
}
