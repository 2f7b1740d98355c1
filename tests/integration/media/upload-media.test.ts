import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { inScope } from "@/db/client";
import { media } from "@/db/schema/media";
import { takeTry } from "@/lib/auth/throttle";
import { Invalid } from "@/lib/errors/app-error";
import { attachMedia } from "@/lib/features/media/attach-media";
import { CLINIC_MEDIA_MAX_BYTES } from "@/lib/features/media/media-bounds";
import { type MediaStore, mediaStore } from "@/lib/features/media/store";
import { uploadMedia } from "@/lib/features/media/upload-media";
import { auditTrail } from "@/tests/support/audit-trail";
import { makeClinic, makePatient, makeStaff, type TestStaff } from "@/tests/support/fixtures";
import { mediaHome } from "@/tests/support/media-home";
import { fixture, upload } from "./media-request";
import { makeMediaRow, makeOwnExercise } from "./media-setup";

const home = mediaHome();
afterAll(home.remove);

let therapist: TestStaff;
let jpeg: Buffer;

beforeAll(async () => {
  therapist = await makeStaff(await makeClinic());
  jpeg = await sharp({ create: { width: 1000, height: 500, channels: 3, background: "red" } })
    .withExif({ IFD3: { GPSMapDatum: "SecretPlace" } })
    .jpeg()
    .toBuffer();
});

const rowsOf = ({ clinicId }: TestStaff) =>
  inScope({ clinicId }, (tx) => tx.select().from(media).where(eq(media.clinicId, clinicId)));
const stored = (id: string) => home.files().filter((file) => file.includes(id));
const incoming = () => home.files().filter((file) => file.startsWith("incoming"));
const bytesOf = (file: string) => readFileSync(path.join(home.directory, file));

describe("what is uploaded", () => {
  test("a photo is stored in three sizes without its place, and audited", async () => {
    const { status, media: view } = await upload(therapist.sid, jpeg, {
      "content-type": "application/x-msdownload",
    });
    expect(status).toBe(200);
    expect(view).toEqual({
      id: view?.id,
      kind: "photo",
      width: 1000,
      height: 500,
      durationMs: null,
    });
    const files = stored(view!.id);
    expect(files.sort()).toEqual(
      ["large", "medium", "small"].map((size) =>
        path.join("media", therapist.clinicId, view!.id, size),
      ),
    );
    for (const file of files) expect(bytesOf(file).includes("SecretPlace")).toBe(false);
    const [row] = await rowsOf(therapist);
    expect(row).toMatchObject({ mime: "image/jpeg", createdBy: therapist.userId, removedAt: null });
    expect(row?.sizeBytes).toBe(bytesOf(files[0]!).length);
    const [audited] = await auditTrail(therapist.clinicId, "media.upload");
    expect(audited).toMatchObject({ subjectId: view!.id, actorUserId: therapist.userId });
    expect(incoming()).toEqual([]);
  });

  test.each([
    ["located.heic", { kind: "photo", width: 96, height: 64, durationMs: null }],
    ["located.mp4", { kind: "video", width: 48, height: 64, durationMs: 1000 }],
    ["iphone.mov", { kind: "video", width: 64, height: 48, durationMs: 1000 }],
    ["located.webm", { kind: "video", width: 64, height: 48 }],
  ])("%s says nothing of where and by whom it was taken", async (name, expected) => {
    const { status, media: view } = await upload(therapist.sid, fixture(name));
    expect(status).toBe(200);
    expect(view).toMatchObject(expected);
    const files = stored(view!.id);
    expect(files.length).toBe(expected.kind === "photo" ? 3 : 1);
    for (const file of files)
      expect(bytesOf(file).toString("latin1")).not.toMatch(/Secret|40\.4168|loci|\xa9xyz|GPS/);
    const row = (await rowsOf(therapist)).find(({ id }) => id === view!.id);
    expect(row?.sizeBytes).toBe(Math.max(...files.map((file) => bytesOf(file).length)));
  });
});

const MB = 1024 * 1024;

/** `megabytes` of zeros after a JPEG's beginning, never all in memory; then `end`. */
function longBody(megabytes: number, end: (stream: ReadableStreamDefaultController) => void) {
  let left = megabytes;
  return new ReadableStream<Uint8Array>({
    pull(stream) {
      const part = new Uint8Array(MB);
      if (left === megabytes) part.set([0xff, 0xd8, 0xff]);
      if (left-- > 0) stream.enqueue(part);
      else end(stream);
    },
  });
}

describe("what is refused leaves nothing", () => {
  let before: { rows: number; files: string[] };
  let other: TestStaff;
  beforeAll(async () => {
    other = await makeStaff(await makeClinic());
    before = { rows: (await rowsOf(other)).length, files: home.files() };
  });
  const unchanged = async () => {
    expect(await rowsOf(other)).toHaveLength(before.rows);
    expect(home.files()).toEqual(before.files);
  };

  test.each([
    ["a page", "<!doctype html><script>alert(1)</script>"],
    ["a drawing", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ["a GIF", "GIF89a and so on and so on"],
    ["a program", "MZ this program cannot be run in DOS mode"],
    ["an archive", "PK\u0003\u0004 and so on and so on"],
    ["a PDF", "%PDF-1.7 and so on and so on"],
    ["text in Arabic", "تمارين الظهر والرقبة للمرضى"],
    ["one byte", "x"],
  ])("%s that says it is a photo", async (_, text) => {
    const sent = await upload(other.sid, Buffer.from(text), { "content-type": "image/jpeg" });
    expect(sent.status).toBe(422);
    for (const format of ["JPEG", "PNG", "WebP", "HEIC", "MP4", "WebM", "MOV"])
      expect(sent.sentence).toContain(format);
    await unchanged();
  });

  test("nothing at all", async () => {
    expect(await upload(other.sid, Buffer.alloc(0))).toMatchObject({
      status: 422,
      sentence: "The file is empty.",
    });
    await unchanged();
  });

  test("a broken photo, a broken video", async () => {
    for (const body of [jpeg.subarray(0, 900), fixture("located.mp4").subarray(0, 3000)]) {
      const sent = await upload(other.sid, body);
      expect(sent.status).toBe(422);
      expect(sent.sentence).toContain("damaged");
    }
    await unchanged();
  });

  test("more than 200 MB, announced or not", async () => {
    const announced = await upload(other.sid, jpeg, { "content-length": String(200 * MB + 1) });
    expect(announced.status).toBe(413);
    expect(announced.sentence).toContain("200 MB");
    let asked = false;
    const endless = longBody(1000, () => {
      asked = true;
    });
    const found = await upload(other.sid, endless);
    expect(found).toMatchObject({ status: 413, error: "too_large" });
    expect(found.sentence).toContain("200 MB");
    expect(asked).toBe(false);
    await unchanged();
  });

  test("what breaks off on the way", async () => {
    const torn = await upload(
      other.sid,
      longBody(3, (stream) => stream.error(new Error("gone"))),
    );
    expect(torn.status).toBe(500);
    const short = await upload(other.sid, jpeg, { "content-length": String(jpeg.length + 10) });
    expect(short).toMatchObject({ status: 400, error: "malformed" });
    await unchanged();
  });

  test("strangers, patients, the front desk, and pages elsewhere", async () => {
    const desk = await makeStaff(other, "front_desk");
    const patient = await makePatient(other);
    expect((await upload(null, jpeg)).status).toBe(401);
    expect((await upload("nonsense", jpeg)).status).toBe(401);
    expect((await upload(patient.sid, jpeg)).status).toBe(401);
    expect((await upload(desk.sid, jpeg)).status).toBe(403);
    for (const origin of ["https://elsewhere.example", "null", ""])
      expect((await upload(other.sid, jpeg, { origin })).status).toBe(403);
    await unchanged();
  });

  test("when the disk is full, with a sentence that says so", async () => {
    const full: MediaStore = {
      ...(await mediaStore()),
      put: async (key, source, mime) => {
        if (key.endsWith("large"))
          throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
        await (await mediaStore()).put(key, source, mime);
      },
    };
    const body = { stream: new Blob([new Uint8Array(jpeg)]).stream(), announced: jpeg.length };
    const failed = uploadMedia(other.access("edit-library"), body, {
      store: full,
      now: new Date(),
    });
    const error = await failed.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Invalid);
    expect((error as Invalid).fieldErrors.media).toContain("no room left");
    await unchanged();
  });

  test("when there are too many in an hour", async () => {
    const eager = await makeStaff(other);
    const now = new Date();
    for (let i = 0; i < 150; i++) await takeTry("media-account", eager.userId, now);
    expect(await upload(eager.sid, jpeg)).toMatchObject({ status: 429, error: "throttled" });
    await unchanged();
  });
});

const YESTERDAY = new Date(Date.now() - 25 * 3_600_000);

test("what the store does not delete is logged, and goes at the next upload", async () => {
  const member = await makeStaff(await makeClinic());
  const id = (await upload(member.sid, jpeg)).media!.id;
  await inScope({ clinicId: member.clinicId }, (tx) =>
    tx.update(media).set({ createdAt: YESTERDAY }).where(eq(media.id, id)),
  );
  const rowOf = async () => (await rowsOf(member)).find((row) => row.id === id);
  // A folder where the file stood: the disk refuses to delete it, as it would a file of a disk gone bad.
  const large = path.join(home.directory, "media", member.clinicId, id, "large");
  rmSync(large);
  mkdirSync(path.join(large, "stuck"), { recursive: true });
  const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  expect((await upload(member.sid, jpeg)).status).toBe(200);
  const lines = said.mock.calls.map(([line]) => String(line)).join("");
  said.mockRestore();
  expect(lines).toContain("media.not-cleared");
  expect(lines).not.toContain(member.clinicId);
  expect(await rowOf()).toMatchObject({ removedAt: expect.any(Date), clearedAt: null });

  rmSync(large, { recursive: true });
  writeFileSync(large, "still there");
  expect((await upload(member.sid, jpeg)).status).toBe(200);
  expect(stored(id)).toEqual([]);
  expect((await rowOf())?.clearedAt).toBeInstanceOf(Date);
  expect(await auditTrail(member.clinicId, "media.remove")).toHaveLength(1);
});

describe("the room of a clinic", () => {
  test("when it is used up nothing is stored, with a sentence that says what to do", async () => {
    const member = await makeStaff(await makeClinic());
    const half = { sizeBytes: CLINIC_MEDIA_MAX_BYTES / 2 };
    await makeMediaRow(member, "video", half);
    expect((await upload(member.sid, jpeg)).status).toBe(200);
    const [{ sizeBytes } = { sizeBytes: 0 }] = (await rowsOf(member)).filter(
      ({ kind }) => kind === "photo",
    );
    const rest = CLINIC_MEDIA_MAX_BYTES / 2 - sizeBytes;
    // One byte too few for a second photo.
    await makeMediaRow(member, "video", { sizeBytes: rest - sizeBytes + 1 });
    const files = home.files();
    const sent = await upload(member.sid, jpeg);
    expect(sent.status).toBe(422);
    expect(sent.sentence).toMatch(/^Your clinic's photos and videos fill the 20 GB/);
    expect(home.files()).toEqual(files);
    expect(await rowsOf(member)).toHaveLength(3);
    const neighbour = await makeStaff(await makeClinic());
    expect((await upload(neighbour.sid, jpeg)).status).toBe(200);
  });

  test("what was removed still counts until its bytes are gone", async () => {
    const member = await makeStaff(await makeClinic());
    const removed = { sizeBytes: CLINIC_MEDIA_MAX_BYTES, removedAt: YESTERDAY };
    const id = await makeMediaRow(member, "photo", removed);
    const folder = path.join(home.directory, "media", member.clinicId, id, "small");
    mkdirSync(path.join(folder, "stuck"), { recursive: true });
    expect((await upload(member.sid, jpeg)).status).toBe(422);
    rmSync(folder, { recursive: true });
    expect((await upload(member.sid, jpeg)).status).toBe(200);
  });
});

test("what nobody used for a day is cleared away at the next upload, and only that", async () => {
  const member = await makeStaff(await makeClinic());
  const neighbour = await makeStaff(await makeClinic());
  const unused = (await upload(member.sid, jpeg)).media!.id;
  const used = (await upload(member.sid, jpeg)).media!.id;
  const fresh = (await upload(member.sid, jpeg)).media!.id;
  const theirs = await makeMediaRow(neighbour, "photo", { createdAt: YESTERDAY });
  const slug = await makeOwnExercise(member);
  const access = member.access("edit-library");
  await inScope(access.scope, async (tx) => {
    await attachMedia(tx, access, slug, [used]);
    for (const id of [unused, used])
      await tx.update(media).set({ createdAt: YESTERDAY }).where(eq(media.id, id));
  });
  expect((await upload(member.sid, jpeg)).status).toBe(200);
  const gone = (await rowsOf(member)).filter(({ removedAt }) => removedAt !== null);
  expect(gone.map(({ id }) => id)).toEqual([unused]);
  expect(stored(unused)).toEqual([]);
  for (const id of [used, fresh]) expect(stored(id)).toHaveLength(3);
  expect((await rowsOf(neighbour)).find(({ id }) => id === theirs)?.removedAt).toBeNull();
  const trail = await auditTrail(member.clinicId, "media.remove");
  expect(trail.map(({ subjectId }) => subjectId)).toEqual([unused]);
});
