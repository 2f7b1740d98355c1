import { searchable } from "../../domain/library/search-text";
import type { AdviceKind, Locale } from "../../domain/plan/plan-document";
import type { AdviceItem } from "./queries";

export interface AdviceWanted {
  /** As typed; empty: everything. */
  readonly text: string;
  /** Null: every kind. */
  readonly kind: AdviceKind | null;
  /** Regions that the plan is about. */
  readonly regions: readonly string[];
  /** The patient's language; what is typed may be English too. */
  readonly locale: Locale;
}

/** Whether an advice is about one of these regions and not about all. */
export function fitsRegions(item: AdviceItem, regions: readonly string[]): boolean {
  return item.regions.some((region) => regions.includes(region));
}

/** 0: in its title; 1: only in what it says; null: a word is missing. */
function placeOf({ words }: AdviceItem, locale: Locale, typed: readonly string[]): 0 | 1 | null {
  const titles = searchable(`${words.en.title} ${words[locale].title}`);
  const all = `${titles} ${searchable(`${words.en.body} ${words[locale].body}`)}`;
  if (typed.every((word) => titles.includes(word))) return 0;
  return typed.every((word) => all.includes(word)) ? 1 : null;
}

/** For the plan's regions first, then for any, then for others. */
function rankOf(item: AdviceItem, regions: readonly string[]): number {
  if (fitsRegions(item, regions)) return 0;
  return item.regions.length === 0 ? 1 : 2;
}

/**
 * The advice on offer that has every word of the text, in a title before in what it says, within that what
 * fits the plan's regions first, else in the library's order. Retired advice is not on offer.
 */
export function findAdvice(
  items: readonly AdviceItem[],
  { text, kind, regions, locale }: AdviceWanted,
): AdviceItem[] {
  const typed = searchable(text).split(" ").filter(Boolean);
  return items
    .filter((item) => !item.isRetired && (kind === null || item.kind === kind))
    .flatMap((item, order) => {
      const place = placeOf(item, locale, typed);
      return place === null ? [] : [{ item, keys: [place, rankOf(item, regions), order] as const }];
    })
    .sort((a, b) => a.keys[0] - b.keys[0] || a.keys[1] - b.keys[1] || a.keys[2] - b.keys[2])
    .map(({ item }) => item);
}
