import { useTranslations } from "use-intl";
import type { ActionState } from "@/lib/errors/action-state";
import { DateField } from "@/lib/ui/date-field";
import { SelectField } from "@/lib/ui/select-field";
import { TextField } from "@/lib/ui/text-field";
import type { ContactView, Therapist } from "../record-queries";

/** What the fields choose from and start with. */
export interface PatientChoices {
  readonly therapists: readonly Therapist[];
  readonly timeZones: readonly string[];
}

const FIELDS = "grid grid-cols-1 gap-5 sm:grid-cols-2";
const LEGEND = "mb-3 text-lg font-semibold";

/** Contact data of a person, new or known. */
export function PatientFields({
  state,
  start,
  choices,
}: {
  state: ActionState;
  start: Partial<ContactView> & Pick<ContactView, "timeZone" | "language" | "therapistId">;
  choices: PatientChoices;
}) {
  const t = useTranslations("patients.fields");
  const field = (name: keyof ContactView & string) => ({
    name,
    error: state.fieldErrors?.[name],
    defaultValue: state.values?.[name] ?? String(start[name] ?? ""),
  });
  const optional = t("optional");
  return (
    <div className="grid gap-7">
      <fieldset className="min-w-0">
        <legend className={LEGEND}>{t("person")}</legend>
        <div className={FIELDS}>
          <TextField {...field("givenName")} label={t("givenName")} autoComplete="off" dir="auto" />
          <TextField
            {...field("familyName")}
            label={t("familyName")}
            autoComplete="off"
            dir="auto"
          />
          <DateField {...field("birthOn")} label={t("birthOn")} autoComplete="off" />
          <TextField
            {...field("recordNumber")}
            label={t("recordNumber")}
            note={optional}
            hint={t("recordNumberHint")}
            autoComplete="off"
          />
        </div>
      </fieldset>
      <fieldset className="min-w-0">
        <legend className={LEGEND}>{t("contact")}</legend>
        <div className={FIELDS}>
          <TextField
            {...field("email")}
            type="email"
            label={t("email")}
            note={optional}
            hint={t("emailHint")}
            autoComplete="off"
          />
          <TextField
            {...field("phone")}
            type="tel"
            label={t("phone")}
            note={optional}
            autoComplete="off"
          />
        </div>
      </fieldset>
      <fieldset className="min-w-0">
        <legend className={LEGEND}>{t("care")}</legend>
        <div className={FIELDS}>
          <SelectField
            {...field("therapistId")}
            label={t("therapist")}
            placeholder={t("noTherapist")}
            options={choices.therapists.map(({ userId, name }) => ({ value: userId, label: name }))}
          />
          <SelectField
            {...field("language")}
            label={t("language")}
            options={(["en", "es"] as const).map((value) => ({
              value,
              label: t(`languages.${value}`),
            }))}
          />
          <SelectField
            {...field("timeZone")}
            label={t("timeZone")}
            hint={t("timeZoneHint")}
            options={choices.timeZones.map((zone) => ({
              value: zone,
              label: zone.replaceAll("_", " "),
            }))}
          />
        </div>
      </fieldset>
    </div>
  );
}
