import "server-only";
import { cookies, headers } from "next/headers";
import { LOCALES, type Locale, negotiateLocale } from "./locale";

export const LOCALE_COOKIE = "carryover-locale";

/** The language this person chose here; null when they did not. */
export async function chosenLocale(): Promise<Locale | null> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  return (LOCALES as readonly string[]).includes(chosen ?? "") ? (chosen as Locale) : null;
}

/** Language of this request: the person's choice, else the browser's. */
export async function requestLocale(): Promise<Locale> {
  return (await chosenLocale()) ?? negotiateLocale((await headers()).get("accept-language"));
}
