import { beforeAll, describe, expect, it } from "vitest";
import { templateContent } from "@/db/seed/library-templates";
import { NotFound } from "@/lib/errors/app-error";
import { templateCards, templateDetail } from "@/lib/features/templates/queries";
import { makeClinic, makeStaff, type TestStaff } from "@/tests/support/fixtures";

let desk: TestStaff;

beforeAll(async () => {
  desk = await makeStaff(await makeClinic(), "front_desk");
});

const read = (id: string) => templateDetail(desk.access("view-library"), id);

describe("the ready templates", () => {
  it("are all listed, by name, with what they ask of the patient", async () => {
    const cards = await templateCards(desk.access("view-library"));
    expect(cards.map(({ id }) => id).sort()).toEqual(
      templateContent()
        .map(({ id }) => id)
        .sort(),
    );
    const names = cards.map(({ name }) => name);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, "en")));
    const knee = cards.find(({ id }) => id === "knee-osteoarthritis");
    expect(knee).toMatchObject({
      origin: "ready",
      author: null,
      name: "Knee osteoarthritis, first set",
      regions: ["knee", "hip"],
      conditions: [{ id: "knee_oa", name: "Knee osteoarthritis" }],
      leftOut: 0,
      burden: { exerciseCount: 5, minutesPerSession: 10 },
    });
    expect(knee?.figures).toHaveLength(5);
    expect(knee?.figures.every(({ figureId }) => figureId !== null)).toBe(true);
    expect(knee?.searchText).toContain("artrosis de rodilla");
  });

  it.each(templateContent())(
    "$id has its words and lines exactly as committed",
    async (content) => {
      const found = await read(content.id);
      expect(found.texts).toEqual({ en: content.en, es: content.es });
      expect(found).toMatchObject({
        basis: content.basis,
        sources: content.sources,
        reviewState: "draft",
      });
      expect(found.lines.map(({ exercise, dosage }) => ({ slug: exercise.slug, dosage }))).toEqual(
        content.lines,
      );
      expect(found.lines.map(({ obstacle }) => obstacle)).toEqual(content.lines.map(() => null));
      const card = (await templateCards(desk.access("view-library"))).find(
        ({ id }) => id === content.id,
      );
      expect(found).toMatchObject({ ...card });
    },
  );
});

it.each([
  "",
  "knee",
  "Knee-Osteoarthritis",
  "knee-osteoarthritis ",
  "../knee-osteoarthritis",
  "%",
  "\0",
  "عظم",
  "x".repeat(100_000),
  "0197a5b0-0000-7000-8000-000000000000",
])("what is no template is not found: %j", async (id) => {
  await expect(read(id)).rejects.toBeInstanceOf(NotFound);
});
