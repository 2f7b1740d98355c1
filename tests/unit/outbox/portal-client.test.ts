import { describe, expect, test } from "vitest";
import { createPortalClient } from "@/lib/features/sessions/offline/portal-client";
import type { FetchOutcome, PortalNetwork } from "@/lib/features/sessions/offline/portal-network";
import { memoryStore } from "@/lib/features/sessions/offline/portal-store";
import { newDraft } from "@/lib/features/sessions/offline/session-draft";
import type { PortalSnapshot, SnapshotPlan } from "@/lib/features/sessions/snapshot";
import type { FigureArt } from "@/lib/figures/art";

/** A plan of which only the pictures matter here. */
function planShowing(figureIds: readonly string[], photoIds: readonly string[]): SnapshotPlan {
  const video = { id: "film", kind: "video" };
  const media = [video, ...photoIds.map((id) => ({ id, kind: "photo" }))];
  const exercises = [
    ...figureIds.map((figureId) => ({ figureId, media: [] })),
    { figureId: null, media: photoIds.length > 0 ? media : [] },
  ];
  return { documents: { en: { exercises }, es: { exercises } } } as unknown as SnapshotPlan;
}

function artOf(id: string): FigureArt {
  const box = { x: 0, y: 0, width: id.length, height: 10 };
  const motion = { parts: [], moments: 1, keys: [0], path: "back", orders: [] } as const;
  return { format: 1, box, poses: [], thumb: { box, shapes: [] }, motion };
}

interface Shown {
  readonly shown: readonly string[];
  readonly photographed: readonly string[];
}

function snapshotOf(id: string, { shown, photographed }: Shown): PortalSnapshot {
  return {
    format: 6,
    patient: { id, givenName: id, language: "en", timeZone: "Europe/Madrid" },
    clinic: { name: "Riverside", phone: null, emergencyNumber: "112", weekStart: 1 },
    consent: { wanted: null },
    plans: [planShowing(shown, photographed)],
  };
}

/** A phone, the server it talks to, and a clock that only moves forward. */
function phone(store = memoryStore()) {
  const world = {
    signedIn: "elena" as string | null,
    reachable: true,
    received: [] as { patientId: string; id: string }[],
    ended: 0,
    asked: 0,
    onFetch: async () => {},
    shown: [] as string[],
    photographed: [] as string[],
    drawn: [] as string[],
    onFigure: async () => {},
  };
  let clock = 1_000;
  const network: PortalNetwork = {
    async fetchSnapshot(): Promise<FetchOutcome> {
      world.asked += 1;
      await world.onFetch();
      if (!world.reachable) return { kind: "unreachable" };
      if (!world.signedIn) return { kind: "signed_out" };
      const snapshot = snapshotOf(world.signedIn, world);
      return { kind: "fresh", snapshot, etag: "x", skewMs: 5_000 };
    },
    async fetchFigure(id) {
      await world.onFigure();
      if (!world.reachable) return null;
      world.drawn.push(id);
      return artOf(id);
    },
    async fetchPhoto(id) {
      await world.onFigure();
      if (!world.reachable) return null;
      world.drawn.push(id);
      return new TextEncoder().encode(id).buffer;
    },
    async send(request) {
      if (!world.reachable) return { kind: "unreachable" };
      if (!world.signedIn) return { kind: "signed_out" };
      if (world.signedIn !== request.patientId) return { kind: "other_patient" };
      for (const { id } of request.items) world.received.push({ patientId: request.patientId, id });
      const results = request.items.map(({ id }) => ({
        id,
        status: "accepted" as const,
        code: null,
        fields: {},
      }));
      return { kind: "answer", answer: { serverNow: "", results } };
    },
  };
  const client = createPortalClient({
    openStore: async () => store,
    network,
    endSession: async () => {
      if (world.reachable) world.ended += 1;
      return world.reachable;
    },
    nowMs: () => ++clock,
    alone: (work) => work(),
    later: () => {},
  });
  return { world, client, store };
}

const log = (id: string) =>
  ({
    kind: "morning",
    id,
    rootId: id,
    pain: 2,
    occurredAt: "2026-11-20T07:00:00.000Z",
    typedAt: "2026-11-20T07:00:00.000Z",
    zone: "Europe/Madrid",
    localOn: null,
  }) as const;

const states = (client: ReturnType<typeof phone>["client"]) =>
  client.state().entries.map((entry) => entry.state);

describe("the portal on a phone", () => {
  test("shows what is kept without a network, and keeps what is typed", async () => {
    const first = phone();
    await first.client.start();
    first.world.reachable = false;
    await first.client.record(log("a"));
    await first.client.sync();
    const reopened = phone(first.store);
    reopened.world.reachable = false;
    await reopened.client.start();
    expect(reopened.client.state()).toMatchObject({ phase: "ready", reached: false });
    expect(states(reopened.client)).toEqual(["waiting"]);
    reopened.world.reachable = true;
    await reopened.client.sync();
    expect(reopened.world.received).toEqual([{ patientId: "elena", id: "a" }]);
    expect(states(reopened.client)).toEqual([]);
  });

  test("a plan that the page of before an update kept is read as this one reads it", async () => {
    const { client, world, store } = phone();
    world.shown = ["a"];
    await client.start();
    const kept = await store.readSnapshot("elena");
    const exercises = [{ figureId: "a" }, { figureId: null }];
    const documents = { en: { exercises }, es: { exercises } };
    const plans = [{ documents, change: { added: [] } }];
    const before = { ...kept!.snapshot, plans, format: 2 } as unknown as PortalSnapshot;
    await store.writeSnapshot({ ...kept!, snapshot: before });
    const updated = phone(store);
    updated.world.reachable = false;
    await updated.client.start();
    expect(updated.client.state().phase).toBe("ready");
    const plan = updated.client.state().snapshot!.plans[0]!;
    const { change, adviceTitles } = plan;
    expect(change?.advice).toEqual({ added: [], removed: [], renewed: [], reordered: [] });
    expect(change?.renewed).toEqual([]);
    expect(adviceTitles).toEqual({});
    for (const { exercises, advice } of Object.values(plan.documents)) {
      expect(advice).toEqual([]);
      expect(exercises).toMatchObject([
        { figureId: "a", faults: [], media: [] },
        { faults: [], media: [] },
      ]);
    }
  });

  test("says so when nothing is kept and nothing can be reached", async () => {
    const { client, world } = phone();
    world.reachable = false;
    await client.start();
    expect(client.state().phase).toBe("no_plan_kept");
  });

  test("a revoked session wipes plan and draft from view; logs stay sealed until that patient is back", async () => {
    const { client, world, store } = phone();
    await client.start();
    world.reachable = false;
    await client.record(log("a"));
    const draft = newDraft(
      { planId: "p", versionId: "v", prescribedIds: [] },
      { now: new Date(0), localOn: null },
    );
    await client.saveDraft(draft);
    world.reachable = true;
    world.signedIn = null;
    await client.sync();
    expect(client.state()).toMatchObject({ phase: "signed_out", snapshot: null, draft: null });
    expect(await store.readSnapshot("elena")).toBeNull();

    world.signedIn = "rosa";
    await client.sync();
    expect(client.state().snapshot?.patient.id).toBe("rosa");
    expect(client.state().entries).toEqual([]);
    expect(world.received).toEqual([]);

    world.signedIn = "elena";
    await client.sync();
    expect(world.received).toEqual([{ patientId: "elena", id: "a" }]);
  });

  test("back as the same patient, the waiting logs go out at once and the draft is there", async () => {
    const { client, world } = phone();
    await client.start();
    world.reachable = false;
    await client.record(log("a"));
    const draft = newDraft(
      { planId: "p", versionId: "v", prescribedIds: [] },
      { now: new Date(0), localOn: null },
    );
    await client.saveDraft(draft);
    world.reachable = true;
    world.signedIn = null;
    await client.sync();
    world.signedIn = "elena";
    await client.sync();
    expect(world.received).toHaveLength(1);
    expect(client.state().draft?.id).toBe(draft.id);
  });

  test("signing out wipes at once, offline too, and ends the session when it can", async () => {
    const { client, world, store } = phone();
    await client.start();
    world.reachable = false;
    await client.record(log("a"));
    await client.signOut();
    expect(client.state()).toMatchObject({ phase: "signed_out", snapshot: null, entries: [] });
    expect(await store.readSnapshot("elena")).toBeNull();
    expect(await store.entries("elena")).toHaveLength(1);
    expect(world.ended).toBe(0);

    const reopened = phone(store);
    reopened.world.signedIn = null;
    await reopened.client.start();
    expect(reopened.world.ended).toBe(1);
    expect(reopened.client.state().phase).toBe("signed_out");
  });

  test("an answer that is on its way while signing out brings nothing back", async () => {
    const { client, world, store } = phone();
    await client.start();
    world.onFetch = () => client.signOut();
    await client.sync();
    expect(client.state().snapshot).toBeNull();
    expect(await store.readSnapshot("elena")).toBeNull();
  });

  test("what is typed while it syncs goes out too", async () => {
    const { client, world } = phone();
    await client.start();
    world.onFetch = async () => {
      world.onFetch = async () => {};
      await client.record(log("b"));
    };
    await client.sync();
    expect(world.received.map((r) => r.id)).toEqual(["b"]);
    expect(states(client)).toEqual([]);
  });

  test("keeps the clock's error for the day that it shows", async () => {
    const { client } = phone();
    await client.start();
    expect(client.state().skewMs).toBe(5_000);
  });
});

const figures = (client: ReturnType<typeof phone>["client"]) => [...client.state().figures.keys()];

/** Pictures come by themselves, after the plan. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("the pictures of the plan", () => {
  test("come once, and are there without a network when the phone is opened again", async () => {
    const first = phone();
    first.world.shown = ["a", "b"];
    await first.client.start();
    await settled();
    await first.client.sync();
    await settled();
    expect(first.world.drawn).toEqual(["a", "b"]);
    const reopened = phone(first.store);
    reopened.world.reachable = false;
    await reopened.client.start();
    expect(reopened.client.state().phase).toBe("ready");
    expect(figures(reopened.client)).toEqual(["a", "b"]);
    expect(reopened.world.drawn).toEqual([]);
  });

  test("a new version brings its own and drops those that it no longer shows", async () => {
    const { client, world, store } = phone();
    world.shown = ["a", "b"];
    await client.start();
    await settled();
    world.shown = ["b", "c"];
    await client.sync();
    await settled();
    expect(figures(client)).toEqual(["b", "c"]);
    expect(world.drawn).toEqual(["a", "b", "c"]);
    expect([...(await store.readFigures(["a", "b", "c"])).keys()]).toEqual(["b", "c"]);
  });

  test("one that did not come is asked for next time; the plan does not wait for it", async () => {
    const { client, world } = phone();
    world.shown = ["a"];
    world.onFigure = async () => {
      world.reachable = false;
    };
    await client.start();
    await settled();
    expect(client.state()).toMatchObject({ phase: "ready", reached: true });
    expect(figures(client)).toEqual([]);
    world.reachable = true;
    world.onFigure = async () => {};
    await client.sync();
    await settled();
    expect(figures(client)).toEqual(["a"]);
  });

  test.each(["signing out", "a revoked session"])("%s wipes them", async (way) => {
    const { client, world, store } = phone();
    world.shown = ["a"];
    await client.start();
    await settled();
    world.signedIn = null;
    await (way === "signing out" ? client.signOut() : client.sync());
    expect(figures(client)).toEqual([]);
    expect((await store.readFigures(["a"])).size).toBe(0);
  });

  test("one on its way while signing out does not come back", async () => {
    const { client, world, store } = phone();
    world.shown = ["a"];
    world.onFigure = () => client.signOut();
    await client.start();
    await settled();
    expect(client.state().phase).toBe("signed_out");
    expect(figures(client)).toEqual([]);
    expect((await store.readFigures(["a"])).size).toBe(0);
  });

  test("one of another format is left out", async () => {
    const { client, world, store } = phone();
    world.shown = ["a"];
    await store.writeFigure("a", { ...artOf("a"), format: 0 as 1 });
    world.reachable = false;
    await client.start();
    expect(figures(client)).toEqual([]);
  });
});

const photos = (client: ReturnType<typeof phone>["client"]) => [...client.state().photos.keys()];

describe("the photos of the plan", () => {
  test("come once, are there without a network, and videos are not kept", async () => {
    const first = phone();
    first.world.photographed = ["p", "q"];
    await first.client.start();
    await settled();
    await first.client.sync();
    await settled();
    expect(first.world.drawn).toEqual(["p", "q"]);
    const reopened = phone(first.store);
    reopened.world.reachable = false;
    await reopened.client.start();
    expect(photos(reopened.client)).toEqual(["p", "q"]);
    const bytes = reopened.client.state().photos.get("q");
    expect(new TextDecoder().decode(bytes)).toBe("q");
  });

  test("a new version drops those that it no longer shows", async () => {
    const { client, world, store } = phone();
    world.photographed = ["p", "q"];
    await client.start();
    await settled();
    world.photographed = ["q"];
    await client.sync();
    await settled();
    expect(photos(client)).toEqual(["q"]);
    expect([...(await store.readPhotos(["p", "q"])).keys()]).toEqual(["q"]);
  });

  test.each(["signing out", "a revoked session"])("%s wipes them", async (way) => {
    const { client, world, store } = phone();
    world.photographed = ["p"];
    await client.start();
    await settled();
    expect(photos(client)).toEqual(["p"]);
    world.signedIn = null;
    await (way === "signing out" ? client.signOut() : client.sync());
    expect(photos(client)).toEqual([]);
    expect((await store.readPhotos(["p"])).size).toBe(0);
  });

  test("one on its way while signing out does not come back", async () => {
    const { client, world, store } = phone();
    world.photographed = ["p"];
    world.onFigure = () => client.signOut();
    await client.start();
    await settled();
    expect(photos(client)).toEqual([]);
    expect((await store.readPhotos(["p"])).size).toBe(0);
  });
});
