import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { inScope } from "@/db/client";
import { NotFound } from "@/lib/errors/app-error";
import { exerciseDetail } from "@/lib/features/library/queries";
import { searchExercises } from "@/lib/features/library/search-queries";
import { makeClinic, makeStaff, type TestStaff } from "@/tests/support/fixtures";
import { HOLD_25, line, makePlan, publishLines } from "../plans/plan-setup";
import { make, words } from "./exercise-input";

const NAME = "Kakapo shuffle";
let author: TestStaff;
let colleague: TestStaff;
let stranger: TestStaff;
let slug: string;

beforeAll(async () => {
  const [clinic, other] = await Promise.all([makeClinic(), makeClinic()]);
  [author, colleague, stranger] = await Promise.all([
    makeStaff(clinic),
    makeStaff(clinic),
    makeStaff(other),
  ]);
  slug = await make(author, words({ name: NAME, aliases: ["takahe hop"] }));
});

type Input = Parameters<typeof searchExercises>[1];
const slugs = async (staff: TestStaff, input: Input) => {
  const { items } = await searchExercises(staff.access("view-library"), { limit: 200, ...input });
  return items.map((item) => item.slug);
};

describe("scopes", () => {
  test("all, Carryover's, the clinic's, mine", async () => {
    expect(await slugs(author, { text: NAME })).toEqual([slug]);
    expect(await slugs(author, { text: NAME, scope: "library" })).toEqual([]);
    expect(await slugs(author, { scope: "clinic" })).toEqual([slug]);
    expect(await slugs(author, { scope: "mine" })).toEqual([slug]);
    expect(await slugs(colleague, { scope: "clinic" })).toEqual([slug]);
    expect(await slugs(colleague, { scope: "mine" })).toEqual([]);
    expect(await slugs(author, { scope: "library" })).not.toContain(slug);
  });
});

describe("a misspelt word", () => {
  const asked = (input: Input) => searchExercises(author.access("view-library"), input);

  test("is put right where what was meant is in the chosen scope and list", async () => {
    expect((await asked({ text: "kakpo shufle", scope: "clinic" })).meant).toBe(NAME.toLowerCase());
    expect((await asked({ text: "clamshlel" })).meant).toBe("clamshell");
  });

  test("is left as it was typed where nothing fits what was meant either", async () => {
    for (const input of [
      { text: "clamshlel", scope: "clinic" },
      { text: "clamshlel", scope: "mine" },
      { text: "kakpo shufle", scope: "library" },
      { text: "clamshlel", collection: "favourites" },
    ] as const)
      expect(await asked(input)).toMatchObject({ meant: null, total: 0, items: [] });
  });
});

describe("another clinic's own exercise", () => {
  test.each([NAME, "kakapo", "takahe", "kakpo shufle", ""])("is not found by %j", async (text) => {
    for (const scope of ["all", "library", "clinic", "mine"] as const)
      expect(await slugs(stranger, { text, scope })).not.toContain(slug);
  });

  test("its words are not even guessed at", async () => {
    const { meant } = await searchExercises(stranger.access("view-library"), { text: "kakpo" });
    expect(meant ?? "").not.toContain("kakapo");
  });

  test("is not there by its key", async () => {
    const looked = exerciseDetail(stranger.access("view-library"), slug);
    await expect(looked).rejects.toBeInstanceOf(NotFound);
  });

  const asked = (scope: Parameters<typeof inScope>[0]) =>
    inScope(scope, async (tx) => {
      const none = sql`null::text[]`;
      const [searched] = await tx.execute<{ slugs: string[] | null }>(sql`
        select slugs from search_exercises(array['kakapo'], '[[{"keys":["=kakapo shuffle"]},{"keys":["kakapo"]}]]', 'all',
          ${none}, false, ${none}, ${none}, ${none}, ${none}, 'en', 200)`);
      const among = await tx.execute<{ slugs: string[] | null }>(sql`
        select slugs from search_exercises(array[''], null, 'all', array[${slug}], false,
          ${none}, ${none}, ${none}, ${none}, 'en', 200)`);
      const similar = await tx.execute<{ word: string }>(
        sql`select word from search_similar_words(array['kakap', 'kakpao'])`,
      );
      const [first] = await tx.execute<{ place: number | null }>(
        sql`select search_first_found('[["kakapo"]]'::jsonb) as place`,
      );
      return {
        found: [...(searched?.slugs ?? []), ...(among[0]?.slugs ?? [])],
        words: similar.map(({ word }) => word).filter((word) => word === "kakapo"),
        place: first?.place ?? null,
      };
    });

  test("comes out of none of the functions that search", async () => {
    const own = await asked({ clinicId: author.clinicId, userId: author.userId });
    expect(own).toEqual({ found: [slug, slug], words: ["kakapo", "kakapo"], place: 0 });
    const nothing = { found: [], words: [], place: null };
    expect(await asked({ clinicId: stranger.clinicId, userId: stranger.userId })).toEqual(nothing);
    expect(await asked({ clinicId: stranger.clinicId, userId: author.userId })).toEqual(nothing);
    expect(await asked({})).toEqual(nothing);
    const patientId = "0197a000-0000-7000-8000-000000000001";
    expect(await asked({ clinicId: author.clinicId, patientId })).toEqual(nothing);
  });
});

describe("lists", () => {
  test("recently used by me, last first, and not a colleague's", async () => {
    const { access, therapist, planId, clinic } = await makePlan();
    await publishLines(access, planId, 1, [line("bridge"), line("cat-cow", { dosage: HOLD_25 })]);
    expect((await slugs(therapist, { collection: "recent" })).sort()).toEqual([
      "bridge",
      "cat-cow",
    ]);
    expect(await slugs(await makeStaff(clinic), { collection: "recent" })).toEqual([]);
    expect(await slugs(therapist, { collection: "recent", text: "cat" })).toEqual(["cat-cow"]);
  });

  test("used for a condition: by people of this clinic who have it", async () => {
    const { access, therapist, planId } = await makePlan("osteoporosis");
    await publishLines(access, planId, 1, [line("wall-angel")]);
    const input = { collection: "condition", conditionId: "osteoporosis" } as const;
    expect((await slugs(therapist, input))[0]).toBe("wall-angel");
    expect(await slugs(stranger, input)).not.toContain("wall-angel");
  });
});
