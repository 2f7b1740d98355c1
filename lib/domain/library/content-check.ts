import { SIDES } from "../dosage/dosage";
import type { Locale } from "../plan/plan-document";
import type { ExerciseFacts, ExerciseText, ExerciseWords } from "./exercise-content";
import { EQUIPMENT, KINDS, POSITIONS, REGIONS } from "./facets";

export interface CheckedEntry {
  readonly facts: ExerciseFacts & {
    readonly slug: string;
    readonly reviewState: string;
    readonly traits?: readonly string[];
    readonly easier: readonly string[];
    readonly harder: readonly string[];
  };
  readonly text: ExerciseWords;
  readonly hasFigure: boolean;
}

/** States of review; only a clinician in the product takes a text out of draft. */
export const REVIEW_STATES = ["draft", "reviewed"] as const;

/** Values that are not among the known ones, a sentence each. */
export const among = (
  name: string,
  values: readonly string[],
  known: readonly string[],
): string[] =>
  values.filter((value) => !known.includes(value)).map((value) => `${name} "${value}" is unknown`);

function factFaults({ facts }: CheckedEntry, traitIds: readonly string[]): string[] {
  const { regions, positions, kind, equipment, optionalEquipment, side, traits } = facts;
  return [
    ...(regions.length === 0 ? ["has no region"] : []),
    ...(positions.length === 0 ? ["has no position"] : []),
    ...among("region", regions, REGIONS),
    ...among("position", positions, POSITIONS),
    ...among("kind", [kind], KINDS),
    ...among("equipment", [...equipment, ...optionalEquipment], EQUIPMENT),
    ...among("side", [side], SIDES),
    ...among("review state", [facts.reviewState], REVIEW_STATES),
    ...(traits ? among("trait", traits, traitIds) : ["has no decision about traits"]),
  ];
}

function textFaults(text: ExerciseText | undefined, locale: Locale): string[] {
  if (!text) return [`has no text in ${locale}`];
  const lists = { steps: text.steps, faults: text.faults, cautions: text.cautions };
  const words = { name: text.name, setup: text.setup, feel: text.feel, alt: text.alt };
  return [
    ...Object.entries(words).flatMap(([field, value]) =>
      value?.trim() ? [] : [`has no ${field} in ${locale}`],
    ),
    ...Object.entries(lists).flatMap(([field, values]) =>
      values.length > 0 && values.every((value) => value.trim())
        ? []
        : [`has no ${field} in ${locale}`],
    ),
  ];
}

function ladderFaults(entry: CheckedEntry, bySlug: ReadonlyMap<string, CheckedEntry>): string[] {
  const { slug, regions, easier, harder } = entry.facts;
  const step = (name: "easier" | "harder", back: "easier" | "harder", slugs: readonly string[]) =>
    slugs.flatMap((other) => {
      const neighbour = bySlug.get(other)?.facts;
      if (!neighbour) return [`${name} "${other}" is not in the library`];
      if (!neighbour[back].includes(slug)) return [`"${other}" does not name it as ${back}`];
      if (!neighbour.regions.some((region) => regions.includes(region)))
        return [`${name} "${other}" is for another region`];
      return [];
    });
  const loop = climbsBack(slug, bySlug) ? ["is harder than itself by way of its neighbours"] : [];
  return [...step("easier", "harder", easier), ...step("harder", "easier", harder), ...loop];
}

/** Whether going to harder neighbours leads back to where one began. */
function climbsBack(slug: string, bySlug: ReadonlyMap<string, CheckedEntry>): boolean {
  const seen = new Set<string>();
  const ahead = [...(bySlug.get(slug)?.facts.harder ?? [])];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (next === slug) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    ahead.push(...(bySlug.get(next)?.facts.harder ?? []));
  }
  return false;
}

/**
 * What the library lacks or contradicts, a sentence each, begun with the exercise. Empty: every
 * exercise has its figure, words in each language, decisions about cautions and traits, and ladders
 * that connect both ways within a region without a loop.
 */
export function libraryFaults(
  entries: readonly CheckedEntry[],
  locales: readonly Locale[],
  traitIds: readonly string[],
): string[] {
  const bySlug = new Map(entries.map((entry) => [entry.facts.slug, entry]));
  return entries.flatMap((entry) =>
    [
      ...(entry.hasFigure ? [] : ["has no figure"]),
      ...factFaults(entry, traitIds),
      ...locales.flatMap((locale) => textFaults(entry.text[locale], locale)),
      ...ladderFaults(entry, bySlug),
    ].map((fault) => `${entry.facts.slug} ${fault}`),
  );
}
