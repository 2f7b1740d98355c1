import type { ActionState } from "@/lib/errors/action-state";
import { cx } from "./cx";
import { Notice } from "./notice";

const TONE = { ok: "spruce", error: "clay", conflict: "marigold" } as const;

/** What the server action answered, for the whole form; announced when it appears. */
export function FormMessage({ state, className }: { state: ActionState; className?: string }) {
  return (
    <div
      role={state.status === "ok" ? "status" : "alert"}
      className={cx("empty:absolute", className)}
    >
      {state.status !== "idle" && state.message && (
        <Notice tone={TONE[state.status]}>{state.message}</Notice>
      )}
    </div>
  );
}
