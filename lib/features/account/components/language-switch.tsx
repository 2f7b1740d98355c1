import { chooseLocale } from "@/lib/i18n/choose-locale";
import { LOCALES, type Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import { cx } from "@/lib/ui/cx";

/** The languages by their own names; choosing one keeps it on this device. */
export function LanguageSwitch({ locale }: { locale: Locale }) {
  const t = translator(locale, "account");
  return (
    <form action={chooseLocale}>
      <fieldset className="inline-flex flex-wrap justify-center gap-1">
        <legend className="sr-only">{t("language.label")}</legend>
        {LOCALES.map((each) => (
          <button
            key={each}
            type="submit"
            name="locale"
            value={each}
            lang={each}
            aria-current={each === locale ? "true" : undefined}
            className={cx(
              "min-h-target rounded-control px-3 font-semibold",
              each === locale ? "text-ink" : "text-spruce underline underline-offset-4",
            )}
          >
            {t(`language.${each}`)}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
