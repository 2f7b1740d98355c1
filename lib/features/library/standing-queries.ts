import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import {
  type exercise,
  exerciseImport,
  exerciseReview,
  exerciseText,
} from "../../../db/schema/library";
import { appUser } from "../../../db/schema/people";
import type { ClinicAccess } from "../../auth/access";
import { type Lack, lacksOf } from "../../domain/library/readiness";
import { wordsIn } from "../../domain/library/words-of";
import type { Locale } from "../../domain/plan/plan-document";
import { favouritesAmong } from "./mark-queries";

/** A clinician of this clinic who stands behind a wording. */
export interface ReviewView {
  readonly name: string;
  readonly at: Date;
  /** It is the wording of now; false: of an earlier one. */
  readonly isCurrent: boolean;
  /** By who looks. */
  readonly isMine: boolean;
}

/** Where a clinic's own exercise comes from. */
export interface Provenance {
  /** Null: the account is no longer here. */
  readonly by: string | null;
  readonly changedAt: Date;
  readonly copiedFrom: { readonly slug: string; readonly name: string } | null;
  readonly source: { readonly name: string; readonly licence: string | null } | null;
  /** Nobody but its author finds it by searching. */
  readonly isPrivate: boolean;
}

/** How an exercise stands with the clinic and with who looks at it. */
export interface Standing {
  readonly reviews: readonly ReviewView[];
  readonly isFavourite: boolean;
  /** Null: Carryover's own library. */
  readonly provenance: Provenance | null;
  /** What it lacks before it may be prescribed. */
  readonly lacks: readonly Lack[];
}

type ExerciseRow = typeof exercise.$inferSelect;
type TextRow = typeof exerciseText.$inferSelect;

async function reviewsOf(tx: Tx, { clinicId, userId }: ClinicAccess, row: ExerciseRow) {
  const reviews = await tx
    .select()
    .from(exerciseReview)
    .where(and(eq(exerciseReview.clinicId, clinicId), eq(exerciseReview.slug, row.slug)))
    .orderBy(desc(exerciseReview.reviewedAt), desc(exerciseReview.id));
  return reviews.map(({ reviewerName, reviewedBy, reviewedAt, contentDigest }) => ({
    name: reviewerName,
    at: reviewedAt,
    isCurrent: contentDigest === row.contentDigest,
    isMine: reviewedBy === userId,
  }));
}

async function nameOf(tx: Tx, slug: string, locale: Locale) {
  const texts = await tx.select().from(exerciseText).where(eq(exerciseText.slug, slug));
  const words = wordsIn(texts, locale);
  return words && { slug, name: words.text.name };
}

async function provenanceOf(tx: Tx, row: ExerciseRow): Promise<Provenance | null> {
  const { clinicId, createdBy, copiedFrom, importId } = row;
  if (clinicId === null || createdBy === null) return null;
  const [people, copied, imports] = await Promise.all([
    tx.select({ name: appUser.name }).from(appUser).where(eq(appUser.id, createdBy)),
    copiedFrom === null ? null : nameOf(tx, copiedFrom, "en"),
    importId === null
      ? []
      : tx
          .select({ name: exerciseImport.sourceName, licence: exerciseImport.licence })
          .from(exerciseImport)
          .where(and(eq(exerciseImport.clinicId, clinicId), eq(exerciseImport.id, importId))),
  ]);
  return {
    by: people[0]?.name ?? null,
    changedAt: row.updatedAt,
    copiedFrom: copied,
    source: imports[0] ?? null,
    isPrivate: row.onlyFor !== null,
  };
}

/** How one exercise stands; its row was read in the same transaction. */
export async function standingOf(
  tx: Tx,
  access: ClinicAccess,
  row: ExerciseRow,
  texts: readonly TextRow[],
): Promise<Standing> {
  const [reviews, provenance, favourites] = await Promise.all([
    reviewsOf(tx, access, row),
    provenanceOf(tx, row),
    favouritesAmong(tx, access, [row.slug]),
  ]);
  const text = Object.fromEntries(texts.map((one) => [one.locale, one]));
  const lacks = row.clinicId === null ? [] : lacksOf({ ...row, text });
  return { reviews, provenance, isFavourite: favourites.has(row.slug), lacks };
}
