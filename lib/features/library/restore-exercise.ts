import { eq } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { exercise } from "../../../db/schema/library";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { parse } from "../../errors/parse";
import { exerciseKey } from "./exercise-schema";
import { lockOwnExercise } from "./own-exercise";
import { writeSearchRow } from "./write-exercise";

/** Lets a retired exercise of the clinic be found again. Does nothing when it is not retired. Throws `NotFound`. */
export async function restoreExercise(
  access: ClinicAccess<"edit-library">,
  input: unknown,
): Promise<void> {
  const { slug } = parse(exerciseKey, input);
  await inScope(access.scope, async (tx) => {
    const { row, own, key } = await lockOwnExercise(tx, access, slug);
    if (row.retiredAt === null) return;
    await tx.update(exercise).set({ retiredAt: null }).where(eq(exercise.slug, slug));
    await writeSearchRow(tx, key, own);
    await recordAudit(tx, access, {
      action: "library.restore-exercise",
      subjectKind: "exercise",
      subjectId: slug,
    });
  });
}
