import { type ReactNode, useId } from "react";
import { cx } from "./cx";
import { FieldError } from "./field-error";

export interface RadioOption {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

export interface RadioGroupProps {
  label: ReactNode;
  labelHidden?: boolean;
  name: string;
  options: readonly RadioOption[];
  hint?: ReactNode;
  error?: string;
  /** Controlled use; else `defaultValue`. With neither, nothing is preselected. */
  value?: string | null;
  defaultValue?: string;
  onChange?: (value: string) => void;
  required?: boolean;
  className?: string;
}

/** Native radios; checked state is controlled only when `value` is given. */
export function radioState(props: RadioGroupProps, option: string) {
  return props.value !== undefined
    ? { checked: props.value === option, onChange: () => props.onChange?.(option) }
    : {
        defaultChecked: props.defaultValue === option,
        onChange: props.onChange && (() => props.onChange?.(option)),
      };
}

/** Fieldset, legend, hint and error around a set of radios. */
export function RadioFrame({
  field,
  children,
}: {
  field: Omit<RadioGroupProps, "options" | "name">;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <fieldset
      className={cx("min-w-0", field.className)}
      aria-describedby={
        cx(field.error && `${id}-error`, Boolean(field.hint) && `${id}-hint`) || undefined
      }
    >
      <legend className={cx("mb-1.5 font-semibold", field.labelHidden && "sr-only")}>
        {field.label}
      </legend>
      {field.hint && (
        <p id={`${id}-hint`} className="mb-2 text-sm text-secondary">
          {field.hint}
        </p>
      )}
      {children}
      <FieldError id={`${id}-error`} message={field.error} />
    </fieldset>
  );
}

/** One choice of a few, each on its own line with room for a hint. */
export function RadioGroup(props: RadioGroupProps) {
  return (
    <RadioFrame field={props}>
      <div className="divide-y divide-line overflow-hidden rounded-control border border-control bg-surface">
        {props.options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-target items-start gap-3 px-3 py-2 has-checked:bg-spruce-tint has-disabled:text-tertiary has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-spruce"
          >
            <input
              type="radio"
              name={props.name}
              value={option.value}
              disabled={option.disabled}
              required={props.required}
              {...radioState(props, option.value)}
              className="mt-[0.12em] size-[1.3em] shrink-0 accent-spruce outline-none"
            />
            <span className="min-w-0">
              <span className="font-semibold">{option.label}</span>
              {option.hint && <span className="block text-sm text-secondary">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </RadioFrame>
  );
}
