import { z } from "zod";
import { isId } from "../../auth/access";
import { PAPER_SIZES } from "../../domain/plan/plan-document";
import { MAX_PRINTS } from "./print-bounds";

/** Plans to print, in the order in which they come out of the printer. */
export const printPlansInput = z.object({
  planIds: z
    .array(
      z.string("Reload the page.").refine(isId, "Reload the page."),
      "Choose whose plans to print.",
    )
    .min(1, "Choose whose plans to print.")
    .max(MAX_PRINTS, `Print at most ${MAX_PRINTS} plans at a time.`)
    .refine((ids) => new Set(ids).size === ids.length, "A plan is chosen twice."),
  paper: z.enum(PAPER_SIZES, "Choose A4 or Letter."),
  eachOnNewSheet: z.boolean("Reload the page.").default(false),
});
export type PrintChoices = z.input<typeof printPlansInput>;
