/** A failure the person at the console can act on; the message is one sentence, printed without a stack. */
export class OperatorError extends Error {
  override readonly name = "OperatorError";
}

const SENTENCES: Record<string, string> = {
  ECONNREFUSED: "nothing answers at its address",
  ECONNRESET: "it closed the connection",
  EHOSTUNREACH: "its host cannot be reached",
  ENETUNREACH: "its network cannot be reached",
  ETIMEDOUT: "it did not answer in time",
  CONNECT_TIMEOUT: "it did not answer in time",
  CONNECTION_CLOSED: "it closed the connection",
  CONNECTION_ENDED: "it closed the connection",
  ENOTFOUND: "its host name is unknown",
  EAI_AGAIN: "its host name cannot be looked up",
  "28P01": "it refused the password",
  "28000": "it refused the user",
  "3D000": "the named database does not exist",
  "42501": "the user lacks a privilege that migrating needs",
  "53300": "it has no connection left",
  "57P03": "it is starting or stopping",
  "55P03": "another transaction holds a lock that the migration needs",
  "25006": "it is read-only",
};

const DISK_FULL = new Set(["ENOSPC", "EDQUOT", "53100"]);

/** The disk-full sentence, the same wherever it is noticed. */
export function diskFull(where?: string): OperatorError {
  return new OperatorError(
    `The disk is full${where ? ` (${where})` : ""}: free some space and start again; nothing saved was lost.`,
  );
}

/** An operator's sentence for a known failure of files or database, otherwise null. */
export function explain(error: unknown, database = "The database"): OperatorError | null {
  if (error instanceof OperatorError) return error;
  const code = codeOf(error);
  if (code === null) return null;
  if (DISK_FULL.has(code)) return diskFull();
  const reason = SENTENCES[code];
  return reason ? new OperatorError(`${database} cannot be used: ${reason} (${code}).`) : null;
}

/** Code of a failure of the system or the database; of the first one when several addresses were tried. */
function codeOf(error: unknown): string | null {
  const several = error instanceof AggregateError ? error.errors[0] : undefined;
  const code = (several ?? (error as { code?: unknown } | null))?.code;
  return typeof code === "string" ? code : null;
}
