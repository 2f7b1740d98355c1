import type { ActionState } from "@/lib/errors/action-state";
import { postSignIn } from "./post-auth";

type FormAction = (previous: ActionState, form: FormData) => Promise<ActionState>;

/** After an action that made an account: signs in with the password just typed, then goes on. */
export function thenSignIn(action: FormAction): FormAction {
  return async (previous, form) => {
    const password = String(form.get("password") ?? "");
    const state = await action(previous, form);
    if (state.status !== "ok") return state;
    const failure = await postSignIn("staff", { email: state.data?.email ?? "", password });
    return { ...state, data: { next: failure ? "/sign-in?notice=ready" : "/caseload" } };
  };
}

/** Where `thenSignIn` leads. */
export function goOn(state: ActionState): void {
  window.location.assign(state.data?.next ?? "/sign-in");
}
