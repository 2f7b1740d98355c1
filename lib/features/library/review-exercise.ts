import { and, eq } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { newId } from "../../../db/id";
import { exercise, exerciseReview } from "../../../db/schema/library";
import { appUser } from "../../../db/schema/people";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { Conflict, Invalid, NotFound } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { reviewExerciseInput } from "./exercise-schema";

async function isSigned(tx: Tx, { clinicId, userId }: ClinicAccess, slug: string, digest: string) {
  const rows = await tx
    .select({ id: exerciseReview.id })
    .from(exerciseReview)
    .where(
      and(
        eq(exerciseReview.clinicId, clinicId),
        eq(exerciseReview.slug, slug),
        eq(exerciseReview.reviewedBy, userId),
        eq(exerciseReview.contentDigest, digest),
      ),
    );
  return rows.length > 0;
}

/**
 * Signs the wording that was on the screen (`digest`), for this clinic and for this wording alone; an
 * exercise of the library or of the clinic. Does nothing when this person has signed it already. Throws
 * `NotFound`, `Invalid` for an unfinished one, and `Conflict` when the wording changed in between.
 */
export async function reviewExercise(
  access: ClinicAccess<"edit-library">,
  input: unknown,
  now: Date,
): Promise<void> {
  const { slug, digest } = parse(reviewExerciseInput, input);
  const { clinicId, userId } = access;
  await inScope(access.scope, async (tx) => {
    const [[row], [person]] = await Promise.all([
      tx.select().from(exercise).where(eq(exercise.slug, slug)),
      tx.select({ name: appUser.name }).from(appUser).where(eq(appUser.id, userId)),
    ]);
    if (!row || row.retiredAt !== null || !person) throw new NotFound();
    if (row.contentDigest !== digest)
      throw new Conflict(
        "The wording has changed since you opened this page. Nothing was signed; read it again.",
      );
    if (!row.ready) throw new Invalid({ form: "Finish the exercise first, then sign it." });
    if (await isSigned(tx, access, slug, digest)) return;
    const id = newId(now.getTime());
    await tx.insert(exerciseReview).values({
      clinicId,
      id,
      slug,
      contentDigest: digest,
      reviewedBy: userId,
      reviewerName: person.name,
      reviewedAt: now,
    });
    await recordAudit(tx, access, {
      action: "library.review-exercise",
      subjectKind: "exercise",
      subjectId: slug,
    });
  });
}
