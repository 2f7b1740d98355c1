"use client";

import { useTranslations } from "use-intl";
import type { ActionState } from "@/lib/errors/action-state";
import { ActionForm } from "@/lib/ui/action-form";
import { SubmitButton } from "@/lib/ui/submit-button";
import { TextField } from "@/lib/ui/text-field";
import { BirthDateFields, birthDateOf } from "./birth-date-fields";
import { postSignIn, type SignInFailure } from "./post-auth";

const FIELDS = ["code", "birthDay", "birthMonth", "birthYear"] as const;

function typed(form: FormData): Record<string, string> {
  return Object.fromEntries(FIELDS.map((name) => [name, String(form.get(name) ?? "").trim()]));
}

/** A patient's way in: with the link's token, or with a typed code; the birth date goes with both. */
export function PatientSignInForm({ token }: { token?: string }) {
  const t = useTranslations("account");

  function message(failure: SignInFailure): string {
    if (failure === "wrong") return t(token ? "patient.wrongLink" : "patient.wrongCode");
    if (failure === "dead") return t(token ? "patient.deadText" : "patient.deadCode");
    if (failure === "throttled") return t("patient.throttled");
    return t(`signInErrors.${failure}`);
  }

  async function signIn(_: ActionState, form: FormData): Promise<ActionState> {
    const values = typed(form);
    const birthOn = birthDateOf(form);
    const fieldErrors: Record<string, string> = {};
    if (!token && values.code === "") fieldErrors.code = t("patient.codeMissing");
    if (!birthOn) {
      const missing = !values.birthDay || !values.birthMonth || !values.birthYear;
      fieldErrors.birthOn = t(missing ? "patient.birthDateMissing" : "patient.birthDateWrong");
    }
    if (!birthOn || Object.keys(fieldErrors).length > 0)
      return { status: "error", fieldErrors, values };
    const secret: Record<string, string> = token ? { token } : { code: values.code ?? "" };
    const failure = await postSignIn("patient", { ...secret, birthOn });
    if (!failure) return { status: "ok", values };
    return { status: "error", message: message(failure), values };
  }

  return (
    <ActionForm action={signIn} onDone={() => window.location.assign("/today")} className="gap-6">
      {(state) => (
        <>
          {!token && (
            <TextField
              name="code"
              label={t("patient.code")}
              hint={t("patient.codeHint")}
              autoComplete="one-time-code"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={40}
              defaultValue={state.values?.code}
              error={state.fieldErrors?.code}
            />
          )}
          <BirthDateFields error={state.fieldErrors?.birthOn} values={state.values} />
          <SubmitButton
            wide
            size="lg"
            pending={state.status === "ok"}
            pendingLabel={t("patient.pending")}
          >
            {t("patient.submit")}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
