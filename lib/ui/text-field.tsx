import type { ComponentProps } from "react";
import { CONTROL, FieldFrame, type FieldProps, splitField, useFieldIds } from "./field";

export type TextFieldProps = FieldProps & Omit<ComponentProps<"input">, "className">;

/** A one-line text input with label, hint and error. */
export function TextField(props: TextFieldProps) {
  const [field, control] = splitField(props);
  const ids = useFieldIds(control.id, field);
  return (
    <FieldFrame ids={ids} field={field}>
      <input
        type="text"
        {...control}
        id={ids.id}
        aria-describedby={ids.described}
        aria-invalid={field.error ? true : undefined}
        className={CONTROL}
      />
    </FieldFrame>
  );
}
