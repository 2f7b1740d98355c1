"use client";

import { useTranslations } from "use-intl";
import { ActionForm } from "@/lib/ui/action-form";
import { Button } from "@/lib/ui/button";
import { SubmitButton } from "@/lib/ui/submit-button";
import { TextField } from "@/lib/ui/text-field";
import {
  changePasswordAction,
  revokeSessionAction,
  switchClinicAction,
  updateAccountAction,
} from "../actions";

/** The own name. */
export function NameForm({ name, email }: { name: string; email: string }) {
  const t = useTranslations("clinic.account");
  return (
    <ActionForm action={updateAccountAction} className="max-w-[27rem]">
      {({ values, fieldErrors: errors }) => (
        <>
          <TextField
            name="name"
            label={t("name")}
            hint={t("nameHint")}
            autoComplete="name"
            defaultValue={values?.name ?? name}
            error={errors?.name}
          />
          <p>
            <span className="block font-semibold">{t("email")}</span>
            <span className="wrap-anywhere text-secondary">{email}</span>
          </p>
          <SubmitButton variant="secondary" className="justify-self-start">
            {t("saveName")}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** The own password; every other session ends with the old one. */
export function PasswordForm({ email, passwordMin }: { email: string; passwordMin: number }) {
  const t = useTranslations("clinic.account");
  return (
    <ActionForm action={changePasswordAction} className="max-w-[27rem]">
      {({ fieldErrors: errors }) => (
        <>
          <input type="hidden" autoComplete="username" value={email} readOnly />
          <TextField
            name="current"
            type="password"
            label={t("current")}
            autoComplete="current-password"
            error={errors?.current}
          />
          <TextField
            name="next"
            type="password"
            label={t("next")}
            hint={t("nextHint", { min: passwordMin })}
            autoComplete="new-password"
            error={errors?.next}
          />
          <SubmitButton
            variant="secondary"
            pendingLabel={t("changing")}
            className="justify-self-start"
          >
            {t("changePassword")}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** Ends one of the own sessions. */
export function EndSessionForm({ sessionId, device }: { sessionId: string; device: string }) {
  const t = useTranslations("clinic.account");
  return (
    <ActionForm action={revokeSessionAction} className="shrink-0">
      {() => (
        <>
          <input type="hidden" name="sessionId" value={sessionId} />
          <Button type="submit" size="sm" aria-label={t("endNamed", { device })}>
            {t("end")}
          </Button>
        </>
      )}
    </ActionForm>
  );
}

/** Goes on in another clinic. */
export function SwitchClinicForm({ clinicId, name }: { clinicId: string; name: string }) {
  const t = useTranslations("clinic.account");
  return (
    <ActionForm action={switchClinicAction} className="shrink-0">
      {() => (
        <>
          <input type="hidden" name="clinicId" value={clinicId} />
          <Button type="submit" size="sm">
            {t("switch", { clinic: name })}
          </Button>
        </>
      )}
    </ActionForm>
  );
}
