import { eq } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { appUser } from "../../../db/schema/people";
import type { ClinicAccess } from "../../auth/access";
import { hashPassword, verifyPassword } from "../../auth/password";
import { clearTries, takeTry } from "../../auth/throttle";
import { Invalid, NotFound } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { afterNewPassword } from "./end-sessions";
import { changePasswordInput } from "./schema";

/** Changes the own password and ends every other session. Throws `Invalid` for a wrong current one, `Throttled`. */
export async function changePassword(
  access: ClinicAccess<"use-account">,
  input: unknown,
  keepSessionId: string,
  now: Date,
): Promise<void> {
  const { current, next } = parse(changePasswordInput, input);
  const { userId } = access;
  const [user] = await inScope(access.scope, (tx) =>
    tx
      .select({ email: appUser.email, passwordHash: appUser.passwordHash })
      .from(appUser)
      .where(eq(appUser.id, userId)),
  );
  if (!user) throw new NotFound();
  await takeTry("staff-account", user.email, now);
  if (!(await verifyPassword(user.passwordHash, current)))
    throw new Invalid({ current: "That is not your current password." });
  await clearTries("staff-account", user.email, now);
  const passwordHash = await hashPassword(next);
  await inScope({ userId }, async (tx) => {
    await tx
      .update(appUser)
      .set({ passwordHash, passwordChangedAt: now })
      .where(eq(appUser.id, userId));
    await afterNewPassword(tx, userId, "account.change-password", now, keepSessionId);
  });
}
