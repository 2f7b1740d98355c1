"use client";

import { useTranslations } from "use-intl";
import { ActionForm } from "@/lib/ui/action-form";
import { Notice } from "@/lib/ui/notice";
import { SubmitButton } from "@/lib/ui/submit-button";
import { TextField } from "@/lib/ui/text-field";
import { requestResetAction } from "../actions";

/** Asks for a reset link by e-mail; the answer is the same for every address. */
export function RecoveryForm({ minutes }: { minutes: number }) {
  const t = useTranslations("clinic.recovery");
  return (
    <ActionForm action={requestResetAction}>
      {({ status, values, fieldErrors: errors }) =>
        status === "ok" ? (
          <div role="status">
            <Notice tone="spruce" title={t("sentTitle")}>
              {t("sentText", { minutes })}
            </Notice>
          </div>
        ) : (
          <>
            <TextField
              name="email"
              type="email"
              label={t("email")}
              autoComplete="username"
              autoCapitalize="none"
              defaultValue={values?.email}
              error={errors?.email}
            />
            <SubmitButton wide pendingLabel={t("pending")}>
              {t("submit")}
            </SubmitButton>
          </>
        )
      }
    </ActionForm>
  );
}
