import type { LocalDate } from "../../../domain/calendar/local-date";
import { weekdayOf } from "../../../domain/calendar/local-date";
import type { PainPoint } from "../../../domain/pain/series";
import { longDate, nearDate } from "../../../i18n/date-words";
import { translator } from "../../../i18n/translator";
import type { MorningMark, ReviewDay } from "../review";

const t = translator("en", "review");
const weekday = translator("en", "dosage");

/** "Tue 20 Nov". */
export function dayName(on: LocalDate, today: LocalDate): string {
  return `${weekday(`weekday.${weekdayOf(on)}`)} ${nearDate(on, today, "en")}`;
}

/** "Tue 20 November 2026". */
export function longDayName(on: LocalDate): string {
  return `${weekday(`weekday.${weekdayOf(on)}`)} ${longDate(on, "en")}`;
}

/** A rating in words; null is "not rated", never 0. */
export function ratingWords(rating: number | null): string {
  return rating === null ? t("table.notRated") : String(rating);
}

function sourceWords({ source, reportedBy }: PainPoint): string {
  return t(reportedBy ? `chart.column.paperBy.${reportedBy}` : `chart.column.${source}`);
}

function pointWords(point: PainPoint): string {
  return t("chart.column.before", {
    source: sourceWords(point),
    before: ratingWords(point.before),
    after: ratingWords(point.after),
  });
}

/** A next-morning rating with its 24-hour response in words. */
export function morningWords({ pain, response }: MorningMark): string {
  if (!response) return t("table.morningTwice", { pain });
  if (response.state === "not_settled" && response.points !== null)
    return t("table.notSettled", { pain, points: response.points });
  return t(response.state === "settled" ? "table.settled" : "table.unknown", { pain });
}

/** "2 of 2", "1 done", "paused": the sessions of a day. */
export function sessionsWords({ mark, outcome }: ReviewDay): string {
  if (mark.due > 0 && outcome !== "paused")
    return t("table.of", { done: mark.counted, due: mark.due });
  if (mark.counted > 0) return t("table.doneOnly", { done: mark.counted });
  return t(`chart.outcome.${outcome}`);
}

/** Everything of one day in lines, for pointing at it. */
export function dayWords(
  day: ReviewDay,
  { today, versions, isVisit }: { today: LocalDate; versions: readonly number[]; isVisit: boolean },
): string {
  const sessions = sessionsWords(day);
  const outcome = t(`chart.outcome.${day.outcome}`);
  return [
    dayName(day.on, today),
    ...versions.map((number) => t("chart.column.version", { number })),
    ...day.mornings.map(({ pain }) => t("chart.column.morning", { pain })),
    ...day.points.map(pointWords),
    sessions === outcome ? outcome : `${sessions}, ${outcome}`,
    ...(isVisit ? [t("chart.column.visit")] : []),
  ].join("\n");
}
