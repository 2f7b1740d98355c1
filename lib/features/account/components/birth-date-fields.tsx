"use client";

import { useId } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { isLocalDate, type LocalDate } from "@/lib/domain/calendar/local-date";
import { FieldError } from "@/lib/ui/field-error";
import { SelectField } from "@/lib/ui/select-field";
import { TextField } from "@/lib/ui/text-field";

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);

/** The date of the three fields of `BirthDateFields`; null while it is none. */
export function birthDateOf(form: FormData): LocalDate | null {
  const part = (name: string, length: number) =>
    String(form.get(name) ?? "")
      .trim()
      .padStart(length, "0");
  const date = `${part("birthYear", 4)}-${part("birthMonth", 2)}-${part("birthDay", 2)}`;
  return isLocalDate(date) && date >= "1900-01-01" ? date : null;
}

/** Day, month by name and year: no picker to scroll back sixty years, no doubt which number is the month. */
export function BirthDateFields({
  error,
  values,
}: {
  error?: string;
  values?: Readonly<Record<string, string>>;
}) {
  const t = useTranslations("account.patient");
  const format = useFormatter();
  const id = useId();
  const month = (n: number) =>
    format.dateTime(new Date(Date.UTC(2000, n - 1, 15)), { month: "long", timeZone: "UTC" });
  return (
    <fieldset
      className="min-w-0"
      aria-describedby={error ? `${id}-error ${id}-hint` : `${id}-hint`}
    >
      <legend className="font-semibold">{t("birthDate")}</legend>
      <p id={`${id}-hint`} className="mb-3 text-sm text-secondary">
        {t("birthDateHint")}
      </p>
      <div className="flex flex-wrap gap-2">
        <TextField
          name="birthDay"
          label={t("day")}
          inputMode="numeric"
          autoComplete="bday-day"
          maxLength={2}
          defaultValue={values?.birthDay}
          aria-invalid={error ? true : undefined}
          className="w-[3.75em]"
        />
        <SelectField
          name="birthMonth"
          label={t("month")}
          autoComplete="bday-month"
          placeholder={t("monthPlaceholder")}
          options={MONTHS.map((n) => ({ value: String(n), label: month(n) }))}
          defaultValue={values?.birthMonth}
          className="min-w-[min(7.5em,100%)] flex-1"
        />
        <TextField
          name="birthYear"
          label={t("year")}
          inputMode="numeric"
          autoComplete="bday-year"
          maxLength={4}
          defaultValue={values?.birthYear}
          className="w-[4.75em]"
        />
      </div>
      <FieldError id={`${id}-error`} message={error} />
    </fieldset>
  );
}
