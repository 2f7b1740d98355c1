import { afterAll, beforeAll, expect, test } from "vitest";
import { GET } from "@/app/api/media/[id]/[variant]/route";
import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { consent } from "@/db/schema/patient";
import { withSelf } from "@/lib/auth/access";
import { env } from "@/lib/env";
import { PRIVACY_VERSION } from "@/lib/features/account/privacy";
import { attachMedia } from "@/lib/features/media/attach-media";
import { withPaperPhotos } from "@/lib/features/media/paper-photos";
import { mediaStore } from "@/lib/features/media/store";
import { uploadMedia } from "@/lib/features/media/upload-media";
import { planDocuments } from "@/lib/features/plans/document-queries";
import { exercisesNow } from "@/lib/features/plans/exercise-queries";
import { keepSnapshot } from "@/lib/features/sessions/keep-snapshot";
import type { PortalSnapshot } from "@/lib/features/sessions/snapshot";
import { mediaHome } from "@/tests/support/media-home";
import { HOUR_MS, line, makePlan, NOW, publishLines } from "../plans/plan-setup";
import { cookieOf, fixture, upload } from "./media-request";
import { makeOwnExercise } from "./media-setup";

const home = mediaHome();
afterAll(home.remove);

type Plan = Awaited<ReturnType<typeof makePlan>>;
let plan: Plan;
let slug: string;
let photo: string;
let film: string;
let later: string;
let first: { versionId: string; revision: number };

const attach = ({ therapist }: Plan, ids: readonly string[]) =>
  inScope(therapist.access("edit-library").scope, (tx) =>
    attachMedia(tx, therapist.access("edit-library"), slug, ids),
  );
const idsIn = async (versionId: string) => {
  const { access, clinicId } = plan;
  const [document] = await inScope(access.scope, (tx) =>
    planDocuments(tx, {
      clinicId,
      versionIds: [versionId],
      locale: "en",
      origin: "https://x.test",
    }),
  );
  return document?.exercises.map(({ media }) => media.map(({ id }) => id));
};
const seenBy = async (sid: string, id: string, variant: string) => {
  const request = new Request(`${env.origin}/api/media/${id}/${variant}`, {
    headers: { cookie: await cookieOf(sid) },
  });
  return (await GET(request, { params: Promise.resolve({ id, variant }) })).status;
};

beforeAll(async () => {
  plan = await makePlan();
  const { sid } = plan.therapist;
  slug = await makeOwnExercise(plan.therapist);
  photo = (await upload(sid, fixture("located.heic"))).media!.id;
  film = (await upload(sid, fixture("located.mp4"))).media!.id;
  later = (await upload(sid, fixture("located.heic"))).media!.id;
  await attach(plan, [film, photo]);
  first = await publishLines(plan.access, plan.planId, 1, [line(slug), line("bridge"), line(slug)]);
});

test("a published version shows what the exercise showed that day, in its order", async () => {
  expect(await idsIn(first.versionId)).toEqual([[film, photo], [], [film, photo]]);
  await attach(plan, [later]);
  expect(await idsIn(first.versionId)).toEqual([[film, photo], [], [film, photo]]);
  const lines = [line(slug)];
  const at = new Date(NOW.getTime() + HOUR_MS);
  const second = await publishLines(plan.access, plan.planId, first.revision, lines, at);
  expect(await idsIn(second.versionId)).toEqual([[later]]);
  await attach(plan, []);
  expect(await idsIn(second.versionId)).toEqual([[later]]);
});

test("the preview of a draft shows what the exercise shows now", async () => {
  await attach(plan, [photo]);
  const access = plan.therapist.access("view-library");
  const words = await exercisesNow(access, { slugs: [slug, "bridge"], locale: "en" });
  expect(words[slug]?.words.media.map(({ id }) => id)).toEqual([photo]);
  expect(words.bridge?.words.media).toEqual([]);
});

test("what is taken off the exercise stays where it was published, after the clearing too", async () => {
  await attach(plan, []);
  const days = new Date(Date.now() + 3 * 24 * HOUR_MS);
  const bytes = new Uint8Array(fixture("located.heic"));
  await uploadMedia(
    plan.therapist.access("edit-library"),
    { stream: new Blob([bytes]).stream(), announced: bytes.length },
    { store: await mediaStore(), now: days },
  );
  expect(await idsIn(first.versionId)).toEqual([[film, photo], [], [film, photo]]);
  const { sid } = plan.patient;
  for (const id of [photo, later]) expect(await seenBy(sid, id, "medium")).toBe(200);
  expect(await seenBy(sid, film, "video")).toBe(200);
});

test("paper is handed the photos' bytes, and is printed without those that are gone", async () => {
  const { access, clinicId } = plan;
  const asked = { clinicId, versionIds: [first.versionId], locale: "en", origin: "" } as const;
  const [document] = await inScope(access.scope, (tx) => planDocuments(tx, asked));
  const shown = await withPaperPhotos(document!, clinicId, mediaStore);
  const [own, drawn] = shown.exercises;
  expect(own?.photos).toMatchObject([{ width: 96, height: 64 }]);
  expect([...own!.photos[0]!.jpeg.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
  expect(drawn?.photos).toEqual([]);
  const unreachable = {
    ...(await mediaStore()),
    get: () => Promise.reject(new Error("unreachable")),
  };
  const empty = { ...(await mediaStore()), get: async () => null };
  const closed = () => Promise.reject(new Error("no such folder"));
  for (const open of [async () => unreachable, async () => empty, closed])
    expect((await withPaperPhotos(document!, clinicId, open)).exercises[0]?.photos).toEqual([]);
});

test("the phone is told what to show of the newest version, in both languages", async () => {
  const { clinicId, patientId, sid } = plan.patient;
  await inScope({ clinicId }, (tx) =>
    tx
      .insert(consent)
      .values({ clinicId, id: newId(), patientId, documentVersion: PRIVACY_VERSION, locale: "en" }),
  );
  const { body } = await withSelf(sid, new Date(), (tx, access, viewer) =>
    keepSnapshot(tx, access, viewer, { now: NOW, origin: env.origin }),
  );
  const { plans } = JSON.parse(body) as PortalSnapshot;
  for (const document of Object.values(plans[0]!.documents))
    expect(document.exercises.map(({ media }) => media)).toEqual([
      [{ id: later, kind: "photo", width: 96, height: 64, durationMs: null }],
    ]);
});
