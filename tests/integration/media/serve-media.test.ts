import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET, HEAD } from "@/app/api/media/[id]/[variant]/route";
import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { prescribedMedia } from "@/db/schema/media";
import { addDays, localDateOf } from "@/lib/domain/calendar/local-date";
import { env } from "@/lib/env";
import { mediaKey } from "@/lib/features/media/media-key";
import { mediaStore } from "@/lib/features/media/store";
import {
  makeClinic,
  makePatient,
  makeStaff,
  type TestClinic,
  type TestPatient,
  type TestStaff,
} from "@/tests/support/fixtures";
import { mediaHome } from "@/tests/support/media-home";
import { makePublishedPlan } from "@/tests/support/published-plan";
import { cookieOf, fixture, upload } from "./media-request";

const home = mediaHome();
afterAll(home.remove);

let clinic: TestClinic;
let therapist: TestStaff;
let elena: TestPatient;
let photo: string;
let video: string;

async function ask(
  sid: string | null,
  id: string,
  variant: string,
  headers: Record<string, string> = {},
  method: "GET" | "HEAD" = "GET",
) {
  const request = new Request(`${env.origin}/api/media/${id}/${variant}`, {
    method,
    headers: { ...(sid && { cookie: await cookieOf(sid) }), ...headers },
  });
  const answer = await (method === "GET" ? GET : HEAD)(request, {
    params: Promise.resolve({ id, variant }),
  });
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
}

const statusOf = async (sid: string | null, id: string, variant: string) =>
  (await ask(sid, id, variant)).answer.status;

async function prescribe({ clinicId, patientId }: TestPatient, mediaIds: readonly string[]) {
  const startedOn = addDays(localDateOf(new Date(), "Europe/Madrid"), -3);
  const { versions } = await makePublishedPlan({ clinicId, patientId }, { startedOn });
  const prescribedId = versions[0]!.prescribedIds[0]!;
  await inScope({ clinicId }, (tx) =>
    tx.insert(prescribedMedia).values(
      mediaIds.map((mediaId, position) => ({
        clinicId,
        patientId,
        prescribedId,
        mediaId,
        position,
      })),
    ),
  );
}

beforeAll(async () => {
  clinic = await makeClinic();
  therapist = await makeStaff(clinic);
  elena = await makePatient(clinic);
  photo = (await upload(therapist.sid, fixture("located.heic"))).media!.id;
  video = (await upload(therapist.sid, fixture("located.mp4"))).media!.id;
});

describe("who may see", () => {
  test("every role of the clinic, and nobody of another", async () => {
    const roles = await Promise.all(
      (["owner", "therapist", "front_desk"] as const).map((role) => makeStaff(clinic, role)),
    );
    for (const { sid } of roles) {
      expect(await statusOf(sid, photo, "small")).toBe(200);
      expect(await statusOf(sid, video, "video")).toBe(200);
    }
    const stranger = await makeStaff(await makeClinic(), "owner");
    expect(await statusOf(stranger.sid, photo, "small")).toBe(404);
    expect(await statusOf(null, photo, "small")).toBe(401);
    expect(await statusOf("x.y", photo, "small")).toBe(401);
  });

  test("the patient it was published for, no neighbour, no patient elsewhere", async () => {
    const neighbour = await makePatient(clinic);
    const elsewhere = await makePatient(await makeClinic());
    expect(await statusOf(elena.sid, photo, "large")).toBe(404);
    await prescribe(elena, [photo]);
    expect(await statusOf(elena.sid, photo, "large")).toBe(200);
    expect(await statusOf(elena.sid, video, "video")).toBe(404);
    for (const { sid } of [neighbour, elsewhere])
      expect(await statusOf(sid, photo, "large")).toBe(404);
  });

  test.each([
    ["video", () => photo],
    ["small", () => video],
    ["constructor", () => photo],
    ["../large", () => photo],
    ["", () => photo],
    ["small", newId],
    ["small", () => "not-an-id"],
    ["small", () => photo.toUpperCase()],
  ])("nothing that is not there: %s", async (variant, id) => {
    expect(await statusOf(therapist.sid, id(), variant)).toBe(404);
  });

  test("nothing whose bytes are gone", async () => {
    const { id } = (await upload(therapist.sid, fixture("older.mov"))).media!;
    await (await mediaStore()).delete(mediaKey(clinic.clinicId, id, "video"));
    expect(await statusOf(therapist.sid, id, "video")).toBe(404);
  });
});

describe("how it is answered", () => {
  test("as what it is, kept by nobody's cache but the staff's own, and there only to be asked again", async () => {
    const { answer, bytes } = await ask(therapist.sid, photo, "medium");
    expect(answer.headers.get("content-type")).toBe("image/jpeg");
    expect(answer.headers.get("content-length")).toBe(String(bytes.length));
    expect(answer.headers.get("cache-control")).toBe("private, no-cache");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    await prescribe(elena, [video]);
    const shown = await ask(elena.sid, video, "video");
    expect(shown.answer.headers.get("cache-control")).toBe("private, no-store");
    expect(shown.answer.headers.get("content-type")).toBe("video/mp4");
  });

  test("not again, when the browser has it and may still see it", async () => {
    const etag = (await ask(therapist.sid, photo, "small")).answer.headers.get("etag") ?? "";
    const again = { "if-none-match": `"other", ${etag}` };
    const { answer, bytes } = await ask(therapist.sid, photo, "small", again);
    expect([answer.status, bytes.length]).toEqual([304, 0]);
    const stranger = await makeStaff(await makeClinic());
    expect((await ask(stranger.sid, photo, "small", again)).answer.status).toBe(404);
    expect((await ask(null, photo, "small", again)).answer.status).toBe(401);
  });

  test("to HEAD without the bytes", async () => {
    const whole = await ask(therapist.sid, video, "video");
    const { answer, bytes } = await ask(therapist.sid, video, "video", {}, "HEAD");
    expect([answer.status, bytes.length]).toEqual([200, 0]);
    expect(answer.headers.get("content-length")).toBe(String(whole.bytes.length));
    expect(answer.headers.get("accept-ranges")).toBe("bytes");
    expect(await statusOf(null, video, "video")).toBe(401);
  });
});

describe("a video in part", () => {
  let whole: Buffer;
  let etag: string;
  beforeAll(async () => {
    const { answer, bytes } = await ask(therapist.sid, video, "video");
    whole = bytes;
    etag = answer.headers.get("etag") ?? "";
  });
  const part = (range: string, more: Record<string, string> = {}) =>
    ask(therapist.sid, video, "video", { range, ...more });

  test.each([
    ["bytes=0-1", 0, 2],
    ["bytes=0-0", 0, 1],
    ["bytes=100-", 100, undefined],
    ["bytes=-50", -50, undefined],
    ["bytes=10-99999999", 10, undefined],
    ["bytes=-99999999", 0, undefined],
  ])("%s", async (range, from, to) => {
    const { answer, bytes } = await part(range);
    const expected = whole.subarray(from, to);
    expect(answer.status).toBe(206);
    expect(bytes.equals(expected)).toBe(true);
    const first = from < 0 ? whole.length + from : from;
    expect(answer.headers.get("content-range")).toBe(
      `bytes ${first}-${first + expected.length - 1}/${whole.length}`,
    );
    expect(answer.headers.get("content-length")).toBe(String(expected.length));
  });

  test.each(["bytes=99999999-", "bytes=-0"])("%s lies outside", async (range) => {
    const { answer, bytes } = await part(range);
    expect([answer.status, bytes.length]).toEqual([416, 0]);
    expect(answer.headers.get("content-range")).toBe(`bytes */${whole.length}`);
  });

  test.each(["bytes=0-1,5-6", "bytes=9-3", "bytes=-", "items=0-1", "bytes=a-b", "nonsense"])(
    "%s is answered whole",
    async (range) => {
      const { answer, bytes } = await part(range);
      expect(answer.status).toBe(200);
      expect(bytes.equals(whole)).toBe(true);
    },
  );

  test("only of the very same file", async () => {
    expect((await part("bytes=0-1", { "if-range": etag })).answer.status).toBe(206);
    expect((await part("bytes=0-1", { "if-range": '"older"' })).answer.status).toBe(200);
    const date = "Wed, 21 Oct 2015 07:28:00 GMT";
    expect((await part("bytes=0-1", { "if-range": date })).answer.status).toBe(200);
  });
});
