import type { ComponentProps } from "react";
import { cx } from "./cx";
import { CONTROL, FieldFrame, type FieldProps, splitField, useFieldIds } from "./field";

export type TextAreaProps = FieldProps & Omit<ComponentProps<"textarea">, "className">;

/** A text area that grows with what is typed. */
export function TextArea(props: TextAreaProps) {
  const [field, control] = splitField(props);
  const ids = useFieldIds(control.id, field);
  return (
    <FieldFrame ids={ids} field={field}>
      <textarea
        rows={3}
        {...control}
        id={ids.id}
        aria-describedby={ids.described}
        aria-invalid={field.error ? true : undefined}
        className={cx(CONTROL, "field-sizing-content min-h-20 resize-y py-2")}
      />
    </FieldFrame>
  );
}
