import { unstable_rethrow } from "next/navigation";
import { log } from "../log";
import type { ActionState } from "./action-state";
import { Conflict, Invalid, NotFound, Refused, SignedOut, Throttled } from "./app-error";

const SENTENCES = {
  signedOut: "Your session has ended. Sign in again; what you typed is still here.",
  refused: "Your role does not allow this.",
  notFound: "This is no longer here.",
  invalid: "Some fields need another look.",
  throttled: "Too many tries. Wait a few minutes and try again.",
  failed: "Something went wrong on our side. Nothing was saved; please try again.",
} as const;

/** The one mapping of failures to what a form shows. Redirects and not-found pass through. */
export function toActionState(error: unknown, values?: Record<string, string>): ActionState {
  unstable_rethrow(error);
  if (error instanceof Invalid)
    return { status: "error", message: SENTENCES.invalid, fieldErrors: error.fieldErrors, values };
  if (error instanceof Conflict) return { status: "conflict", message: error.message, values };
  if (error instanceof SignedOut) return { status: "error", message: SENTENCES.signedOut, values };
  if (error instanceof Refused) return { status: "error", message: SENTENCES.refused, values };
  if (error instanceof NotFound) return { status: "error", message: SENTENCES.notFound, values };
  if (error instanceof Throttled) return { status: "error", message: SENTENCES.throttled, values };
  log.failure("action.failed", error);
  return { status: "error", message: SENTENCES.failed, values };
}
