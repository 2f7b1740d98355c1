import { createTranslator } from "use-intl/core";
import print from "./messages/en/print.json" with { type: "json" };

/** Words of the print dialog, which stands on pages with different catalogues. The clinic side speaks English. */
export const printWords = createTranslator({
  locale: "en",
  messages: { print },
  namespace: "print",
  onError(error) {
    throw error;
  },
});
