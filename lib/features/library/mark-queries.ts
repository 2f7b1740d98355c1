import { and, eq, inArray } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { exercise, exerciseFavourite, exerciseReview } from "../../../db/schema/library";
import type { ClinicAccess } from "../../auth/access";

/** Marks of exercises on a list. */
export interface CardMarks {
  /** Kept at hand by who looks. */
  readonly favourites: ReadonlySet<string>;
  /** Signed by the clinic as they read now. */
  readonly reviewed: ReadonlySet<string>;
}

/** What the clinic and who looks at it say of these exercises. */
export async function cardMarks(
  { scope, clinicId, userId }: ClinicAccess<"view-library">,
  slugs: readonly string[],
): Promise<CardMarks> {
  if (slugs.length === 0) return { favourites: new Set(), reviewed: new Set() };
  const wanted = [...slugs];
  const [favourites, reviewed] = await inScope(scope, (tx) =>
    Promise.all([
      tx
        .select({ slug: exerciseFavourite.slug })
        .from(exerciseFavourite)
        .where(
          and(
            eq(exerciseFavourite.clinicId, clinicId),
            eq(exerciseFavourite.userId, userId),
            inArray(exerciseFavourite.slug, wanted),
          ),
        ),
      tx
        .selectDistinct({ slug: exercise.slug })
        .from(exercise)
        .innerJoin(
          exerciseReview,
          and(
            eq(exerciseReview.clinicId, clinicId),
            eq(exerciseReview.slug, exercise.slug),
            eq(exerciseReview.contentDigest, exercise.contentDigest),
          ),
        )
        .where(inArray(exercise.slug, wanted)),
    ]),
  );
  const setOf = (rows: readonly { slug: string }[]) => new Set(rows.map(({ slug }) => slug));
  return { favourites: setOf(favourites), reviewed: setOf(reviewed) };
}
