import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { advice, adviceText, versionAdvice } from "../../../db/schema/advice";
import { type DocumentAdvice, LOCALES, type Locale } from "../../domain/plan/plan-document";

/**
 * Writes the advice of a new version in this order, with the library's words as they are now, in every
 * language. Throws when the library lacks one of them in a language.
 */
export async function insertVersionAdvice(
  tx: Tx,
  version: { readonly clinicId: string; readonly patientId: string; readonly versionId: string },
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const texts = await tx
    .select({ id: advice.id, kind: advice.kind, text: adviceText })
    .from(advice)
    .innerJoin(adviceText, eq(adviceText.id, advice.id))
    .where(inArray(advice.id, [...ids]));
  const rows = ids.flatMap((adviceId, position) =>
    LOCALES.map((locale) => {
      const found = texts.find(({ id, text }) => id === adviceId && text.locale === locale);
      if (!found) throw new Error("advice without a text");
      const { title, body } = found.text;
      return { ...version, adviceId, locale, position, kind: found.kind, title, body };
    }),
  );
  await tx.insert(versionAdvice).values(rows);
}

export type AdviceRow = typeof versionAdvice.$inferSelect;

/** The advice frozen with these versions of a clinic, in order. */
export function versionAdviceRows(
  tx: Tx,
  { clinicId, versionIds }: { readonly clinicId: string; readonly versionIds: readonly string[] },
  locales: readonly Locale[],
): Promise<AdviceRow[]> {
  return tx
    .select()
    .from(versionAdvice)
    .where(
      and(
        eq(versionAdvice.clinicId, clinicId),
        inArray(versionAdvice.versionId, [...versionIds]),
        inArray(versionAdvice.locale, [...locales]),
      ),
    )
    .orderBy(asc(versionAdvice.position), asc(versionAdvice.adviceId));
}

/** A version's advice in one language, from rows of several versions and languages. */
export function adviceOfVersion(
  rows: readonly AdviceRow[],
  versionId: string,
  locale: Locale,
): DocumentAdvice[] {
  return rows
    .filter((row) => row.versionId === versionId && row.locale === locale)
    .map(({ adviceId, kind, title, body }) => ({ id: adviceId, kind, title, body }));
}
