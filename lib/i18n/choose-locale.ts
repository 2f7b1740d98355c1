"use server";

import { cookies } from "next/headers";
import { LOCALES } from "./locale";
import { LOCALE_COOKIE } from "./request-locale";

const YEAR_SECONDS = 365 * 24 * 3600;

/** Keeps the chosen language on this device; anything but a language we speak is left alone. */
export async function chooseLocale(form: FormData): Promise<void> {
  // Anybody can send anything here; what is no form is no choice.
  const locale = form instanceof FormData ? form.get("locale") : null;
  if (typeof locale !== "string" || !(LOCALES as readonly string[]).includes(locale)) return;
  (await cookies()).set(LOCALE_COOKIE, locale, {
    path: "/",
    maxAge: YEAR_SECONDS,
    sameSite: "lax",
    httpOnly: true,
  });
}
