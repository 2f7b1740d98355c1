import type { ZodType, z } from "zod";
import { Invalid } from "./app-error";

/** Parses input or throws `Invalid` with one sentence per field (dotted path; `form` for the whole). */
export function parse<S extends ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const fieldErrors: Record<string, string> = {};
  for (const issue of result.error.issues) {
    const path = issue.path.map(String).join(".") || "form";
    fieldErrors[path] ??= issue.message;
  }
  throw new Invalid(fieldErrors);
}
