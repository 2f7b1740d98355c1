"use client";

import { useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { ActionForm } from "@/lib/ui/action-form";
import { SelectField } from "@/lib/ui/select-field";
import { SubmitButton } from "@/lib/ui/submit-button";
import { TextField } from "@/lib/ui/text-field";
import { setUpAction } from "../actions";
import { goOn, thenSignIn } from "./then-sign-in";

const setUp = thenSignIn(setUpAction);
const never = () => () => {};
const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** First visit: clinic, owner and the one-time code. */
export function SetUpForm({
  timeZones,
  passwordMin,
}: {
  timeZones: string[];
  passwordMin: number;
}) {
  const t = useTranslations("clinic.setUp");
  const zone = useSyncExternalStore(never, browserZone, () => "");
  return (
    <ActionForm action={setUp} onDone={goOn}>
      {({ status, values, fieldErrors: errors }) => (
        <>
          <TextField
            name="code"
            label={t("code")}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            error={errors?.code}
          />
          <TextField
            name="clinicName"
            label={t("clinicName")}
            autoComplete="organization"
            defaultValue={values?.clinicName}
            error={errors?.clinicName}
          />
          <TextField
            name="emergencyNumber"
            label={t("emergencyNumber")}
            hint={t("emergencyHint")}
            inputMode="tel"
            autoComplete="off"
            defaultValue={values?.emergencyNumber}
            error={errors?.emergencyNumber}
          />
          <SelectField
            name="timeZone"
            label={t("timeZone")}
            options={timeZones.map((name) => ({ value: name, label: name.replaceAll("_", " ") }))}
            placeholder=""
            defaultValue={values?.timeZone ?? (timeZones.includes(zone) ? zone : "")}
            error={errors?.timeZone}
          />
          <h2 className="mt-2 border-t border-line pt-5 text-lg">{t("you")}</h2>
          <TextField
            name="name"
            label={t("name")}
            autoComplete="name"
            defaultValue={values?.name}
            error={errors?.name}
          />
          <TextField
            name="email"
            type="email"
            label={t("email")}
            autoComplete="username"
            autoCapitalize="none"
            defaultValue={values?.email}
            error={errors?.email}
          />
          <TextField
            name="password"
            type="password"
            label={t("password")}
            hint={t("passwordHint", { min: passwordMin })}
            autoComplete="new-password"
            error={errors?.password}
          />
          <SubmitButton wide pending={status === "ok"} pendingLabel={t("pending")}>
            {t("submit")}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
