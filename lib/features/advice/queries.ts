import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { advice, adviceText } from "../../../db/schema/advice";
import type { ClinicAccess } from "../../auth/access";
import type { AdviceKind, DocumentAdvice, Locale } from "../../domain/plan/plan-document";

/** A piece of advice as staff choose it, with its words in every language. */
export interface AdviceItem {
  readonly id: string;
  readonly kind: AdviceKind;
  /** Empty: whatever the region. */
  readonly regions: readonly string[];
  /** Put on every new plan. */
  readonly isDefault: boolean;
  /** No longer offered; older plans still name it. */
  readonly isRetired: boolean;
  readonly words: Readonly<Record<Locale, Pick<DocumentAdvice, "title" | "body">>>;
}

/** Advice as the library shows it. */
export interface LibraryAdvice extends AdviceItem {
  readonly reviewState: string;
  /** Titles of the source documents; empty: our own. */
  readonly sources: readonly string[];
}

/** Ids of the advice that every new plan starts with, in order. */
export async function defaultAdvice(tx: Tx): Promise<string[]> {
  const rows = await tx
    .select({ id: advice.id })
    .from(advice)
    .where(and(eq(advice.isDefault, true), isNull(advice.retiredAt)))
    .orderBy(asc(advice.position));
  return rows.map(({ id }) => id);
}

/** Those of the ids that the library offers now. */
export async function offeredAdvice(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .select({ id: advice.id })
    .from(advice)
    .where(and(inArray(advice.id, [...ids]), isNull(advice.retiredAt)));
  return new Set(rows.map(({ id }) => id));
}

async function itemsWhere(tx: Tx, where: ReturnType<typeof or>): Promise<LibraryAdvice[]> {
  const [rows, texts] = await Promise.all([
    tx.select().from(advice).where(where).orderBy(asc(advice.position), asc(advice.id)),
    tx.select().from(adviceText),
  ]);
  const textOf = new Map(texts.map((text) => [`${text.id} ${text.locale}`, text]));
  const words = (id: string, locale: Locale) => {
    const text = textOf.get(`${id} ${locale}`);
    if (!text) throw new Error("advice without a text");
    return { title: text.title, body: text.body };
  };
  return rows.map(({ id, kind, regions, isDefault, retiredAt, reviewState, sources }) => ({
    id,
    kind,
    regions,
    isDefault,
    isRetired: retiredAt !== null,
    reviewState,
    sources,
    words: { en: words(id, "en"), es: words(id, "es") },
  }));
}

/** What a plan may carry: all that is offered, and what it `kept` from before. In the library's order. */
export async function adviceItems(tx: Tx, kept: readonly string[]): Promise<AdviceItem[]> {
  const items = await itemsWhere(
    tx,
    or(isNull(advice.retiredAt), kept.length > 0 ? inArray(advice.id, [...kept]) : undefined),
  );
  return items.map(({ reviewState: _, sources: __, ...item }) => item);
}

/** All advice on offer, in the library's order. */
export async function libraryAdvice(
  access: ClinicAccess<"view-library">,
): Promise<LibraryAdvice[]> {
  return inScope(access.scope, (tx) => itemsWhere(tx, isNull(advice.retiredAt)));
}

/** English titles by id, of retired advice too. */
export async function adviceTitles(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: adviceText.id, title: adviceText.title })
    .from(adviceText)
    .where(and(inArray(adviceText.id, [...ids]), eq(adviceText.locale, "en")));
  return new Map(rows.map(({ id, title }) => [id, title]));
}
