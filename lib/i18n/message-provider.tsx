"use client";

import type { ReactNode } from "react";
import { IntlProvider } from "use-intl";
import type { Locale } from "./locale";
import type { Messages } from "./messages";

/** Gives the client components below it the namespaces they read with `useTranslations`. */
export function MessageProvider({
  locale,
  messages,
  timeZone,
  children,
}: {
  locale: Locale;
  messages: Partial<Messages>;
  /** IANA zone in which instants are written; the clinic's or the patient's. */
  timeZone?: string;
  children: ReactNode;
}) {
  return (
    <IntlProvider locale={locale} messages={messages} timeZone={timeZone ?? "UTC"}>
      {children}
    </IntlProvider>
  );
}
