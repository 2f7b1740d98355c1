import { createHmac } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { inScope } from "../../db/client";
import { authThrottle } from "../../db/schema/people";
import { env } from "../env";
import { Throttled } from "../errors/app-error";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Tries per window. An address may be a whole clinic behind one connection, so its limit is wide. */
export const LIMITS = {
  "staff-account": { tries: 10, windowMs: 15 * MINUTE },
  "staff-address": { tries: 100, windowMs: 15 * MINUTE },
  "patient-address": { tries: 40, windowMs: 15 * MINUTE },
  "recovery-account": { tries: 3, windowMs: 60 * MINUTE },
  "recovery-address": { tries: 20, windowMs: 60 * MINUTE },
  "token-address": { tries: 30, windowMs: 15 * MINUTE },
  "setup-address": { tries: 10, windowMs: 15 * MINUTE },
  "mail-account": { tries: 60, windowMs: 60 * MINUTE },
  "mail-patient": { tries: 5, windowMs: 60 * MINUTE },
  "media-account": { tries: 150, windowMs: 60 * MINUTE },
  "media-clinic": { tries: 600, windowMs: 60 * MINUTE },
  "import-clinic": { tries: 50, windowMs: DAY },
} as const;
export type LimitName = keyof typeof LIMITS;

const KEPT_MS = DAY;
const SWEEP_ROWS = 200;

/** Keyed with the server's secret: addresses are few enough to be found from a plain hash. */
function keyHash(limit: LimitName, key: string): string {
  return createHmac("sha256", env.secret).update(`throttle:${limit}:${key}`).digest("base64url");
}

function windowOf(limit: LimitName, now: Date): Date {
  const { windowMs } = LIMITS[limit];
  return new Date(Math.floor(now.getTime() / windowMs) * windowMs);
}

/**
 * Counts one try, in a transaction of its own so that it stays counted whatever follows.
 * Throws `Throttled` when the window's tries are used up. Call it before any costly check.
 */
export async function takeTry(limit: LimitName, key: string, now: Date): Promise<void> {
  const { tries, windowMs } = LIMITS[limit];
  const windowStart = windowOf(limit, now);
  const used = await inScope({}, async (tx) => {
    const [row] = await tx
      .insert(authThrottle)
      .values({ keyHash: keyHash(limit, key), windowStart, tries: 1 })
      .onConflictDoUpdate({
        target: [authThrottle.keyHash, authThrottle.windowStart],
        set: { tries: sql`${authThrottle.tries} + 1` },
      })
      .returning({ tries: authThrottle.tries });
    if (row?.tries === 1)
      await tx.execute(sql`delete from auth_throttle where (key_hash, window_start) in (
        select key_hash, window_start from auth_throttle
        where window_start < ${new Date(now.getTime() - KEPT_MS).toISOString()}::timestamptz
        limit ${SWEEP_ROWS} for update skip locked)`);
    return row?.tries ?? 0;
  });
  if (used > tries)
    throw new Throttled(Math.ceil((windowStart.getTime() + windowMs - now.getTime()) / 1000));
}

/** A try that turned out honest does not count. */
export async function giveBackTry(limit: LimitName, key: string, now: Date): Promise<void> {
  await inScope({}, (tx) =>
    tx
      .update(authThrottle)
      .set({ tries: sql`greatest(${authThrottle.tries} - 1, 0)` })
      .where(
        and(
          eq(authThrottle.keyHash, keyHash(limit, key)),
          eq(authThrottle.windowStart, windowOf(limit, now)),
        ),
      ),
  );
}

/** Forgets all tries of the running window: the account's own password was just given. */
export async function clearTries(limit: LimitName, key: string, now: Date): Promise<void> {
  await inScope({}, (tx) =>
    tx
      .delete(authThrottle)
      .where(
        and(
          eq(authThrottle.keyHash, keyHash(limit, key)),
          eq(authThrottle.windowStart, windowOf(limit, now)),
        ),
      ),
  );
}
