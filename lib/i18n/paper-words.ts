import { createTranslator } from "use-intl/core";
import type { Locale } from "./locale";
import en from "./messages/en/paper.json" with { type: "json" };
import es from "./messages/es/paper.json" with { type: "json" };

function translate(locale: Locale, messages: typeof en) {
  return createTranslator({
    locale,
    messages: { paper: messages },
    namespace: "paper",
    onError(error) {
      throw error;
    },
  });
}

const translators: Record<Locale, ReturnType<typeof translate>> = {
  en: translate("en", en),
  es: translate("es", es),
};

/** Translator of what stands on paper alone. */
export function paperTranslator(locale: Locale): ReturnType<typeof translate> {
  return translators[locale];
}
