import { beforeAll, describe, expect, test } from "vitest";
import { libraryFacts } from "@/db/seed/library-content";
import { Invalid, NotFound } from "@/lib/errors/app-error";
import { exerciseDetail } from "@/lib/features/library/queries";
import { searchExercises } from "@/lib/features/library/search-queries";
import { makeClinic, makeStaff, type TestStaff } from "@/tests/support/fixtures";

const everything = libraryFacts().length;

let desk: TestStaff;

beforeAll(async () => {
  desk = await makeStaff(await makeClinic(), "front_desk");
});

const search = (input: Parameters<typeof searchExercises>[1]) =>
  searchExercises(desk.access("view-library"), input);

describe("finding an exercise", () => {
  test.each([
    ["rodila al pecho", "single-knee-to-chest"],
    ["knee to chest", "single-knee-to-chest"],
    ["RODILLA AL PECHO", "single-knee-to-chest"],
    ["cat cow", "cat-cow"],
  ])("%s", async (text, slug) => {
    const { items } = await search({ text });
    expect(items[0]?.slug).toBe(slug);
  });

  test("everything by name without a text, those to avoid marked", async () => {
    const { items, total } = await search({ limit: 200 });
    expect(total).toBe(everything);
    expect(items).toHaveLength(everything);
    expect(items.filter(({ recommended }) => !recommended).map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(["neck-circles", "fast-neck-movements"]),
    );
  });

  test("names in the language asked for, whichever language was typed", async () => {
    const { items } = await search({ text: "knee to chest", locale: "es" });
    expect(items[0]?.name).toBe("Rodilla al pecho");
  });

  test("nothing for what is no word of the library", async () => {
    const found = await search({ text: "xyzzyq" });
    expect(found).toMatchObject({ items: [], total: 0, meant: null });
  });

  test("says what it searched for in place of a slip, and only then", async () => {
    expect((await search({ text: "hamsting stretch" })).meant).toBe("hamstring stretch");
    expect((await search({ text: "hamstring stretch" })).meant).toBeNull();
    expect((await search({ text: "hamstr" })).meant).toBeNull();
  });

  test("leaves out a word that nothing has when the others say enough", async () => {
    const { items, meant } = await search({ text: "piriformis xyzzyq stretch" });
    expect(meant).not.toBeNull();
    expect(items[0]?.slug).toBe("piriformis-stretch");
  });

  test("the total is that of the facets, whatever the limit", async () => {
    const knees = await search({ text: "knee", regions: ["hip"], limit: 2 });
    const all = await search({ text: "knee", regions: ["hip"], limit: 200 });
    expect(knees.total).toBe(all.items.length);
  });
});

describe("facets", () => {
  test("narrow between facets and widen within one", async () => {
    const necks = await search({ regions: ["neck"], limit: 200 });
    const both = await search({ regions: ["neck", "knee"], limit: 200 });
    const sitting = await search({ regions: ["neck", "knee"], positions: ["sitting"], limit: 200 });
    expect(necks.items.every(({ regions }) => regions.includes("neck"))).toBe(true);
    expect(both.total).toBeGreaterThan(necks.total);
    expect(sitting.total).toBeLessThan(both.total);
    expect(sitting.items.every(({ positions }) => positions.includes("sitting"))).toBe(true);
  });

  test("a count says what choosing it would leave", async () => {
    const { facets } = await search({ text: "stretch", limit: 1 });
    const hip = facets.regions.find(({ id }) => id === "hip");
    const chosen = await search({ text: "stretch", regions: ["hip"] });
    expect(hip?.count).toBe(chosen.total);
  });

  test("a limit cuts the list and not the total", async () => {
    const { items, total } = await search({ limit: 5 });
    expect(items).toHaveLength(5);
    expect(total).toBe(everything);
  });
});

describe("hostile input", () => {
  test.each([
    ["'; drop table exercise; --"],
    ["%' or '1'='1"],
    ["\\m(.*)+$ [[:alpha:]]"],
    ["\u0000\u202e"],
  ])("is text like any other: %j", async (text) => {
    await search({ text });
    expect((await search({})).total).toBe(everything);
  });

  test.each([
    ["a text of 2 MB", { text: "a".repeat(2_000_000) }, "text"],
    ["a language that is none", { locale: "xx" }, "locale"],
    ["a limit beyond the bound", { limit: 10_000 }, "limit"],
    ["more facets than there are", { regions: Array<string>(21).fill("hip") }, "regions"],
    ["a text that is a list", { text: ["a"] }, "text"],
    ["a facet that is no word", { kinds: ["\u0000"] }, "kinds.0"],
    ["a scope that is none", { scope: "theirs" }, "scope"],
    ["a collection by condition without one", { collection: "condition" }, "conditionId"],
    ["a condition that is code", { conditionId: "'; --" }, "conditionId"],
  ])("%s is refused by its field", async (_, input, field) => {
    const failure = await search(input as never).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Invalid);
    expect(Object.keys((failure as Invalid).fieldErrors)).toEqual([field]);
  });

  test("patterns in a facet are letters like any other", async () => {
    expect((await search({ regions: ["_ip"] })).total).toBe(0);
  });
});

describe("one exercise", () => {
  test("in both languages, with neighbours and the rules of its traits, strongest first", async () => {
    const detail = await exerciseDetail(desk.access("view-library"), "downward-dog-to-cobra");
    expect(detail.texts.en?.steps.length).toBeGreaterThan(2);
    expect(detail.texts.es?.name).not.toBe(detail.texts.en?.name);
    expect(detail.rules[0]?.severity).toBe("contraindicated");
    expect(detail.rules.map(({ conditionName }) => conditionName)).toContain("Glaucoma");
    const knee = await exerciseDetail(desk.access("view-library"), "single-knee-to-chest");
    expect(knee.harder.map(({ name }) => name)).toContain("Double knee to chest");
  });

  test.each(["nothing-here", "../etc/passwd", "' or 1=1 --"])("not found: %s", async (slug) => {
    const looked = exerciseDetail(desk.access("view-library"), slug);
    await expect(looked).rejects.toBeInstanceOf(NotFound);
  });
});
