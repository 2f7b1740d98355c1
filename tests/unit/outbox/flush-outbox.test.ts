import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  flushOutbox,
  nextBatch,
  type OutboxEntry,
  type OutboxItem,
  retryDelayMs,
  type SendOutcome,
  type SyncRequest,
} from "@/lib/features/sessions/offline/outbox";
import { memoryStore, type PortalStore } from "@/lib/features/sessions/offline/portal-store";

const ELENA = "elena";

function morning(id: string, pain = 3): OutboxItem {
  const at = "2026-11-20T07:00:00.000Z";
  const typed = { occurredAt: at, typedAt: at, zone: "Europe/Madrid", localOn: null };
  return { kind: "morning", id, rootId: id, pain, ...typed };
}

function waiting(id: string, item = morning(id)): Omit<OutboxEntry, "seq"> {
  return { id, patientId: ELENA, item, state: "waiting", code: null, sentAt: null };
}

/** What the server keeps: by id, in order of arrival; the rule of sync-batch.ts. */
function fakeServer() {
  const rows: OutboxItem[] = [];
  return {
    rows,
    take(request: SyncRequest): SendOutcome {
      const results = request.items.map((item) => {
        const same = rows.find((row) => row.id === item.id);
        if (!same) rows.push(item);
        const status = same ? ("duplicate" as const) : ("accepted" as const);
        return { id: item.id, status, code: null, fields: {} };
      });
      return { kind: "answer", answer: { serverNow: request.deviceNow, results } };
    },
  };
}

/** `lost_request`: never arrives; `lost_answer`: arrives, nobody hears; `crash`: heard, not written down. */
const FAULTS = ["none", "lost_request", "lost_answer", "crash", "mixed_up"] as const;
type Fault = (typeof FAULTS)[number];

class Crash extends Error {}

async function flushWith(store: PortalStore, server: ReturnType<typeof fakeServer>, fault: Fault) {
  const faulty: PortalStore = {
    ...store,
    update: async (entries) => {
      if (fault === "crash") throw new Crash();
      await store.update(entries);
    },
  };
  const send = async (request: SyncRequest): Promise<SendOutcome> => {
    if (fault === "lost_request") return { kind: "unreachable" };
    const outcome = server.take(request);
    if (fault === "lost_answer") return { kind: "unreachable" };
    if (fault === "mixed_up" && outcome.kind === "answer") {
      const results = [...outcome.answer.results].reverse();
      return { kind: "answer", answer: { ...outcome.answer, results } };
    }
    return outcome;
  };
  try {
    return await flushOutbox({ store: faulty, patientId: ELENA, send, nowMs: () => 1_000 });
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
    return "crashed";
  }
}

describe("whatever happens on the way", () => {
  test("each log arrives exactly once, in the order of typing", async () => {
    const step = fc.record({ typed: fc.nat({ max: 4 }), fault: fc.constantFrom(...FAULTS) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const store = memoryStore();
        const server = fakeServer();
        const typed: string[] = [];
        for (const { typed: count, fault } of steps) {
          for (let i = 0; i < count; i++) {
            typed.push(`log-${typed.length}`);
            await store.add(waiting(typed.at(-1)!));
            // A second tap, or a page that was reloaded while writing.
            await store.add(waiting(typed.at(-1)!));
          }
          await flushWith(store, server, fault);
        }
        expect(await flushWith(store, server, "none")).toBe("empty");
        expect(server.rows.map((row) => row.id)).toEqual(typed);
        const entries = await store.entries(ELENA);
        expect(entries.map((entry) => entry.state)).toEqual(typed.map(() => "sent"));
      }),
    );
  });

  test("two tabs that send at once do no harm", async () => {
    const store = memoryStore();
    const server = fakeServer();
    for (const id of ["a", "b", "c"]) await store.add(waiting(id));
    await Promise.all([flushWith(store, server, "none"), flushWith(store, server, "none")]);
    expect(server.rows.map((row) => row.id)).toEqual(["a", "b", "c"]);
  });
});

describe("an entry", () => {
  test("that the server refuses is kept with its reason, and not sent again", async () => {
    const store = memoryStore();
    await store.add(waiting("a"));
    let sent = 0;
    const send = async (): Promise<SendOutcome> => {
      sent += 1;
      const result = { id: "a", status: "rejected", code: "too_late", fields: {} } as const;
      return { kind: "answer", answer: { serverNow: "", results: [result] } };
    };
    const flush = () => flushOutbox({ store, patientId: ELENA, send, nowMs: () => 1 });
    expect([await flush(), await flush()]).toEqual(["empty", "empty"]);
    expect(sent).toBe(1);
    expect(await store.entries(ELENA)).toMatchObject([{ state: "rejected", code: "too_late" }]);
  });

  test("that spoils its batch is found, and the others arrive", async () => {
    const store = memoryStore();
    const server = fakeServer();
    for (const id of ["a", "poison", "c"]) await store.add(waiting(id));
    const send = async (request: SyncRequest): Promise<SendOutcome> =>
      request.items.some((item) => item.id === "poison")
        ? { kind: "bad_batch" }
        : server.take(request);
    await flushOutbox({ store, patientId: ELENA, send, nowMs: () => 1 });
    expect(server.rows.map((row) => row.id)).toEqual(["a", "c"]);
    const states = (await store.entries(ELENA)).map((entry) => entry.state);
    expect(states).toEqual(["sent", "rejected", "sent"]);
  });

  test("that an answer does not name goes on waiting, without asking for ever", async () => {
    const store = memoryStore();
    await store.add(waiting("a"));
    const send = async (): Promise<SendOutcome> => ({
      kind: "answer",
      answer: { serverNow: "", results: [] },
    });
    expect(await flushOutbox({ store, patientId: ELENA, send, nowMs: () => 1 })).toBe(
      "unreachable",
    );
    expect((await store.entries(ELENA))[0]?.state).toBe("waiting");
  });

  test.each(["signed_out", "other_patient", "unreachable"] as const)(
    "waits after %s",
    async (kind) => {
      const store = memoryStore();
      await store.add(waiting("a"));
      const result = await flushOutbox({
        store,
        patientId: ELENA,
        send: async () => ({ kind }),
        nowMs: () => 1,
      });
      expect(result).toBe(kind);
      expect((await store.entries(ELENA))[0]?.state).toBe("waiting");
    },
  );

  test("of another patient is never in the batch", async () => {
    const store = memoryStore();
    const server = fakeServer();
    await store.add(waiting("a"));
    await store.add({ ...waiting("b"), patientId: "rosa" });
    await flushWith(store, server, "none");
    expect(server.rows.map((row) => row.id)).toEqual(["a"]);
    expect((await store.entries("rosa"))[0]?.state).toBe("waiting");
  });
});

test("batches stay far below what the server takes, and never empty while something waits", () => {
  const long = "x".repeat(2000);
  const entry = (seq: number, note: string): OutboxEntry => ({
    ...waiting(`e${seq}`, { ...morning(`e${seq}`), note } as unknown as OutboxItem),
    seq,
  });
  fc.assert(
    fc.property(fc.nat({ max: 120 }), fc.boolean(), (count, heavy) => {
      const entries = Array.from({ length: count }, (_, i) => entry(i, heavy ? long : ""));
      const batch = nextBatch(entries);
      expect(batch.length).toBeLessThanOrEqual(50);
      expect(batch.length > 0).toBe(count > 0);
      expect(JSON.stringify(batch.map((e) => e.item)).length).toBeLessThan(200_000);
    }),
  );
});

test("waits longer after each failure, and never more than about seven minutes", () => {
  const delays = [1, 2, 3, 4, 5, 50].map((n) => retryDelayMs(n, 0));
  expect(delays).toEqual([...delays].sort((a, b) => a - b));
  expect(retryDelayMs(50, 1)).toBeLessThanOrEqual(450_000);
  expect(retryDelayMs(1, 0)).toBeGreaterThanOrEqual(5_000);
});
