import { beforeAll, describe, expect, it } from "vitest";
import { libraryContent } from "@/db/seed/library-content";
import { searchExercises } from "@/lib/features/library/search-queries";
import { makeClinic, makeStaff, type TestStaff } from "@/tests/support/fixtures";

const entries = libraryContent();
const NAMES = entries.flatMap(({ facts: { slug }, text }) =>
  [text.en.name, text.es.name].map((name) => ({ slug, name })),
);
const ALIASES = entries.flatMap(({ facts: { slug }, text }) =>
  [...text.en.aliases, ...text.es.aliases].map((name) => ({ slug, name })),
);

let desk: TestStaff;

beforeAll(async () => {
  desk = await makeStaff(await makeClinic(), "front_desk");
});

const slugs = async (text: string, limit: number) => {
  const { items } = await searchExercises(desk.access("view-library"), { text, limit });
  return items.map(({ slug }) => slug);
};

/** What is not among the first `limit` when its words are typed so. */
async function lost(all: typeof NAMES, limit: number, typed: (name: string) => string) {
  const missing: string[] = [];
  for (const { slug, name } of all) {
    const found = await slugs(typed(name), limit);
    if (!found.includes(slug)) missing.push(`${typed(name)}: ${slug}`);
  }
  return missing;
}

describe("every exercise of the library", () => {
  it("is first by its name, in both languages", async () => {
    expect(NAMES.length).toBeGreaterThan(300);
    expect(await lost(NAMES, 1, (name) => name.toUpperCase())).toEqual([]);
  });

  it("is among the first four by each of its other names", async () => {
    expect(ALIASES.length).toBeGreaterThan(600);
    expect(await lost(ALIASES, 4, (name) => name)).toEqual([]);
  });

  it("is found when its name is not typed to the end", async () => {
    expect(await lost(NAMES, 200, (name) => name.slice(0, -2))).toEqual([]);
  });

  it("is found when two letters of a long word have changed places", async () => {
    const slip = (name: string) =>
      name.replace(/\p{L}{7,}/u, (w) => `${w[0]}${w[2]}${w[1]}${w.slice(3)}`);
    const long = NAMES.filter(({ name }) => slip(name) !== name);
    expect(long.length).toBeGreaterThan(100);
    expect(await lost(long, 200, slip)).toEqual([]);
  });
});
