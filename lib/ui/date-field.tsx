import type { ComponentProps } from "react";
import { cx } from "./cx";
import { CONTROL, FieldFrame, type FieldProps, splitField, useFieldIds } from "./field";

export type DateFieldProps = FieldProps & Omit<ComponentProps<"input">, "className" | "type">;

/** The browser's own date input; values are ISO dates (`2026-11-20`). */
export function DateField(props: DateFieldProps) {
  const [field, control] = splitField(props);
  const ids = useFieldIds(control.id, field);
  return (
    <FieldFrame ids={ids} field={field}>
      <input
        {...control}
        type="date"
        id={ids.id}
        aria-describedby={ids.described}
        aria-invalid={field.error ? true : undefined}
        className={cx(CONTROL, "tabular-nums")}
      />
    </FieldFrame>
  );
}
