import { eq } from "drizzle-orm";
import { applyScope, inScope } from "../../../db/client";
import { appUser } from "../../../db/schema/people";
import type { ClientInfo } from "../../auth/client-info";
import { takeTry } from "../../auth/throttle";
import { sendMail } from "../../email/send-mail";
import { env } from "../../env";
import { Throttled } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { translator } from "../../i18n/translator";
import { insertReset } from "./insert-reset";
import { requestResetInput } from "./schema";
import { lastUsedClinic } from "./staff-clinic";

/**
 * E-mails a reset link to an active member of staff; does nothing for anybody else, nor after too many
 * tries. Answers nothing, and the caller must not wait for it before answering, so that time tells nothing either.
 */
export async function requestPasswordReset(
  input: unknown,
  client: ClientInfo,
  now: Date,
): Promise<void> {
  const { email } = parse(requestResetInput, input);
  if (!(await mayTry(client, email, now))) return;
  const token = await inScope({ loginEmail: email }, async (tx) => {
    const [user] = await tx
      .select({ id: appUser.id })
      .from(appUser)
      .where(eq(appUser.email, email));
    if (!user || !(await lastUsedClinic(tx, user.id))) return null;
    await applyScope(tx, { userId: user.id });
    return insertReset(tx, user.id, now);
  });
  if (!token) return;
  const t = translator("en", "clinic");
  await sendMail({
    to: email,
    subject: t("mail.resetSubject"),
    text: t("mail.resetBody", { url: `${env.origin}/recovery/${token}` }),
  });
}

/** Too many tries are everyday life, not a failure for the operator's log. */
async function mayTry(client: ClientInfo, email: string, now: Date): Promise<boolean> {
  try {
    await takeTry("recovery-address", client.address, now);
    await takeTry("recovery-account", email, now);
    return true;
  } catch (error) {
    if (error instanceof Throttled) return false;
    throw error;
  }
}
