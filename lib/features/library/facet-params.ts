export const FACETS = ["regions", "positions", "equipment", "kinds"] as const;
export type Facet = (typeof FACETS)[number];

/** Facets with their names in the address of the library. */
export const FACET_PARAMS: Readonly<Record<Facet, string>> = {
  regions: "region",
  positions: "position",
  equipment: "equipment",
  kinds: "kind",
};
