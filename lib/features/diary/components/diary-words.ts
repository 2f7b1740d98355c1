import type { useTranslations } from "use-intl";
import type { LocalDate } from "../../../domain/calendar/local-date";
import { nearDate } from "../../../i18n/date-words";
import type { DiaryWeek } from "../diary";
import { type CellValue, isPainRow } from "../diary-sheet";

export type DiaryWords = ReturnType<typeof useTranslations<"diary">>;

/** "23 Nov". */
export function dayWords(week: DiaryWeek, on: LocalDate): string {
  return nearDate(on, week.today, "en");
}

/** The name of a row. */
export function rowWords(t: DiaryWords, week: DiaryWeek, row: string): string {
  if (isPainRow(row)) return t(`row.${row}`);
  return week.rows.find(({ lineId }) => lineId === row)?.name ?? "";
}

/** "2×8", "2", "×8"; null: no amount was given. */
export function amountWords(value: CellValue): string | null {
  if (value.kind !== "mark") return null;
  const { setsDone, repsDone, durationSecondsDone } = value;
  const each = repsDone ?? durationSecondsDone;
  if (setsDone === null && each === null) return null;
  return `${setsDone ?? ""}${each === null ? "" : `×${each}`}`;
}

/** A cell for ears. */
export function valueWords(t: DiaryWords, value: CellValue | undefined, isPain: boolean): string {
  if (!value) return t(isPain ? "cell.notRated" : "cell.empty");
  if (value.kind === "pain") return String(value.pain);
  const amount = amountWords(value);
  if (value.outcome === "skipped")
    return value.skipReason
      ? t("cell.skippedReason", { reason: t(`reason.${value.skipReason}`) })
      : t("cell.skipped");
  if (amount && value.outcome === "partly") return t("cell.partlyAmount", { amount });
  return amount ? t("cell.doneAmount", { amount }) : t(`cell.${value.outcome}`);
}
