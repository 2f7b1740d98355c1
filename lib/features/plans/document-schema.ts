import { z } from "zod";
import { isLocalDate, type LocalDate } from "../../domain/calendar/local-date";
import { DIARY_WEEKS, type DiaryWeeks, PAPER_LAYOUTS } from "../../domain/plan/paper-layout";
import { LOCALES, PAPER_SIZES } from "../../domain/plan/plan-document";

/** First and last day on which a diary may begin; beyond, it is a slip of the finger. */
const DIARY_FROM = "2000-01-01";
const DIARY_TO = "2099-12-31";

const isWeeks = (value: number): value is DiaryWeeks =>
  DIARY_WEEKS.some((weeks) => weeks === value);
const isDiaryStart = (text: string): text is LocalDate =>
  isLocalDate(text) && text >= DIARY_FROM && text <= DIARY_TO;

/** Choices in the address of a published version; each falls back to the patient's or the clinic's own. */
export const documentChoices = z.object({
  locale: z.enum(LOCALES, "Choose English (en) or Spanish (es).").optional(),
  paper: z.enum(PAPER_SIZES, "Choose A4 or Letter.").optional(),
  layout: z
    .enum(PAPER_LAYOUTS, "Choose a layout: standard, large, picture, bilingual or diary.")
    .default("standard"),
  /** Weeks of diary; with another layout than `diary` it follows the plan. */
  weeks: z
    .string()
    .regex(/^\d$/, "Choose 1, 2 or 4 weeks.")
    .transform(Number)
    .refine(isWeeks, "Choose 1, 2 or 4 weeks.")
    .optional(),
  start: z
    .string()
    .refine(isDiaryStart, "Give the diary's first day as year-month-day.")
    .optional(),
});

const VERSION_NUMBER = /^[1-9]\d{0,5}$/;

/** The version number in an address; null when it cannot be one. */
export function versionNumberOf(text: string): number | null {
  return VERSION_NUMBER.test(text) ? Number(text) : null;
}
