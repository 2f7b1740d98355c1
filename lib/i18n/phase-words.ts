import type { Phase } from "../domain/plan/phase";
import { longDate } from "./date-words";
import { dosageTranslators } from "./dosage-units";
import type { Locale } from "./locale";

const LISTS: Record<Locale, Intl.ListFormat> = {
  en: new Intl.ListFormat("en-GB", { type: "conjunction" }),
  es: new Intl.ListFormat("es", { type: "conjunction" }),
};

/**
 * When a phase begins: "On 10 December 2026", "When your therapist says so", to the therapist who writes the
 * plan "On your word".
 */
export function phaseBeginWords(
  phase: Phase,
  isFirst: boolean,
  locale: Locale,
  reader: "patient" | "therapist" = "patient",
): string {
  const isOwn = reader === "therapist";
  const t = dosageTranslators[locale];
  if (isFirst) return t("begin.first");
  if (phase.startsOn !== null) return t("begin.date", { date: longDate(phase.startsOn, locale) });
  const { painMax, sessionsMin, adherenceMin } = phase.entry;
  const conditions = [
    painMax !== null && t("begin.pain", { n: painMax }),
    sessionsMin !== null && t("begin.sessions", { n: sessionsMin }),
    adherenceMin !== null && t("begin.adherence", { n: adherenceMin }),
  ].filter((words) => words !== false);
  return conditions.length === 0
    ? t(isOwn ? "begin.yourWord" : "begin.word")
    : t(isOwn ? "begin.yourMet" : "begin.met", { conditions: LISTS[locale].format(conditions) });
}
