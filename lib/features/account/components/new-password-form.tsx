"use client";

import { useTranslations } from "use-intl";
import { ActionForm } from "@/lib/ui/action-form";
import { SubmitButton } from "@/lib/ui/submit-button";
import { TextField } from "@/lib/ui/text-field";
import { completeResetAction } from "../actions";

/** A new password by a reset link. */
export function NewPasswordForm({ token, passwordMin }: { token: string; passwordMin: number }) {
  const t = useTranslations("clinic.recovery");
  return (
    <ActionForm action={completeResetAction}>
      {({ fieldErrors: errors }) => (
        <>
          <input type="hidden" name="token" value={token} />
          <TextField
            name="password"
            type="password"
            label={t("password")}
            hint={t("passwordHint", { min: passwordMin })}
            autoComplete="new-password"
            error={errors?.password}
          />
          <SubmitButton wide pendingLabel={t("saving")}>
            {t("save")}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
