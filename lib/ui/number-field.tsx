import type { ComponentProps } from "react";
import { cx } from "./cx";
import { CONTROL, FieldFrame, type FieldProps, splitField, useFieldIds } from "./field";

export type NumberFieldProps = FieldProps &
  Omit<ComponentProps<"input">, "className" | "type" | "inputMode"> & {
    /** Printed inside the control after the number, and read out with it. */
    unit?: string;
    decimal?: boolean;
  };

/** A plain input for a number with its unit; no spinner, nothing preselected. */
export function NumberField({ unit, decimal, ...props }: NumberFieldProps) {
  const [field, control] = splitField(props);
  const ids = useFieldIds(control.id, field);
  const unitId = `${ids.id}-unit`;
  return (
    <FieldFrame ids={ids} field={field}>
      <span className="relative block">
        <input
          autoComplete="off"
          {...control}
          type="text"
          inputMode={decimal ? "decimal" : "numeric"}
          id={ids.id}
          aria-describedby={cx(unit && unitId, ids.described) || undefined}
          aria-invalid={field.error ? true : undefined}
          className={cx(CONTROL, "tabular-nums")}
          style={unit ? { paddingInlineEnd: `calc(${unit.length}ch + 1.5rem)` } : undefined}
        />
        {unit && (
          <span
            id={unitId}
            className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-secondary"
          >
            {unit}
          </span>
        )}
      </span>
    </FieldFrame>
  );
}
