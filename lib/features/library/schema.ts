import { z } from "zod";
import { COLLECTIONS, SCOPES } from "../../domain/library/lists";
import { LOCALES } from "../../domain/plan/plan-document";

/** An id of ours; what cannot be one is refused before the database sees it. */
const known = (max: number) =>
  z
    .string("Choose one from the list.")
    .max(max, "Choose one from the list.")
    .regex(/^[\w -]*$/, "Choose one from the list.");
const facet = z.array(known(40)).max(20).default([]);

const text = z.string().max(200, "Search with fewer than 200 characters.").default("");
const limit = z.number().int().min(1).max(200).default(60);

/** What can be asked of the library; text is searched in both languages whatever the locale. */
export const searchInput = z
  .object({
    text,
    locale: z.enum(LOCALES).default("en"),
    scope: z.enum(SCOPES, "Choose one from the list.").default("all"),
    collection: z.enum(COLLECTIONS, "Choose one from the list.").default("all"),
    conditionId: known(120).nullable().default(null),
    /** Leaves out what cannot be prescribed. */
    prescribable: z.boolean().default(false),
    regions: facet,
    positions: facet,
    equipment: facet,
    kinds: facet,
    limit,
  })
  .refine(({ collection, conditionId }) => collection !== "condition" || conditionId !== null, {
    path: ["conditionId"],
    message: "Choose a condition.",
  });
export type SearchInput = z.input<typeof searchInput>;

export const retiredInput = z.object({ text, limit });
export type RetiredInput = z.input<typeof retiredInput>;
