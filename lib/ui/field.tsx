import { type ReactNode, useId } from "react";
import { cx } from "./cx";
import { FieldError } from "./field-error";

export interface FieldProps {
  label: ReactNode;
  /** Keeps the label for screen readers only; use where a column header or unit already says it. */
  labelHidden?: boolean;
  /** A word after the label, such as "optional". */
  note?: ReactNode;
  hint?: ReactNode;
  error?: string;
  /** Class of the wrapper, for widths. */
  className?: string;
}

/** The shared look of every text-like control. */
export const CONTROL =
  "block w-full min-h-target rounded-control border border-control bg-surface px-3 py-1.5 text-base text-ink placeholder:text-tertiary hover:border-ink disabled:cursor-not-allowed disabled:border-line disabled:bg-paper disabled:text-tertiary aria-invalid:border-clay aria-invalid:bg-clay-tint/30";

/** Ids that tie a control to its hint and error. */
export function useFieldIds(id: string | undefined, { hint, error }: FieldProps) {
  const made = useId();
  const base = id ?? made;
  const hintId = `${base}-hint`;
  const errorId = `${base}-error`;
  return {
    id: base,
    hintId,
    errorId,
    described: cx(error && errorId, Boolean(hint) && hintId) || undefined,
  };
}

/** Label, control, hint and error in their places. */
export function FieldFrame({
  ids,
  field,
  children,
}: {
  ids: ReturnType<typeof useFieldIds>;
  field: FieldProps;
  children: ReactNode;
}) {
  return (
    <div className={cx("min-w-0", field.className)}>
      <label
        htmlFor={ids.id}
        className={cx("mb-1.5 block font-semibold", field.labelHidden && "sr-only")}
      >
        {field.label}
        {field.note && <span className="ml-1.5 font-normal text-secondary">{field.note}</span>}
      </label>
      {children}
      <FieldError id={ids.errorId} message={field.error} />
      {field.hint && (
        <p id={ids.hintId} className="mt-1.5 text-sm text-secondary">
          {field.hint}
        </p>
      )}
    </div>
  );
}

/** Splits what belongs to the frame from what belongs to the native control. */
export function splitField<P extends FieldProps>(
  props: P,
): [FieldProps, Omit<P, keyof FieldProps>] {
  const { label, labelHidden, note, hint, error, className, ...control } = props;
  return [{ label, labelHidden, note, hint, error, className }, control];
}
