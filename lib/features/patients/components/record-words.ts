import type { LocalDate } from "../../../domain/calendar/local-date";
import type { BodySite } from "../../../domain/patient/record-bounds";
import { nearDate } from "../../../i18n/date-words";
import { translator } from "../../../i18n/translator";
import type { ConditionChoice } from "../loaders";
import type { ConditionView, VisitView } from "../record-queries";
import type { ConditionWords } from "./conditions-card";
import type { VisitWords } from "./visits-card";

const t = translator("en", "patients.record");

function details(row: ConditionView, today: LocalDate): string {
  const on = (date: LocalDate) => nearDate(date, today, "en");
  return [
    ...(row.side ? [t(`sides.${row.side}`)] : []),
    ...(row.site ? [t(`sites.${row.site as BodySite}`)] : []),
    ...(row.surgeryOn ? [t("surgeryWords", { date: on(row.surgeryOn) })] : []),
    ...(row.onsetOn ? [t("beganWords", { date: on(row.onsetOn) })] : []),
    ...(row.endedOn
      ? [t(row.current ? "endsWords" : "endedWords", { date: on(row.endedOn) })]
      : []),
  ].join(" · ");
}

/** The condition's details in words; what its rules read and nobody noted comes as `missing`. */
export function conditionWords(
  row: ConditionView,
  choices: readonly ConditionChoice[],
  today: LocalDate,
): ConditionWords {
  const kind = choices.find(({ id }) => id === row.conditionId);
  const missing = [
    ...(kind?.sided && !row.side ? [t("missingSide")] : []),
    ...(kind?.siteBound && !row.site ? [t("missingSite")] : []),
    ...(kind?.hasSurgeryDate && !row.surgeryOn ? [t("missingSurgery")] : []),
  ].join(", ");
  const words = missing.charAt(0).toUpperCase() + missing.slice(1);
  return { ...row, details: details(row, today), missing: words || null };
}

/** "25 Nov, 09:30". */
export function visitWords({ id, visitOn, visitTime }: VisitView, today: LocalDate): VisitWords {
  const day = nearDate(visitOn, today, "en");
  return { id, words: visitTime ? `${day}, ${visitTime}` : day };
}
