import { and, eq, inArray } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { exercise, exerciseFavourite, exerciseReview } from "../../../db/schema/library";
import type { ClinicAccess } from "../../auth/access";

/** Marks of exercises on a list. */
export interface CardMarks {
  /** Kept at hand by who looks. */
  readonly favourites: ReadonlySet<string>;
  /** Signed by the clinic as they read now. */
  readonly reviewed: ReadonlySet<string>;
}

/** Which of these exercises who looks at them keeps at hand. */
export async function favouritesAmong(
  tx: Tx,
  { clinicId, userId }: ClinicAccess,
  slugs: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ slug: exerciseFavourite.slug })
    .from(exerciseFavourite)
    .where(
      and(
        eq(exerciseFavourite.clinicId, clinicId),
        eq(exerciseFavourite.userId, userId),
        inArray(exerciseFavourite.slug, [...slugs]),
      ),
    );
  return new Set(rows.map(({ slug }) => slug));
}

/** What the clinic and who looks at it say of these exercises. */
export async function cardMarks(
  access: ClinicAccess<"view-library">,
  slugs: readonly string[],
): Promise<CardMarks> {
  if (slugs.length === 0) return { favourites: new Set(), reviewed: new Set() };
  const { scope, clinicId } = access;
  const [favourites, reviewed] = await inScope(scope, (tx) =>
    Promise.all([
      favouritesAmong(tx, access, slugs),
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
        .where(inArray(exercise.slug, [...slugs])),
    ]),
  );
  return { favourites, reviewed: new Set(reviewed.map(({ slug }) => slug)) };
}
