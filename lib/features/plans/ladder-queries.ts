import { eq } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { exercise } from "../../../db/schema/library";
import type { ClinicAccess } from "../../auth/access";
import type { LadderDirection } from "../../domain/plan/line";
import { NotFound } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { type PlanExercise, planExercises } from "./exercise-queries";
import { ladderInput } from "./schema";

/** Easier and harder exercises that the library names for one, as far as they may be prescribed. */
export type LadderChoices = Readonly<Record<LadderDirection, readonly PlanExercise[]>>;

/** What the library names as easier and harder than an exercise. Throws `NotFound`, `Invalid` for input out of bounds. */
export async function ladderChoices(
  access: ClinicAccess<"view-library">,
  input: unknown,
): Promise<LadderChoices> {
  const { slug } = parse(ladderInput, input);
  return inScope(access.scope, async (tx) => {
    const [row] = await tx
      .select({ easier: exercise.easier, harder: exercise.harder })
      .from(exercise)
      .where(eq(exercise.slug, slug));
    if (!row) throw new NotFound();
    const exercises = await planExercises(tx, [...row.easier, ...row.harder], "en");
    const known = (slugs: readonly string[]) =>
      slugs.flatMap((one) => {
        const found = exercises.get(one);
        return found?.recommended && found.ready && !found.isRetired ? [found] : [];
      });
    return { easier: known(row.easier), harder: known(row.harder) };
  });
}
