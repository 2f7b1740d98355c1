import { z } from "zod";
import { LOCALES } from "../../domain/plan/plan-document";

const facet = z.array(z.string().max(40)).max(20).default([]);

/** What can be asked of the library; text is searched in both languages whatever the locale. */
export const searchInput = z.object({
  text: z.string().max(200, "Search with fewer than 200 characters.").default(""),
  locale: z.enum(LOCALES).default("en"),
  regions: facet,
  positions: facet,
  equipment: facet,
  kinds: facet,
  limit: z.number().int().min(1).max(200).default(60),
});
export type SearchInput = z.input<typeof searchInput>;
