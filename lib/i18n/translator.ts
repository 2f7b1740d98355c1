import { createTranslator, type NamespaceKeys, type NestedKeyOf } from "use-intl/core";
import type { Locale } from "./locale";
import { type Messages, messagesOf } from "./messages";

/** Translator of one namespace, for the server and the PDF worker. A missing message throws. */
export function translator<N extends NamespaceKeys<Messages, NestedKeyOf<Messages>>>(
  locale: Locale,
  namespace: N,
) {
  return createTranslator<Messages, N>({
    locale,
    messages: messagesOf(locale),
    namespace,
    onError(error) {
      throw error;
    },
  });
}
