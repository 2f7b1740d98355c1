type Fields = Record<string, string | number | boolean | null>;

function write(level: "info" | "error", event: string, fields: Fields) {
  const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...fields });
  (level === "error" ? process.stderr : process.stdout).write(`${line}\n`);
}

/** Name and database code of a failure; never its message, which may carry SQL parameters. */
export function failureCode(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const cause = error.cause as { code?: unknown } | undefined;
  const code = cause?.code ?? (error as { code?: unknown }).code;
  return typeof code === "string" ? `${error.name}:${code}` : error.name;
}

/** The only logger. Fields are codes, counts and durations; nothing that names or describes a patient. */
export const log = {
  info: (event: string, fields: Fields = {}) => write("info", event, fields),
  failure: (event: string, error: unknown, fields: Fields = {}) =>
    write("error", event, { ...fields, failure: failureCode(error) }),
};
