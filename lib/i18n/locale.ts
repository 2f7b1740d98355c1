import { LOCALES, type Locale } from "../domain/plan/plan-document";

export type { Locale };
export { LOCALES };

/** The first of the browser's languages that we speak; English otherwise. */
export function negotiateLocale(acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", q] = part.trim().split(";q=");
      return { base: tag.slice(0, 2).toLowerCase(), weight: q === undefined ? 1 : Number(q) || 0 };
    })
    .sort((a, b) => b.weight - a.weight);
  const found = wanted.find((w) => w.weight > 0 && (LOCALES as readonly string[]).includes(w.base));
  return (found?.base as Locale | undefined) ?? "en";
}
