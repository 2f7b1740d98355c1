import { createTranslator } from "use-intl/core";
import type { Locale } from "./locale";
import en from "./messages/en/dosage.json" with { type: "json" };
import es from "./messages/es/dosage.json" with { type: "json" };

/** Up to here a duration is told in seconds alone. */
export const SECONDS_TOLD_AS_SUCH = 90;
const GRAMS_PER_KILOGRAM = 1000;

function translate(locale: Locale, messages: typeof en) {
  return createTranslator({
    locale,
    messages: { dosage: messages },
    namespace: "dosage",
    onError(error) {
      throw error;
    },
  });
}

export type DosageTranslate = ReturnType<typeof translate>;

/** Only this namespace, so that the phone does not load the clinic's catalogue. */
export const dosageTranslators: Record<Locale, DosageTranslate> = {
  en: translate("en", en),
  es: translate("es", es),
};

/** "45 seconds", "2 minutes 5 seconds". */
export function timeWords(t: DosageTranslate, seconds: number): string {
  if (seconds <= SECONDS_TOLD_AS_SUCH) return t("seconds", { n: seconds });
  const rest = seconds % 60;
  const minutes = t("minutes", { n: (seconds - rest) / 60 });
  return rest === 0 ? minutes : `${minutes} ${t("seconds", { n: rest })}`;
}

/** A load in grams, told in kilograms from 1 kg on. */
export function weightWords(t: DosageTranslate, grams: number): string {
  if (grams < GRAMS_PER_KILOGRAM) return t("grams", { n: grams });
  return t("kilograms", { n: grams / GRAMS_PER_KILOGRAM });
}
