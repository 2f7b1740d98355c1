import type { MorningItemInput, SessionItemInput } from "../schema";
import type { RejectCode, SyncAnswer } from "../sync-answer";

export type OutboxItem = SessionItemInput | MorningItemInput;

/**
 * Something typed on this device. `waiting` until the server has answered for it; `sent` until a
 * snapshot that holds it has arrived; `rejected` stays until the patient has seen it.
 */
export interface OutboxEntry {
  /** The item's own id: adding it twice is one entry. */
  readonly id: string;
  /** Sealed to this patient; never sent under another's sign-in. */
  readonly patientId: string;
  /** Order of typing. */
  readonly seq: number;
  readonly item: OutboxItem;
  readonly state: "waiting" | "sent" | "rejected";
  readonly code: RejectCode | null;
  /** Device clock in milliseconds when the server had it; null before. */
  readonly sentAt: number | null;
}

/** Where entries live; IndexedDB on a phone, memory in tests. */
export interface OutboxStore {
  /** By `seq`. */
  entries(patientId: string): Promise<OutboxEntry[]>;
  /** Overwrites entries that are still there; one removed meanwhile stays removed. */
  update(entries: readonly OutboxEntry[]): Promise<void>;
}

/** What came back from one attempt to send. */
export type SendOutcome =
  | { readonly kind: "answer"; readonly answer: SyncAnswer }
  /** The batch itself was refused (400, 413, 422): one of its entries is at fault. */
  | { readonly kind: "bad_batch" }
  | { readonly kind: "signed_out" }
  | { readonly kind: "other_patient" }
  /** No network, or the server failed: nothing is known about the batch. */
  | { readonly kind: "unreachable" };

export interface SyncRequest {
  readonly patientId: string;
  readonly deviceNow: string;
  readonly items: readonly OutboxItem[];
}

export type FlushResult = "empty" | "signed_out" | "other_patient" | "unreachable";

/** Half of what the server takes, so that an envelope never decides. */
const BATCH_ITEMS = 25;
const BATCH_CHARACTERS = 120_000;

/** The first waiting entries that go out together; at least one. */
export function nextBatch(entries: readonly OutboxEntry[], most = BATCH_ITEMS): OutboxEntry[] {
  const batch: OutboxEntry[] = [];
  let size = 0;
  for (const entry of entries) {
    if (entry.state !== "waiting") continue;
    size += JSON.stringify(entry.item).length;
    if (batch.length === most || (batch.length > 0 && size > BATCH_CHARACTERS)) break;
    batch.push(entry);
  }
  return batch;
}

/** Entries after the server's answer; one that it does not name goes on waiting. */
export function settle(
  batch: readonly OutboxEntry[],
  answer: SyncAnswer,
  nowMs: number,
): OutboxEntry[] {
  const results = new Map(answer.results.map((result) => [result.id, result]));
  return batch.map((entry) => {
    const result = results.get(entry.id);
    if (!result) return entry;
    if (result.status !== "rejected") return { ...entry, state: "sent", code: null, sentAt: nowMs };
    return { ...entry, state: "rejected", code: result.code ?? "invalid" };
  });
}

/**
 * Sends what waits, oldest first, batch by batch, until nothing waits or it cannot go on. A crash or
 * a lost answer leaves entries waiting; sending them again is harmless, because the server knows their
 * ids. An entry leaves `waiting` only by an answer that names it.
 */
export async function flushOutbox({
  store,
  patientId,
  send,
  nowMs,
}: {
  readonly store: OutboxStore;
  readonly patientId: string;
  readonly send: (request: SyncRequest) => Promise<SendOutcome>;
  readonly nowMs: () => number;
}): Promise<FlushResult> {
  let most = BATCH_ITEMS;
  for (;;) {
    const batch = nextBatch(await store.entries(patientId), most);
    if (batch.length === 0) return "empty";
    const outcome = await send({
      patientId,
      deviceNow: new Date(nowMs()).toISOString(),
      items: batch.map((entry) => entry.item),
    });
    if (outcome.kind === "answer") {
      const settled = settle(batch, outcome.answer, nowMs());
      await store.update(settled);
      // An answer that names none of them would be asked for for ever.
      if (settled.every((entry) => entry.state === "waiting")) return "unreachable";
    } else if (outcome.kind === "bad_batch") {
      if (batch.length > 1) most = 1;
      else await store.update([{ ...batch[0]!, state: "rejected", code: "invalid" }]);
    } else {
      return outcome.kind;
    }
  }
}

const RETRY_SECONDS = [5, 15, 60, 300] as const;

/** Milliseconds to wait after the n-th failure in a row (n from 1); `spread` 0 to 1 keeps devices apart. */
export function retryDelayMs(failures: number, spread: number): number {
  const seconds = RETRY_SECONDS[Math.min(failures, RETRY_SECONDS.length) - 1] ?? RETRY_SECONDS[0];
  return seconds * 1000 * (1 + spread / 2);
}
