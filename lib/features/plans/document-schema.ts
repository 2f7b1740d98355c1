import { z } from "zod";
import { LOCALES, PAPER_SIZES } from "../../domain/plan/plan-document";

/** Choices in the address of a published version; each falls back to the patient's or the clinic's own. */
export const documentChoices = z.object({
  locale: z.enum(LOCALES, "Choose English (en) or Spanish (es).").optional(),
  paper: z.enum(PAPER_SIZES, "Choose A4 or Letter.").optional(),
});

const VERSION_NUMBER = /^[1-9]\d{0,5}$/;

/** The version number in an address; null when it cannot be one. */
export function versionNumberOf(text: string): number | null {
  return VERSION_NUMBER.test(text) ? Number(text) : null;
}
