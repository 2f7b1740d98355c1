import { eq } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { newId } from "../../../db/id";
import { exercise } from "../../../db/schema/library";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { NotFound } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { attachMedia } from "../media/attach-media";
import { createExerciseInput, type ExerciseFields } from "./exercise-schema";
import { insertOwnExercises, type OwnExercise } from "./write-exercise";

/** What a person decided, as it is kept. The picture is not theirs to choose. */
export function ownFrom(fields: ExerciseFields, figureId: string | null): OwnExercise {
  const { amounts, words, noTraits, mediaIds: _, ...facts } = fields;
  return {
    ...facts,
    ...amounts,
    traitsDecided: noTraits || facts.traits.length > 0,
    figureId,
    text: words,
  };
}

/** What a copy takes over besides what a person decides: its picture and its sources. */
async function sourceOf(tx: Tx, slug: string) {
  const [row] = await tx
    .select({ slug: exercise.slug, figureId: exercise.figureId, sources: exercise.sources })
    .from(exercise)
    .where(eq(exercise.slug, slug));
  if (!row) throw new NotFound();
  return row;
}

/**
 * Makes an exercise of the clinic's own, from nothing or as a copy of one that the clinic sees, whose picture
 * it keeps. It can be prescribed once nothing lacks (`lacksOf`). Throws `Invalid` by field, and `NotFound`
 * when there is nothing to copy.
 */
export async function createExercise(
  access: ClinicAccess<"edit-library">,
  input: unknown,
  now: Date,
): Promise<{ readonly slug: string }> {
  const { copyOf, ...fields } = parse(createExerciseInput, input);
  const { clinicId, userId } = access;
  const slug = newId(now.getTime());
  return inScope(access.scope, async (tx) => {
    const source = copyOf === null ? null : await sourceOf(tx, copyOf);
    const origin = {
      slug,
      clinicId,
      createdBy: userId,
      origin: "own" as const,
      copiedFrom: source?.slug ?? null,
      importId: null,
      sources: source?.sources ?? [],
    };
    const own = ownFrom(fields, source?.figureId ?? null);
    await insertOwnExercises(tx, [{ ...own, ...origin }], now);
    await attachMedia(tx, access, slug, fields.mediaIds);
    await recordAudit(tx, access, {
      action: "library.create-exercise",
      subjectKind: "exercise",
      subjectId: slug,
    });
    return { slug };
  });
}
