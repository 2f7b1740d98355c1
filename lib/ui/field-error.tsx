import { Icon } from "./icon";

/** What is wrong with one field, under its control. */
export function FieldError({ id, message }: { id?: string; message?: string }) {
  if (!message) return null;
  return (
    <p id={id} className="mt-1.5 flex gap-1.5 text-sm font-semibold text-clay">
      <Icon name="warning" className="mt-[0.1em]" />
      {message}
    </p>
  );
}
