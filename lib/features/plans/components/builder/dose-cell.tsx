"use client";

import { type ReactNode, useId } from "react";
import { cx } from "../../../../ui/cx";

const BOX =
  "relative flex min-h-12 min-w-14 flex-col justify-center rounded-control border px-2.5 pt-1 pb-0.5 has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-spruce";

/** The box around one dosage value: tinted where it differs from the library, clay where it is wrong. */
export function DoseBox({
  label,
  changed,
  wrong,
  children,
}: {
  label: ReactNode;
  changed: string | null;
  wrong?: boolean;
  children: ReactNode;
}) {
  return (
    <div
      title={changed ?? undefined}
      className={cx(
        BOX,
        wrong
          ? "border-clay bg-clay-tint/40"
          : changed
            ? "border-spruce-mid bg-spruce-tint"
            : "border-control/70 bg-surface hover:border-ink",
      )}
    >
      <div className="text-xs leading-tight text-secondary">{label}</div>
      {children}
    </div>
  );
}

const VALUE =
  "field-sizing-content min-w-[1.2ch] max-w-[12ch] bg-transparent font-semibold text-ink tabular-nums outline-none placeholder:font-normal placeholder:text-tertiary";

/** A dosage value that is typed. It keeps what was typed, right or wrong, until it is put right. */
export function TypedCell({
  label,
  header,
  value,
  unit,
  none,
  changed,
  error,
  errorId,
  decimal,
  hint,
  onType,
  onLeave,
}: {
  label: string;
  /** In place of the label, when the header is itself a control. */
  header?: ReactNode;
  value: string;
  unit?: string;
  /** What stands there when nothing is set. */
  none?: string;
  changed: string | null;
  error?: string;
  errorId: string;
  decimal?: boolean;
  hint?: string;
  onType: (text: string) => void;
  onLeave: () => void;
}) {
  const id = useId();
  const changedId = `${id}-changed`;
  return (
    <DoseBox
      changed={changed}
      wrong={Boolean(error)}
      label={header ?? <label htmlFor={id}>{label}</label>}
    >
      <span className={cx("flex items-baseline", unit !== "×" && "gap-1")}>
        <input
          id={id}
          type="text"
          inputMode={decimal ? "decimal" : "text"}
          autoComplete="off"
          value={value}
          placeholder={none}
          aria-label={header ? label : undefined}
          title={hint}
          aria-invalid={error ? true : undefined}
          aria-describedby={cx(error && errorId, changed && changedId) || undefined}
          onChange={(event) => onType(event.target.value)}
          onFocus={(event) => event.target.select()}
          onBlur={onLeave}
          size={Math.max(1, (value || (none ?? "")).length)}
          className={VALUE}
        />
        {unit && value !== "" && <span className="font-semibold text-ink">{unit}</span>}
      </span>
      {changed && (
        <span id={changedId} className="sr-only">
          {changed}
        </span>
      )}
    </DoseBox>
  );
}

/** A dosage value that is chosen from a few. */
export function ChosenCell<V extends string>({
  label,
  value,
  options,
  changed,
  onChoose,
}: {
  label: string;
  value: V;
  options: readonly { readonly value: V; readonly label: string }[];
  changed: string | null;
  onChoose: (value: V) => void;
}) {
  const id = useId();
  const shown = options.find((option) => option.value === value)?.label ?? "";
  return (
    <DoseBox changed={changed} label={<label htmlFor={id}>{label}</label>}>
      <span className="font-semibold whitespace-nowrap" aria-hidden="true">
        {shown}
      </span>
      <select
        id={id}
        value={value}
        onChange={(event) => onChoose(event.target.value as V)}
        className="absolute inset-0 size-full cursor-pointer opacity-0"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </DoseBox>
  );
}
