"use client";

import { useTranslations } from "use-intl";
import type { ActionState } from "@/lib/errors/action-state";
import { ActionForm } from "@/lib/ui/action-form";
import { Card } from "@/lib/ui/card";
import { NumberField } from "@/lib/ui/number-field";
import { SelectField } from "@/lib/ui/select-field";
import { SubmitButton } from "@/lib/ui/submit-button";
import { TextArea } from "@/lib/ui/text-area";
import { TextField } from "@/lib/ui/text-field";
import { updateClinicAction } from "../actions";
import type { ClinicSettings } from "../queries";

type Values = Omit<ClinicSettings, "id" | "hasLogo">;
type Bind = (name: keyof Values) => {
  name: string;
  defaultValue: string;
  error: string | undefined;
};

const WEEKDAYS = ["1", "2", "3", "4", "5", "6", "7"] as const;
const PAPER = ["A4", "Letter"] as const;

/** Every setting of the clinic in one form. */
export function SettingsForm({ settings, timeZones }: { settings: Values; timeZones: string[] }) {
  const t = useTranslations("clinic.settings");
  const binder =
    (state: ActionState): Bind =>
    (name) => ({
      name,
      defaultValue: state.values?.[name] ?? String(settings[name] ?? ""),
      error: state.fieldErrors?.[name],
    });
  return (
    <ActionForm action={updateClinicAction} className="gap-4">
      {(state) => {
        const bind = binder(state);
        return (
          <>
            <ClinicFields bind={bind} />
            <PaperFields bind={bind} timeZones={timeZones} />
            <PainFields bind={bind} />
            <SignalFields bind={bind} />
            <SubmitButton pendingLabel={t("saving")} className="justify-self-start">
              {t("save")}
            </SubmitButton>
          </>
        );
      }}
    </ActionForm>
  );
}

function ClinicFields({ bind }: { bind: Bind }) {
  const t = useTranslations("clinic.settings");
  return (
    <Card title={t("clinicTitle")} subtitle={t("clinicText")}>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField {...bind("name")} label={t("name")} className="sm:col-span-2" />
        <TextField {...bind("phone")} label={t("phone")} hint={t("phoneHint")} inputMode="tel" />
        <TextField
          {...bind("emergencyNumber")}
          label={t("emergencyNumber")}
          hint={t("emergencyHint")}
          inputMode="tel"
        />
        <TextArea {...bind("address")} label={t("address")} rows={3} className="sm:col-span-2" />
      </div>
    </Card>
  );
}

function PaperFields({ bind, timeZones }: { bind: Bind; timeZones: string[] }) {
  const t = useTranslations("clinic.settings");
  return (
    <Card title={t("paperTitle")}>
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          {...bind("paperSize")}
          label={t("paperSize")}
          options={PAPER.map((value) => ({ value, label: value }))}
        />
        <SelectField
          {...bind("weekStart")}
          label={t("weekStart")}
          options={WEEKDAYS.map((value) => ({ value, label: t(`weekdays.${value}`) }))}
        />
        <SelectField
          {...bind("timeZone")}
          label={t("timeZone")}
          hint={t("timeZoneHint")}
          options={timeZones.map((value) => ({ value, label: value.replaceAll("_", " ") }))}
          className="sm:col-span-2"
        />
      </div>
    </Card>
  );
}

function PainFields({ bind }: { bind: Bind }) {
  const t = useTranslations("clinic.settings");
  return (
    <Card title={t("painTitle")} subtitle={t("painText")}>
      <div className="grid gap-5 sm:grid-cols-3">
        <NumberField {...bind("greenMax")} label={t("greenMax")} />
        <NumberField {...bind("amberMax")} label={t("amberMax")} hint={t("amberHint")} />
        <NumberField {...bind("settledMax")} label={t("settledMax")} unit={t("settledUnit")} />
      </div>
      <h3 className="mt-6 font-semibold">{t("ownWords")}</h3>
      <p className="mb-4 text-sm text-secondary">{t("ownWordsText")}</p>
      <div className="grid gap-5 sm:grid-cols-3">
        <TextArea {...bind("greenText")} label={t("greenText")} rows={3} />
        <TextArea {...bind("amberText")} label={t("amberText")} rows={3} />
        <TextArea {...bind("redText")} label={t("redText")} rows={3} />
      </div>
    </Card>
  );
}

function SignalFields({ bind }: { bind: Bind }) {
  const t = useTranslations("clinic.settings");
  return (
    <Card title={t("signalTitle")} subtitle={t("signalText")}>
      <div className="grid gap-5 sm:grid-cols-2 lg:grid-cols-4">
        <NumberField {...bind("silentDays")} label={t("silentDays")} unit={t("days")} />
        <NumberField {...bind("painRisePoints")} label={t("painRisePoints")} unit={t("points")} />
        <NumberField {...bind("highPain")} label={t("highPain")} unit={t("highPainUnit")} />
        <NumberField {...bind("burdenLimit")} label={t("burdenLimit")} unit={t("burdenUnit")} />
      </div>
      <p className="mt-3 text-sm text-secondary">{t("burdenHint")}</p>
    </Card>
  );
}
