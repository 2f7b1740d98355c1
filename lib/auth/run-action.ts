import "server-only";
import { headers } from "next/headers";
import { env } from "../env";
import type { ActionState } from "../errors/action-state";
import { Refused } from "../errors/app-error";
import { toActionState } from "../errors/to-action-state";
import type { Viewer } from "./access";
import { currentViewer } from "./viewer";

/** Next lets a request without an Origin header pass its own check; a browser always sends one with a POST. */
async function refuseForeignOrigin() {
  const origin = (await headers()).get("origin");
  if (origin !== env.origin) throw new Refused();
}

/** Text fields of a form, to refill it after an error. Secrets are left out. */
export function formValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [key, value] of form)
    if (typeof value === "string" && !/password|code|token/i.test(key) && !key.startsWith("$"))
      values[key] = value;
  return values;
}

/**
 * The one frame of every server action: origin, viewer, work, failures to words.
 * `work` gets the viewer as found in the database (null: signed out) and must mint its own access.
 */
export async function runAction(
  form: FormData | null,
  work: (viewer: Viewer | null, now: Date) => Promise<ActionState>,
): Promise<ActionState> {
  try {
    await refuseForeignOrigin();
    return await work(await currentViewer(), new Date());
  } catch (error) {
    return toActionState(error, form ? formValues(form) : undefined);
  }
}
