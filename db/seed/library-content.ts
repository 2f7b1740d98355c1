import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Side } from "../../lib/domain/dosage/dosage";
import { LOCALES, type Locale } from "../../lib/domain/plan/plan-document";

/** Facts of one exercise as kept in `db/seed/library/exercises/<slug>.json`. */
export interface LibraryFacts {
  readonly slug: string;
  readonly regions: readonly string[];
  readonly positions: readonly string[];
  readonly kind: string;
  readonly equipment: readonly string[];
  readonly optionalEquipment: readonly string[];
  readonly side: Side;
  readonly recommended: boolean;
  readonly reviewState: string;
  readonly traits: readonly string[];
  readonly sources: readonly string[];
  readonly easier: readonly string[];
  readonly harder: readonly string[];
  readonly dosage: {
    readonly sets: number | null;
    readonly reps: number | null;
    readonly holdSeconds: number | null;
    readonly durationSeconds: number | null;
    readonly restSeconds: number | null;
    readonly timesPerDay: number | null;
    readonly daysPerWeek: number | null;
  };
  readonly dosageStated: string | null;
  readonly dosageBasis: "source" | "inferred" | "house";
  readonly dosageSource: string | null;
}

/** Patient words of one exercise in one language. */
export interface LibraryText {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly setup: string;
  readonly steps: readonly string[];
  readonly feel: string;
  readonly cautions: readonly string[];
  /** What people often do wrong, and what to do instead. */
  readonly faults?: readonly string[];
  readonly alt: string;
}

export interface LibraryEntry {
  readonly facts: LibraryFacts;
  readonly text: Readonly<Record<Locale, LibraryText>>;
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
    const text = readLibraryJson<Record<Locale, LibraryText>>(`text/${slug}.json`);
    for (const locale of LOCALES)
      if (!text[locale]?.name) throw new Error(`library: ${slug} has no text in ${locale}`);
    return { facts, text };
  });
}
