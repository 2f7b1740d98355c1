import type { TransactionSql } from "postgres";
import { type AdviceKind, LOCALES, type Locale } from "../../lib/domain/plan/plan-document";
import { readLibraryJson } from "./library-content";

/** One advice as kept in `db/seed/library/advice.json`; `rules`: the general rules that it carries. */
export interface AdviceContent {
  readonly id: string;
  readonly kind: AdviceKind;
  readonly regions: readonly string[];
  readonly isDefault: boolean;
  readonly rules: readonly string[];
  readonly sources: readonly string[];
  readonly reviewState: string;
  readonly en: { readonly title: string; readonly text: string };
  readonly es: { readonly title: string; readonly text: string };
}

/** The advice as committed, in the order in which it is offered. */
export function adviceContent(): AdviceContent[] {
  return readLibraryJson<AdviceContent[]>("advice.json");
}

/** General rules that no advice carries, each with the reason. */
export function adviceLeftOut(): Readonly<Record<string, string>> {
  return readLibraryJson("advice-left-out.json");
}

/** Ids of all general rules that were read out of the source documents. */
export function adviceRules(): readonly string[] {
  return readLibraryJson("advice-rules.json");
}

/** Brings the advice to the committed content; what is no longer there is retired, for old plans name it. */
export async function writeAdvice(tx: TransactionSql): Promise<void> {
  const items = adviceContent();
  await tx`update advice set retired_at = now()
    where retired_at is null and id <> all(${items.map(({ id }) => id)})`;
  for (const [position, item] of items.entries()) {
    const row = {
      id: item.id,
      kind: item.kind,
      regions: [...item.regions],
      is_default: item.isDefault,
      sources: [...item.sources],
      review_state: item.reviewState,
      position,
      retired_at: null,
    };
    void tx`insert into advice ${tx(row)} on conflict (id) do update set ${tx(row)}`.execute();
    for (const locale of LOCALES) void writeText(tx, item, locale);
  }
  await tx`select 1`;
}

function writeText(tx: TransactionSql, item: AdviceContent, locale: Locale) {
  const row = { id: item.id, locale, title: item[locale].title, body: item[locale].text };
  return tx`insert into advice_text ${tx(row)}
    on conflict (id, locale) do update set ${tx(row)}`.execute();
}
