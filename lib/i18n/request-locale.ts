import "server-only";
import { cookies, headers } from "next/headers";
import { LOCALES, type Locale, negotiateLocale } from "./locale";

export const LOCALE_COOKIE = "carryover-locale";

/** Language of this request: the person's choice, else the browser's. */
export async function requestLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  if ((LOCALES as readonly string[]).includes(chosen ?? "")) return chosen as Locale;
  return negotiateLocale((await headers()).get("accept-language"));
}
