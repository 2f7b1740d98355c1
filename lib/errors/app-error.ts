/** Something a person can understand went wrong. Messages are keys of the `errors` catalogue or plain words without patient data. */
export class AppError extends Error {
  override readonly name: string = "AppError";
}

/** Absent, or of somebody else: the same answer, so that nothing can be probed. */
export class NotFound extends AppError {
  override readonly name = "NotFound";
}

/** Signed in, and the role may not do this. */
export class Refused extends AppError {
  override readonly name = "Refused";
}

/** Nobody is signed in, or the session has ended. */
export class SignedOut extends AppError {
  override readonly name = "SignedOut";
}

/** Input that cannot be taken; one plain sentence per field. Nothing was saved. */
export class Invalid extends AppError {
  override readonly name = "Invalid";
  constructor(readonly fieldErrors: Readonly<Record<string, string>>) {
    super("invalid input");
  }
}

/** Someone else saved in between; nothing was overwritten. `current` is what stands now, for the caller to show. */
export class Conflict extends AppError {
  override readonly name = "Conflict";
  constructor(
    message: string,
    readonly current?: unknown,
  ) {
    super(message);
  }
}

/** Too many tries; come back after `retryAfterSeconds`. */
export class Throttled extends AppError {
  override readonly name = "Throttled";
  constructor(readonly retryAfterSeconds: number) {
    super("too many tries");
  }
}

/** A request that is not understood: its form, not its fields. `code` is stable; nothing was saved. */
export class BadRequest extends AppError {
  override readonly name = "BadRequest";
  constructor(
    readonly status: 400 | 413 | 415,
    readonly code: "malformed" | "too_large" | "wrong_type",
    /** What to say, as in `Invalid`. */
    readonly fieldErrors?: Readonly<Record<string, string>>,
  ) {
    super(code);
  }
}
