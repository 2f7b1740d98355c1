const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Staff sign in each working day; a patient's device stays signed in until staff revoke it (README, Decisions). */
export const SESSION_TIMES = {
  staff: { idleMs: 4 * HOUR, absoluteMs: 14 * HOUR },
  patient: { idleMs: 120 * DAY, absoluteMs: 400 * DAY },
} as const;

/** `last_seen_at` is written at most this often. */
export const TOUCH_EVERY_MS = 5 * 60_000;

export const SIGN_IN_LINK_DAYS = 7;
export const SIGN_IN_LINK_TRIES = 5;
/** Mail program, browser and tablet each open the link once. */
export const SIGN_IN_LINK_USES = 3;
export const STAFF_INVITATION_DAYS = 7;
export const PASSWORD_RESET_MINUTES = 60;
