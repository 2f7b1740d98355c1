import { beforeAll, expect, test } from "vitest";
import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { Invalid, NotFound } from "@/lib/errors/app-error";
import { attachMedia } from "@/lib/features/media/attach-media";
import { mediaOfExercises } from "@/lib/features/media/queries";
import { makeClinic, makeStaff, type TestStaff } from "@/tests/support/fixtures";
import { makeMediaRow, makeOwnExercise } from "./media-setup";

let therapist: TestStaff;
let foreign: TestStaff;
let slug: string;
let photos: string[];
let videos: string[];

beforeAll(async () => {
  therapist = await makeStaff(await makeClinic());
  foreign = await makeStaff(await makeClinic());
  slug = await makeOwnExercise(therapist);
  photos = await Promise.all(Array.from({ length: 7 }, () => makeMediaRow(therapist)));
  videos = await Promise.all(Array.from({ length: 3 }, () => makeMediaRow(therapist, "video")));
});

const attach = (ids: readonly string[], to = slug) =>
  inScope(therapist.access("edit-library").scope, (tx) =>
    attachMedia(tx, therapist.access("edit-library"), to, ids),
  );
const shown = async (of: TestStaff = therapist) =>
  (await inScope(of.access("view-library").scope, (tx) => mediaOfExercises(tx, [slug]))).get(slug);
const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Invalid);
  return (error as Invalid).fieldErrors.media;
};

test("an exercise shows what was attached, in its order, and what it is replaced by", async () => {
  const [a, b, c] = photos as [string, string, string];
  const [film] = videos as [string];
  await attach([b, film, a]);
  expect((await shown())?.map(({ id }) => id)).toEqual([b, film, a]);
  expect((await shown())?.[1]).toEqual({
    id: film,
    kind: "video",
    width: 40,
    height: 30,
    durationMs: 2000,
  });
  await attach([a, c, b, a]);
  expect((await shown())?.map(({ id }) => id)).toEqual([a, c, b]);
  await attach([]);
  expect(await shown()).toBeUndefined();
});

test("too many, too many videos, and what is not there are refused, and nothing changes", async () => {
  const kept = photos.slice(0, 2);
  await attach(kept);
  const theirs = await makeMediaRow(foreign);
  const gone = await makeMediaRow(therapist, "photo", { removedAt: new Date() });
  expect(await refusal(attach(photos))).toBe("An exercise can have at most 6 photos and videos.");
  expect(await refusal(attach(videos))).toBe("An exercise can have at most 2 videos.");
  for (const id of [theirs, gone, newId(), "", "null", "' or true --", photos[0]!.toUpperCase()])
    expect(await refusal(attach([photos[3]!, id]))).toContain("no longer here");
  expect((await shown())?.map(({ id }) => id)).toEqual(kept);
});

test("nothing is attached to an exercise of the library, of another clinic or of nobody", async () => {
  const theirs = await makeOwnExercise(foreign);
  for (const other of ["bridge", theirs, newId()])
    await expect(attach(photos.slice(0, 1), other)).rejects.toThrow(NotFound);
  expect(await shown(foreign)).toBeUndefined();
});
