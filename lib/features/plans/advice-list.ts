import { MAX_ADVICE } from "../../domain/plan/advice";

/** What a therapist does with the advice of a plan. */
export type AdviceAction =
  | { readonly type: "add-advice"; readonly id: string; readonly at?: number }
  | { readonly type: "remove-advice"; readonly id: string }
  | { readonly type: "move-advice"; readonly id: string; readonly to: number };

/** The ids after an action; the very same list when it changes nothing. */
export function adviceAfter(ids: readonly string[], action: AdviceAction): readonly string[] {
  const from = ids.indexOf(action.id);
  const rest = ids.filter((id) => id !== action.id);
  if (action.type === "remove-advice") return from < 0 ? ids : rest;
  if (action.type === "add-advice") {
    if (from >= 0 || ids.length >= MAX_ADVICE) return ids;
    const at = action.at ?? ids.length;
    return [...ids.slice(0, at), action.id, ...ids.slice(at)];
  }
  const to = Math.min(ids.length - 1, Math.max(0, action.to));
  if (from < 0 || from === to) return ids;
  return [...rest.slice(0, to), action.id, ...rest.slice(to)];
}
