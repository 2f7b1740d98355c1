import { eq } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { appUser } from "../../../db/schema/people";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { parse } from "../../errors/parse";
import { updateAccountInput } from "./schema";

/** Changes the own name, as patients see it on their plans. Throws `Invalid` by field. */
export async function updateAccount(
  access: ClinicAccess<"use-account">,
  input: unknown,
): Promise<void> {
  const { name } = parse(updateAccountInput, input);
  await inScope(access.scope, async (tx) => {
    await tx.update(appUser).set({ name }).where(eq(appUser.id, access.userId));
    await recordAudit(tx, access, {
      action: "account.update",
      subjectKind: "user",
      subjectId: access.userId,
      fields: ["name"],
    });
  });
}
