import type { ComponentProps } from "react";
import { cx } from "./cx";
import { CONTROL, FieldFrame, type FieldProps, splitField, useFieldIds } from "./field";
import { Icon } from "./icon";

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

export type SelectFieldProps = FieldProps &
  Omit<ComponentProps<"select">, "className" | "children"> & {
    options: readonly SelectOption[];
    /** The empty first choice; with it nothing is preselected. */
    placeholder?: string;
  };

/** A native select; it refills itself when `defaultValue` changes after a failed submit. */
export function SelectField({ options, placeholder, ...props }: SelectFieldProps) {
  const [field, control] = splitField(props);
  const ids = useFieldIds(control.id, field);
  return (
    <FieldFrame ids={ids} field={field}>
      <span className="relative block">
        <select
          key={String(control.defaultValue ?? "")}
          {...control}
          id={ids.id}
          aria-describedby={ids.described}
          aria-invalid={field.error ? true : undefined}
          className={cx(CONTROL, "appearance-none pr-10")}
        >
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon
          name="chevron-down"
          className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-secondary"
        />
      </span>
    </FieldFrame>
  );
}
