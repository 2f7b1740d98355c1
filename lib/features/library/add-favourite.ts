import { and, eq, isNull } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { exercise, exerciseFavourite } from "../../../db/schema/library";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { NotFound } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { exerciseKey } from "./exercise-schema";

/** Keeps an exercise at hand for this member of staff. Does nothing when it is kept already. Throws `NotFound`. */
export async function addFavourite(
  access: ClinicAccess<"view-library">,
  input: unknown,
  now: Date,
): Promise<void> {
  const { slug } = parse(exerciseKey, input);
  const { clinicId, userId } = access;
  await inScope(access.scope, async (tx) => {
    const [found] = await tx
      .select({ slug: exercise.slug })
      .from(exercise)
      .where(and(eq(exercise.slug, slug), isNull(exercise.retiredAt)));
    if (!found) throw new NotFound();
    const added = await tx
      .insert(exerciseFavourite)
      .values({ clinicId, userId, slug, createdAt: now })
      .onConflictDoNothing()
      .returning({ slug: exerciseFavourite.slug });
    if (added.length === 0) return;
    await recordAudit(tx, access, {
      action: "library.add-favourite",
      subjectKind: "exercise",
      subjectId: slug,
    });
  });
}
