import { sql } from "drizzle-orm";
import { inScope } from "../../../db/client";
import type { ClinicAccess } from "../../auth/access";
import { searchable } from "../../domain/library/search-text";
import { parse } from "../../errors/parse";
import { type RetiredInput, retiredInput } from "./schema";
import { exerciseCards, type SearchResult } from "./search-queries";

interface SlugRow extends Record<string, unknown> {
  readonly slug: string;
  readonly total: number;
}

const NO_FACETS = { regions: [], positions: [], equipment: [], kinds: [] } as const;

/**
 * The clinic's exercises that were retired, or withdrawn with their import, last retired first. Every word of
 * the text has to be in the name of one language. One that only its author found is shown to them, and to the
 * owner. Throws `Invalid` for a text that is too long.
 */
export async function retiredExercises(
  access: ClinicAccess<"edit-library">,
  input: RetiredInput,
): Promise<SearchResult> {
  const { text, limit } = parse(retiredInput, input);
  const { clinicId, userId, role } = access;
  const words = searchable(text)
    .split(" ")
    .map((word) => `%${word}%`);
  return inScope(access.scope, async (tx) => {
    const rows = await tx.execute<SlugRow>(sql`
      select e.slug, count(*) over ()::int as total from exercise e
      where e.clinic_id = ${clinicId} and e.retired_at is not null
        and (e.only_for is null or e.only_for = ${userId} or ${role === "owner"})
        and exists (select from exercise_text t where t.slug = e.slug
          and lower(unaccent(t.name)) like all (${sql.param(words)}::text[]))
      order by e.retired_at desc, e.slug limit ${limit}`);
    const slugs = rows.map(({ slug }) => slug);
    const items = await exerciseCards(tx, slugs, "en");
    return { items, meant: null, total: rows[0]?.total ?? 0, facets: NO_FACETS };
  });
}
