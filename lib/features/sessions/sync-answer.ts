/** Why an entry was not taken; the phone has a sentence for each. */
export const REJECT_CODES = [
  "invalid",
  "not_found",
  "conflict",
  "too_late",
  "in_future",
  "before_plan",
] as const;
export type RejectCode = (typeof REJECT_CODES)[number];

/** What became of one entry. `duplicate`: it was here already, word for word. */
export interface SyncResult {
  /** Null when the entry had no readable id; results keep the order of the entries. */
  readonly id: string | null;
  readonly status: "accepted" | "duplicate" | "rejected";
  readonly code: RejectCode | null;
  /** One sentence by field. */
  readonly fields: Readonly<Record<string, string>>;
}

/** The answer to a batch. */
export interface SyncAnswer {
  /** ISO instant of the server's clock. */
  readonly serverNow: string;
  readonly results: readonly SyncResult[];
}
