import { AUDIT_ACTIONS, type AuditAction } from "../../audit/record";
import { translator } from "../../i18n/translator";

type Key<A> = A extends `${infer Noun}.${infer Verb}` ? `${Noun}_${Verb}` : never;

const KNOWN: readonly string[] = AUDIT_ACTIONS;

/** An audited action in words; one that this version no longer knows keeps its name. A new action without words does not compile. */
export function auditWords(action: string): string {
  if (!KNOWN.includes(action)) return action;
  const key = action.replace(".", "_") as Key<AuditAction>;
  return translator("en", "clinic")(`audit.actions.${key}`);
}

/** The name of a field such as `birthOn` as words: `birth on`. */
export function fieldWords(field: string): string {
  return field
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
}
