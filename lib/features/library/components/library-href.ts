import { FACET_PARAMS, FACETS, type Facet } from "../facet-params";
import type { LibraryChoice } from "../loaders";

/** The address of the library with this search. */
export function libraryHref(choice: LibraryChoice): string {
  const query = new URLSearchParams();
  const { text, scope, collection, conditionId, retired } = choice;
  if (text) query.set("q", text);
  if (scope !== "all") query.set("scope", scope);
  if (collection !== "all") query.set("list", collection);
  if (collection === "condition" && conditionId) query.set("condition", conditionId);
  if (retired) query.set("retired", "1");
  for (const facet of FACETS) for (const id of choice[facet]) query.append(FACET_PARAMS[facet], id);
  return query.size > 0 ? `/library?${query}` : "/library";
}

/** The same search without any facet. */
export const withoutFacets = (choice: LibraryChoice): LibraryChoice => ({
  ...choice,
  regions: [],
  positions: [],
  equipment: [],
  kinds: [],
});

/** The same search with one value of a facet put in or taken out. */
export function toggled(choice: LibraryChoice, facet: Facet, id: string): LibraryChoice {
  const chosen = choice[facet];
  const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
  return { ...choice, [facet]: next };
}
