"use client";

import { useTranslations } from "use-intl";
import { ActionForm } from "@/lib/ui/action-form";
import { SubmitButton } from "@/lib/ui/submit-button";
import { TextField } from "@/lib/ui/text-field";
import { acceptInvitationAction } from "../actions";
import { goOn, thenSignIn } from "./then-sign-in";

const accept = thenSignIn(acceptInvitationAction);

/** Somebody new chooses name and password; a known user confirms with theirs. */
export function InvitationForm({
  token,
  clinicName,
  email,
  name,
  hasAccount,
  passwordMin,
}: {
  token: string;
  clinicName: string;
  email: string;
  name: string;
  hasAccount: boolean;
  passwordMin: number;
}) {
  const t = useTranslations("clinic.invitation");
  return (
    <ActionForm action={accept} onDone={goOn}>
      {({ status, values, fieldErrors: errors }) => (
        <>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" autoComplete="username" value={email} readOnly />
          {!hasAccount && (
            <TextField
              name="name"
              label={t("name")}
              hint={t("nameHint")}
              autoComplete="name"
              defaultValue={values?.name ?? name}
              error={errors?.name}
            />
          )}
          <TextField
            name="password"
            type="password"
            label={t(hasAccount ? "password" : "choosePassword")}
            hint={hasAccount ? undefined : t("passwordHint", { min: passwordMin })}
            autoComplete={hasAccount ? "current-password" : "new-password"}
            error={errors?.password}
          />
          <SubmitButton wide pending={status === "ok"} pendingLabel={t("pending")}>
            {t("submit", { clinic: clinicName })}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
