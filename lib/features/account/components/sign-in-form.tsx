"use client";

import { useTranslations } from "use-intl";
import type { ActionState } from "@/lib/errors/action-state";
import { ActionForm } from "@/lib/ui/action-form";
import { SubmitButton } from "@/lib/ui/submit-button";
import { TextField } from "@/lib/ui/text-field";
import { postSignIn } from "./post-auth";

/** E-mail and password of a member of staff. */
export function SignInForm() {
  const t = useTranslations("account");

  async function signIn(_: ActionState, form: FormData): Promise<ActionState> {
    const email = String(form.get("email") ?? "").trim();
    const failure = await postSignIn("staff", {
      email,
      password: String(form.get("password") ?? ""),
    });
    if (!failure) return { status: "ok" };
    const key = failure === "dead" ? "wrong" : failure;
    return { status: "error", message: t(`signInErrors.${key}`), values: { email } };
  }

  return (
    <ActionForm action={signIn} onDone={() => window.location.assign("/caseload")}>
      {(state) => (
        <>
          <TextField
            name="email"
            type="email"
            label={t("signIn.email")}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            defaultValue={state.values?.email}
          />
          <TextField
            name="password"
            type="password"
            label={t("signIn.password")}
            autoComplete="current-password"
            required
          />
          <SubmitButton wide pending={state.status === "ok"} pendingLabel={t("signIn.pending")}>
            {t("signIn.submit")}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
