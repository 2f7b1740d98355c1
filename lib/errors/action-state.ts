/** What a server action answers; the one shape that forms read. `values` refills the form after an error. */
export interface ActionState {
  readonly status: "idle" | "ok" | "error" | "conflict";
  readonly message?: string;
  /** Message by field name. */
  readonly fieldErrors?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, string>>;
  /** What the caller needs next, such as the id of what was made. Never health data of another person. */
  readonly data?: Readonly<Record<string, string>>;
}
