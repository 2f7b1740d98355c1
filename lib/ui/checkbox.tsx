import { type ComponentProps, type ReactNode, useId } from "react";
import { cx } from "./cx";
import { FieldError } from "./field-error";

export interface CheckboxProps extends Omit<ComponentProps<"input">, "type" | "className"> {
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  className?: string;
}

/** A native checkbox with its label as the target. */
export function Checkbox({ label, hint, error, className, id, ...rest }: CheckboxProps) {
  const made = useId();
  const base = id ?? made;
  return (
    <div className={className}>
      <label className="flex min-h-target-sm items-start gap-3 py-1.5 has-disabled:text-tertiary">
        <input
          {...rest}
          id={base}
          type="checkbox"
          aria-describedby={
            cx(error && `${base}-error`, Boolean(hint) && `${base}-hint`) || undefined
          }
          aria-invalid={error ? true : undefined}
          className="mt-[0.12em] size-[1.3em] shrink-0 accent-spruce"
        />
        <span className="min-w-0">
          {label}
          {hint && (
            <span id={`${base}-hint`} className="block text-sm text-secondary">
              {hint}
            </span>
          )}
        </span>
      </label>
      <FieldError id={`${base}-error`} message={error} />
    </div>
  );
}
