/** Where exercises come from: everywhere, Carryover's library, the clinic's own, those that I made. */
export const SCOPES = ["all", "library", "clinic", "mine"] as const;
export type LibraryScope = (typeof SCOPES)[number];

/** Lists that narrow a search. `condition`: used for the condition named beside it. */
export const COLLECTIONS = ["all", "favourites", "recent", "condition"] as const;
export type Collection = (typeof COLLECTIONS)[number];
