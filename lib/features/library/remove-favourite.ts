import { and, eq } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { exerciseFavourite } from "../../../db/schema/library";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { parse } from "../../errors/parse";
import { exerciseKey } from "./exercise-schema";

/** Keeps an exercise at hand no longer. Does nothing when this member of staff did not. */
export async function removeFavourite(
  access: ClinicAccess<"view-library">,
  input: unknown,
): Promise<void> {
  const { slug } = parse(exerciseKey, input);
  const { clinicId, userId } = access;
  await inScope(access.scope, async (tx) => {
    const removed = await tx
      .delete(exerciseFavourite)
      .where(
        and(
          eq(exerciseFavourite.clinicId, clinicId),
          eq(exerciseFavourite.userId, userId),
          eq(exerciseFavourite.slug, slug),
        ),
      )
      .returning({ slug: exerciseFavourite.slug });
    if (removed.length === 0) return;
    await recordAudit(tx, access, {
      action: "library.remove-favourite",
      subjectKind: "exercise",
      subjectId: slug,
    });
  });
}
