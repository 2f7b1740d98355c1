import { eq } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { exercise, exerciseSearch } from "../../../db/schema/library";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { parse } from "../../errors/parse";
import { exerciseKey } from "./exercise-schema";
import { lockOwnExercise } from "./own-exercise";

/**
 * Takes an exercise of the clinic out of every search. Drafts and published plans that hold it keep it.
 * Does nothing when it is retired already. Throws `NotFound`.
 */
export async function retireExercise(
  access: ClinicAccess<"edit-library">,
  input: unknown,
  now: Date,
): Promise<void> {
  const { slug } = parse(exerciseKey, input);
  await inScope(access.scope, async (tx) => {
    const { row } = await lockOwnExercise(tx, access, slug);
    if (row.retiredAt !== null) return;
    await tx.update(exercise).set({ retiredAt: now }).where(eq(exercise.slug, slug));
    await tx.delete(exerciseSearch).where(eq(exerciseSearch.slug, slug));
    await recordAudit(tx, access, {
      action: "library.retire-exercise",
      subjectKind: "exercise",
      subjectId: slug,
    });
  });
}
