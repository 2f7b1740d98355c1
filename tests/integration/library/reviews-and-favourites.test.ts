import { beforeAll, describe, expect, test } from "vitest";
import { Conflict, Invalid, NotFound, Refused } from "@/lib/errors/app-error";
import { addFavourite } from "@/lib/features/library/add-favourite";
import { exerciseDetail } from "@/lib/features/library/queries";
import { removeFavourite } from "@/lib/features/library/remove-favourite";
import { reviewExercise } from "@/lib/features/library/review-exercise";
import { searchExercises } from "@/lib/features/library/search-queries";
import { updateExercise } from "@/lib/features/library/update-exercise";
import { auditTrail } from "@/tests/support/audit-trail";
import { makeClinic, makeStaff, type TestClinic, type TestStaff } from "@/tests/support/fixtures";
import { INPUT, make, NOW, words } from "./exercise-input";

const LATER = new Date("2026-11-21T11:00:00Z");
let clinic: TestClinic;
let maya: TestStaff;
let desk: TestStaff;
let stranger: TestStaff;

beforeAll(async () => {
  clinic = await makeClinic();
  const other = await makeClinic();
  [maya, desk, stranger] = await Promise.all([
    makeStaff(clinic),
    makeStaff(clinic, "front_desk"),
    makeStaff(other),
  ]);
});

const look = (staff: TestStaff, slug: string) => exerciseDetail(staff.access("view-library"), slug);
const sign = async (staff: TestStaff, slug: string, now = NOW) =>
  reviewExercise(
    staff.access("edit-library"),
    { slug, digest: (await look(staff, slug)).contentDigest },
    now,
  );

describe("signing a wording", () => {
  test("names who and when, for this clinic alone; twice counts once; audited", async () => {
    await sign(maya, "bridge");
    await sign(maya, "bridge", LATER);
    const { reviews } = await look(desk, "bridge");
    expect(reviews).toEqual([{ name: maya.name, at: NOW, isCurrent: true, isMine: false }]);
    expect((await look(stranger, "bridge")).reviews).toEqual([]);
    expect(await auditTrail(clinic.clinicId, "library.review-exercise")).toHaveLength(1);
  });

  test("holds for that wording only: after a change it is of an earlier one", async () => {
    const slug = await make(maya);
    await sign(maya, slug);
    const changed = { ...INPUT, ...words({ feel: "Another feeling." }), slug, revision: 1 };
    await updateExercise(maya.access("edit-library"), changed, LATER);
    expect((await look(maya, slug)).reviews.map(({ isCurrent }) => isCurrent)).toEqual([false]);
    await sign(maya, slug, LATER);
    expect((await look(maya, slug)).reviews.map(({ isCurrent }) => isCurrent)).toEqual([
      true,
      false,
    ]);
  });

  test("still holds when what a reviewer does not read changes", async () => {
    const slug = await make(maya);
    await sign(maya, slug);
    const changed = { ...INPUT, regions: ["shoulder", "neck"], slug, revision: 1 };
    await updateExercise(maya.access("edit-library"), changed, LATER);
    expect((await look(maya, slug)).reviews[0]?.isCurrent).toBe(true);
  });

  test("of a wording that changed meanwhile: refused, nothing signed", async () => {
    const slug = await make(maya);
    const digest = (await look(maya, slug)).contentDigest;
    const changed = { ...INPUT, ...words({ feel: "Sharper." }), slug, revision: 1 };
    await updateExercise(maya.access("edit-library"), changed, LATER);
    const signed = reviewExercise(maya.access("edit-library"), { slug, digest }, LATER);
    await expect(signed).rejects.toBeInstanceOf(Conflict);
    expect((await look(maya, slug)).reviews).toEqual([]);
  });

  test("not of an unfinished one, not of another clinic's, not by the front desk", async () => {
    const unfinished = await make(maya, { regions: [] });
    await expect(sign(maya, unfinished)).rejects.toBeInstanceOf(Invalid);
    const slug = await make(maya);
    const { contentDigest: digest } = await look(maya, slug);
    const foreign = reviewExercise(stranger.access("edit-library"), { slug, digest }, NOW);
    await expect(foreign).rejects.toBeInstanceOf(NotFound);
    expect(() => desk.access("edit-library")).toThrow(Refused);
  });

  test.each([
    [{ slug: "bridge" }],
    [{ slug: "bridge", digest: "x".repeat(64) }],
    [{ slug: "bridge", digest: "a".repeat(1_000_000) }],
    [{ slug: ["bridge"], digest: "a".repeat(64) }],
    [null],
  ])("%j is refused by its field", async (input) => {
    const signed = reviewExercise(maya.access("edit-library"), input, NOW);
    await expect(signed).rejects.toBeInstanceOf(Invalid);
  });
});

describe("favourites", () => {
  const favourites = async (staff: TestStaff) => {
    const { items } = await searchExercises(staff.access("view-library"), {
      collection: "favourites",
    });
    return items.map(({ slug }) => slug);
  };
  const keep = (staff: TestStaff, slug: string, now = NOW) =>
    addFavourite(staff.access("view-library"), { slug }, now);

  test("are each one's own, the last kept first, the front desk's too; audited", async () => {
    const slug = await make(maya);
    await keep(desk, "bridge", NOW);
    await keep(desk, slug, LATER);
    await keep(desk, slug, LATER);
    expect(await favourites(desk)).toEqual([slug, "bridge"]);
    expect(await favourites(maya)).toEqual([]);
    expect((await look(desk, slug)).isFavourite).toBe(true);
    expect((await look(maya, slug)).isFavourite).toBe(false);
    await removeFavourite(desk.access("view-library"), { slug });
    await removeFavourite(desk.access("view-library"), { slug });
    expect(await favourites(desk)).toEqual(["bridge"]);
    expect(await auditTrail(clinic.clinicId, "library.add-favourite")).toHaveLength(2);
    expect(await auditTrail(clinic.clinicId, "library.remove-favourite")).toHaveLength(1);
  });

  test("another clinic's and what is not there cannot be kept", async () => {
    const slug = await make(maya);
    for (const key of [slug, "nothing-here", "../bridge"])
      await expect(keep(stranger, key)).rejects.toBeInstanceOf(NotFound);
    await removeFavourite(stranger.access("view-library"), { slug });
    expect(await favourites(stranger)).toEqual([]);
  });

  test("nobody takes another's away", async () => {
    await keep(maya, "bird-dog");
    await removeFavourite(desk.access("view-library"), { slug: "bird-dog" });
    expect(await favourites(maya)).toEqual(["bird-dog"]);
  });
});
