import { AUDIT_ACTIONS } from "../../audit/record";
import { translator } from "../../i18n/translator";

const KNOWN: readonly string[] = AUDIT_ACTIONS;

/** An audited action in words; one that this version no longer knows keeps its name. */
export function auditWords(action: string): string {
  if (!KNOWN.includes(action)) return action;
  const t = translator("en", "clinic");
  const key = action.replace(
    ".",
    "_",
  ) as keyof typeof import("../../i18n/messages/en/clinic.json")["audit"]["actions"];
  return t(`audit.actions.${key}`);
}

/** The name of a field such as `birthOn` as words: `birth on`. */
export function fieldWords(field: string): string {
  return field
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
}
