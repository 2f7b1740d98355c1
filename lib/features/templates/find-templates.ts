import { searchable } from "../../domain/library/search-text";
import type { TemplateCard, TemplateOrigin } from "./queries";

/** A template with the names of the patient's conditions that it is meant for. */
export interface FoundTemplate {
  readonly template: TemplateCard;
  readonly fits: readonly string[];
}

const begins = (text: string, words: readonly string[]) =>
  words.every((word) => ` ${text}`.includes(` ${word}`));

/**
 * Templates of which every typed word begins a word (names in both languages, conditions, regions), of the
 * region and origin: those meant for one of the conditions first, then those called so; else in the order they came.
 */
export function findTemplates(
  templates: readonly TemplateCard[],
  {
    text,
    region,
    origin = null,
    conditionIds,
  }: {
    readonly text: string;
    /** Null: any. */
    readonly region: string | null;
    /** Null: whosesoever. */
    readonly origin?: TemplateOrigin | null;
    readonly conditionIds: readonly string[];
  },
): FoundTemplate[] {
  const words = searchable(text).split(" ").filter(Boolean);
  const fitting = (template: TemplateCard) =>
    template.conditions.filter(({ id }) => conditionIds.includes(id)).map(({ name }) => name);
  const place = ({ template, fits }: FoundTemplate) =>
    (fits.length > 0 ? 0 : 2) + (begins(template.nameText, words) ? 0 : 1);
  return templates
    .filter((template) => origin === null || template.origin === origin)
    .filter(({ regions }) => region === null || regions.includes(region))
    .filter(({ searchText }) => begins(searchText, words))
    .map((template) => ({ template, fits: fitting(template) }))
    .sort((a, b) => place(a) - place(b));
}
