import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type {
  ExerciseAmounts,
  ExerciseFacts,
  ExerciseText,
} from "../../lib/domain/library/exercise-content";
import { LOCALES, type Locale } from "../../lib/domain/plan/plan-document";

/** Facts of one exercise as kept in `db/seed/library/exercises/<slug>.json`. */
export interface LibraryFacts extends ExerciseFacts {
  readonly slug: string;
  readonly recommended: boolean;
  readonly reviewState: string;
  readonly traits: readonly string[];
  readonly sources: readonly string[];
  readonly easier: readonly string[];
  readonly harder: readonly string[];
  readonly dosage: ExerciseAmounts;
  readonly dosageStated: string | null;
  readonly dosageBasis: "source" | "inferred" | "house";
  readonly dosageSource: string | null;
}

export interface LibraryEntry {
  readonly facts: LibraryFacts;
  readonly text: Readonly<Record<Locale, ExerciseText>>;
}

const folder = new URL("./library/", import.meta.url);

/** A file of the library. */
export function readLibraryJson<T>(name: string): T {
  return JSON.parse(readFileSync(fileURLToPath(new URL(name, folder)), "utf8")) as T;
}

/** Slugs of the files in a folder of the library, in order. */
export function slugsIn(name: string): string[] {
  return readdirSync(fileURLToPath(new URL(name, folder)))
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.slice(0, -".json".length))
    .sort();
}

/** The facts of all exercises as committed, by slug. Throws when a file and its slug differ. */
export function libraryFacts(): LibraryFacts[] {
  return slugsIn("exercises/").map((slug) => {
    const facts = readLibraryJson<LibraryFacts>(`exercises/${slug}.json`);
    if (facts.slug !== slug) throw new Error(`library: ${slug}.json is about ${facts.slug}`);
    return facts;
  });
}

/** The library as committed. Throws when an exercise lacks a text in any language. */
export function libraryContent(): LibraryEntry[] {
  const texts = new Set(slugsIn("text/"));
  return libraryFacts().map((facts) => {
    const { slug } = facts;
    if (!texts.has(slug)) throw new Error(`library: ${slug} has no text`);
    const text = readLibraryJson<Record<Locale, ExerciseText>>(`text/${slug}.json`);
    for (const locale of LOCALES)
      if (!text[locale]?.name) throw new Error(`library: ${slug} has no text in ${locale}`);
    return { facts, text };
  });
}
