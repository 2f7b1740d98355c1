import type { ReactNode } from "react";
import { PortalApp } from "@/lib/features/sessions/components/portal-app";
import { messagesOf } from "@/lib/i18n/messages";
import { requestLocale } from "@/lib/i18n/request-locale";

/** A shell without anybody's data: the portal's four places are one app that lives on the device. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const consentWords = {
    en: messagesOf("en").account.consent,
    es: messagesOf("es").account.consent,
  };
  return (
    <>
      <PortalApp initialLocale={await requestLocale()} consentWords={consentWords} />
      {children}
    </>
  );
}
