import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import { buttonClass, LinkButton } from "@/lib/ui/button";
import { PatientFrame } from "./patient-frame";

/** A link that ended or never was: the same page, with the clinic's number when the link was real. */
export function DeadLink({
  locale,
  clinicName,
  clinicPhone,
}: {
  locale: Locale;
  clinicName: string | null;
  clinicPhone: string | null;
}) {
  const t = translator(locale, "account.patient");
  return (
    <PatientFrame locale={locale} title={t("deadTitle")}>
      <p>{t("deadText")}</p>
      <div className="mt-6 grid gap-3">
        {clinicName && clinicPhone && (
          <a
            href={`tel:${clinicPhone.replace(/[^\d+]/g, "")}`}
            className={buttonClass({ variant: "primary", wide: true, size: "lg" })}
          >
            {t("deadCall", { clinic: clinicName })}
          </a>
        )}
        <LinkButton href="/code" wide>
          {t("haveCode")}
        </LinkButton>
      </div>
    </PatientFrame>
  );
}
