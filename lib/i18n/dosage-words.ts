import type { Dosage, Frequency } from "../domain/dosage/dosage";
import { tempoParts } from "../domain/dosage/validate-dosage";
import {
  type DosageTranslate,
  dosageTranslators,
  SECONDS_TOLD_AS_SUCH,
  timeWords,
  weightWords,
} from "./dosage-units";
import type { Locale } from "./locale";

/** A dosage as a patient reads it. Each part is a phrase of its own, beginning with a capital. */
export interface DosageWords {
  /** "Hold 25 seconds · 3 times · each side". */
  readonly amount: string;
  /** "Twice a day, every day". */
  readonly frequency: string;
  /** Rest, load, band and tempo, where prescribed. */
  readonly extras: string[];
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function amountParts(t: DosageTranslate, d: Dosage): string[] {
  const sets = d.sets > 1 ? [t("sets", { n: d.sets })] : [];
  if (d.holdSeconds !== null)
    return [
      t("hold", { duration: timeWords(t, d.holdSeconds) }),
      t("times", { n: d.reps ?? 0 }),
      ...sets,
    ];
  if (d.durationSeconds !== null) {
    const each = timeWords(t, d.durationSeconds);
    return [d.sets > 1 ? t("setsOf", { sets: d.sets, each }) : t("for", { duration: each })];
  }
  if (d.sets > 1) return [t("setsOf", { sets: d.sets, each: String(d.reps ?? 0) })];
  return [t("times", { n: d.reps ?? 0 })];
}

function timesADay(
  t: DosageTranslate,
  { timesPerDayMin: min, timesPerDayMax: max }: Frequency,
): string {
  return min === max ? t("timesADay", { n: max }) : t("timesADayRange", { min, max });
}

function asNeeded(t: DosageTranslate, f: Frequency): string {
  if (f.timesPerDayMax === 1) return t("asNeeded");
  const isRange = f.timesPerDayMin > 1 && f.timesPerDayMin < f.timesPerDayMax;
  const times = isRange ? timesADay(t, f) : t("upToTimesADay", { n: f.timesPerDayMax });
  return t("asNeededTimes", { times });
}

function perWeek(t: DosageTranslate, f: Frequency): string {
  const times = timesADay(t, f);
  const { daysPerWeekMin: min, daysPerWeekMax: max } = f;
  if (min === null || max === null || min === max)
    return t("perWeek", { times, n: min ?? max ?? 1 });
  return t("perWeekRange", { times, min, max });
}

function frequencyPhrase(t: DosageTranslate, f: Frequency): string {
  switch (f.pattern) {
    case "daily":
      return t("daily", { times: timesADay(t, f) });
    case "every_other_day":
      return t("everyOtherDay", { times: timesADay(t, f) });
    case "weekdays":
      return t("onWeekdays", {
        times: timesADay(t, f),
        days: f.weekdays.map((day) => t(`weekday.${day}`)).join(", "),
      });
    case "per_week":
      return perWeek(t, f);
    case "as_needed":
      return asNeeded(t, f);
  }
}

function restPhrases(t: DosageTranslate, d: Dosage): string[] {
  if (d.restSeconds === null) return [];
  if (d.restSeconds === 0) return d.sets > 1 ? [t("restNone")] : [];
  const key = d.sets > 1 ? "restBetween" : "restAfter";
  return [t(key, { duration: timeWords(t, d.restSeconds) })];
}

function tempoPhrase(t: DosageTranslate, tempo: string): string {
  const seconds = tempoParts(tempo);
  if (!seconds) return t("tempo", { parts: tempo });
  const keys = ["tempoDown", "tempoHold", "tempoUp"] as const;
  const parts = keys.flatMap((key, i) => {
    const n = seconds[i] ?? 0;
    return n === 0 ? [] : [t(key, { duration: timeWords(t, n) })];
  });
  return t("tempo", { parts: parts.join(", ") });
}

/** A dosage in whole words of the patient's language. Kilograms from 1000 g, grams below; minutes above 90 s. */
export function dosageInWords(d: Dosage, locale: Locale): DosageWords {
  const t = dosageTranslators[locale];
  const parts = amountParts(t, d);
  if (d.side !== "none") parts.push(t(`side.${d.side}`));
  const extras = restPhrases(t, d);
  if (d.loadGrams !== null) extras.push(t("load", { weight: weightWords(t, d.loadGrams) }));
  if (d.band !== null) extras.push(t(`band.${d.band}`));
  if (d.tempo !== null) extras.push(tempoPhrase(t, d.tempo));
  return {
    amount: capitalised(parts.join(" · ")),
    frequency: capitalised(frequencyPhrase(t, d.frequency)),
    extras: extras.map(capitalised),
  };
}

function shortTime(t: DosageTranslate, seconds: number): string {
  if (seconds <= SECONDS_TOLD_AS_SUCH) return t("short.seconds", { n: seconds });
  const rest = seconds % 60;
  const minutes = t("short.minutes", { n: (seconds - rest) / 60 });
  return rest === 0 ? minutes : `${minutes} ${t("short.seconds", { n: rest })}`;
}

function shortAmount(t: DosageTranslate, d: Dosage): string {
  if (d.holdSeconds !== null) {
    const once = `${shortTime(t, d.holdSeconds)} × ${d.reps ?? 0}`;
    return d.sets > 1 ? `${once}, ${t("sets", { n: d.sets })}` : once;
  }
  if (d.durationSeconds !== null) {
    const once = shortTime(t, d.durationSeconds);
    return d.sets > 1 ? `${d.sets} × ${once}` : once;
  }
  return d.sets > 1 ? `${d.sets} × ${d.reps ?? 0}` : t("times", { n: d.reps ?? 0 });
}

/** Amount and side in one line for cards, "25 s × 3, each side"; without frequency, rest, load and tempo. */
export function dosageShort(d: Dosage, locale: Locale): string {
  const t = dosageTranslators[locale];
  const amount = capitalised(shortAmount(t, d));
  return d.side === "none" ? amount : `${amount}, ${t(`side.${d.side}`)}`;
}
