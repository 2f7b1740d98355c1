import type { Locale } from "../../../domain/plan/plan-document";
import type { PortalSnapshot } from "../snapshot";
import { readEarlier } from "./earlier-snapshot";
import { flushOutbox, type OutboxEntry, type OutboxItem, retryDelayMs } from "./outbox";
import { NO_PICTURES, type PlanPictures, pictureShelf } from "./pictures";
import type { FetchOutcome, PortalNetwork } from "./portal-network";
import { FRESH_DEVICE, type KeptSnapshot, NO_DRAFTS, type PortalStore } from "./portal-store";
import type { SessionDraft } from "./session-draft";

/** What the screens show. */
export interface PortalState extends PlanPictures {
  /** `no_plan_kept`: nothing on the device yet, and nothing could be reached. */
  readonly phase: "starting" | "ready" | "signed_out" | "no_plan_kept";
  readonly snapshot: PortalSnapshot | null;
  readonly entries: readonly OutboxEntry[];
  /** The session in progress. */
  readonly draft: SessionDraft | null;
  /** The past session being filled in or corrected. */
  readonly form: SessionDraft | null;
  readonly skewMs: number;
  readonly locale: Locale | null;
  /** False when the browser keeps nothing after closing. */
  readonly durable: boolean;
  /** Whether the last attempt reached the server; null before the first. */
  readonly reached: boolean | null;
  /** True when the server speaks to a newer page than this one. */
  readonly outdated: boolean;
}

export const STARTING: PortalState = {
  phase: "starting",
  snapshot: null,
  ...NO_PICTURES,
  entries: [],
  draft: null,
  form: null,
  skewMs: 0,
  locale: null,
  durable: true,
  reached: null,
  outdated: false,
};

interface Surroundings {
  readonly openStore: () => Promise<PortalStore>;
  readonly network: PortalNetwork;
  /** Ends the session on the server; false when that could not be reached. */
  readonly endSession: () => Promise<boolean>;
  readonly nowMs: () => number;
  /** Runs `work` in one tab at a time. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
  /** Runs `work` once, later; a new call replaces the last. */
  readonly later: (work: () => void, ms: number) => void;
}

/** The portal's one source of truth on the device: shows what is kept, sends what waits, fetches what is new. */
export interface PortalClient {
  subscribe(listener: () => void): () => void;
  state(): PortalState;
  start(): Promise<void>;
  /** Sends what waits, then asks for news. Safe to call at any time. */
  sync(): Promise<void>;
  /** Keeps an entry on the device first, then tries to send it. Resolves when it is kept. */
  record(item: OutboxItem): Promise<void>;
  saveDraft(draft: SessionDraft | null): Promise<void>;
  saveForm(form: SessionDraft | null): Promise<void>;
  /** Removes an entry that the server refused; the patient has seen why. */
  dismiss(id: string): Promise<void>;
  setLocale(locale: Locale): Promise<void>;
  /** Wipes plan, logs and draft, ends the session; entries not yet sent stay, sealed. */
  signOut(): Promise<void>;
}

export function createPortalClient(around: Surroundings): PortalClient {
  let state = STARTING;
  let store: PortalStore | null = null;
  let meta = FRESH_DEVICE;
  let kept: KeptSnapshot | null = null;
  let failures = 0;
  let running: Promise<void> | null = null;
  let again = false;
  /** Rises at sign-out, so that an answer still on its way cannot bring anything back. */
  let epoch = 0;
  const listeners = new Set<() => void>();

  function set(change: Partial<PortalState>) {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  function opened(): PortalStore {
    if (!store) throw new Error("the portal has not started");
    return store;
  }

  const shelf = pictureShelf({
    store: opened,
    network: around.network,
    snapshot: () => kept?.snapshot ?? null,
    show: set,
  });

  async function remember(change: Partial<typeof meta>) {
    meta = { ...meta, ...change };
    await opened().writeMeta(meta);
    set({ skewMs: meta.skewMs, locale: meta.locale });
  }

  async function show(patientId: string | null) {
    const [own, entries, drafts] = patientId
      ? await Promise.all([
          opened().readSnapshot(patientId),
          opened().entries(patientId),
          opened().readDrafts(patientId),
        ])
      : [null, [], NO_DRAFTS];
    const snapshot = own && readEarlier(own.snapshot);
    kept = own && snapshot && { ...own, snapshot };
    await shelf.tidy();
    const { live, form } = own ? drafts : NO_DRAFTS;
    set({ snapshot, entries, draft: live, form });
    if (own) set({ phase: "ready" });
  }

  async function refreshEntries() {
    if (meta.patientId) set({ entries: await opened().entries(meta.patientId) });
  }

  /** The session has ended: what is kept goes, what was not sent and not finished stays, sealed. */
  async function seal() {
    kept = null;
    shelf.clear();
    if (meta.patientId) {
      const drafts = await opened().readDrafts(meta.patientId);
      await opened().wipe(meta.patientId);
      await opened().writeDrafts(meta.patientId, drafts);
    }
    set({ phase: "signed_out", snapshot: null, draft: null, form: null, reached: true });
    await refreshEntries();
  }

  async function keep(outcome: Extract<FetchOutcome, { kind: "fresh" }>, askedAt: number) {
    const patientId = outcome.snapshot.patient.id;
    if (meta.patientId !== null && meta.patientId !== patientId)
      await opened().wipe(meta.patientId);
    const { snapshot, etag } = outcome;
    await opened().writeSnapshot({ patientId, snapshot, etag, checkedAt: askedAt });
    await remember({ patientId, skewMs: outcome.skewMs });
  }

  async function keepDrafts() {
    const { draft: live, form } = state;
    if (meta.patientId) await opened().writeDrafts(meta.patientId, { live, form });
  }

  function phaseWithoutNews(): PortalState["phase"] {
    if (state.phase === "signed_out") return "signed_out";
    return state.snapshot ? "ready" : "no_plan_kept";
  }

  /** Entries that the server had before this snapshot was asked for are in it. */
  async function dropSent(askedAt: number) {
    if (!meta.patientId) return;
    const entries = await opened().entries(meta.patientId);
    const inSnapshot = entries.filter((e) => e.sentAt !== null && e.sentAt <= askedAt);
    await opened().remove(inSnapshot.map((entry) => entry.id));
  }

  async function refresh(): Promise<boolean> {
    const askedAt = around.nowMs();
    const asked = epoch;
    const outcome = await around.network.fetchSnapshot(kept?.etag ?? null);
    if (asked !== epoch) return true;
    if (outcome.kind === "signed_out") {
      await seal();
      return true;
    }
    if (outcome.kind === "unreachable" || outcome.kind === "outdated") {
      const outdated = outcome.kind === "outdated";
      set({ phase: phaseWithoutNews(), reached: outdated, outdated });
      return false;
    }
    if (outcome.kind === "fresh") await keep(outcome, askedAt);
    else if (kept) {
      await opened().writeSnapshot({ ...kept, checkedAt: askedAt });
      await remember({ skewMs: outcome.skewMs });
    }
    await dropSent(askedAt);
    await show(meta.patientId);
    set({ reached: true, outdated: false });
    // Not waited for: what the patient typed goes first, and a picture may take its time.
    void shelf.fetchMissing();
    return true;
  }

  async function flush() {
    if (!meta.patientId || state.phase === "signed_out") return "empty";
    const { patientId } = meta;
    const result = await flushOutbox({
      store: opened(),
      patientId,
      send: around.network.send,
      nowMs: around.nowMs,
    });
    await refreshEntries();
    return result;
  }

  async function syncOnce() {
    if (meta.signOutPending) {
      if (!(await around.endSession())) return false;
      await remember({ signOutPending: false });
    }
    const sent = await flush();
    if (sent === "unreachable") {
      set({ reached: false, phase: phaseWithoutNews() });
      return false;
    }
    if (!(await refresh())) return false;
    // Whoever has just signed in may have entries of an earlier time on this device.
    if (!state.entries.some((entry) => entry.state === "waiting")) return true;
    return (await flush()) === "empty" && refresh();
  }

  async function syncUntilQuiet() {
    do {
      again = false;
      const done = await syncOnce();
      failures = done ? 0 : failures + 1;
      if (!done) around.later(() => void sync(), retryDelayMs(failures, Math.random()));
    } while (again);
  }

  function sync(): Promise<void> {
    if (!store) return Promise.resolve();
    again = running !== null;
    running ??= around.alone(syncUntilQuiet).finally(() => {
      running = null;
    });
    return running;
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state,
    async start() {
      store ??= await around.openStore();
      meta = await store.readMeta();
      set({ durable: store.durable, skewMs: meta.skewMs, locale: meta.locale });
      if (meta.signOutPending) set({ phase: "signed_out" });
      else await show(meta.patientId);
      await sync();
    },
    sync,
    async record(item) {
      if (!meta.patientId) throw new Error("nobody is signed in");
      const { patientId } = meta;
      const fresh = { id: item.id, patientId, item, state: "waiting", code: null } as const;
      await opened().add({ ...fresh, sentAt: null });
      await refreshEntries();
      void sync();
    },
    async saveDraft(draft) {
      set({ draft });
      await keepDrafts();
    },
    async saveForm(form) {
      set({ form });
      await keepDrafts();
    },
    async dismiss(id) {
      await opened().remove([id]);
      await refreshEntries();
    },
    setLocale: (locale) => remember({ locale }),
    async signOut() {
      epoch += 1;
      kept = null;
      shelf.clear();
      if (meta.patientId) await opened().wipe(meta.patientId);
      await remember({ patientId: null, signOutPending: true });
      set({ phase: "signed_out", snapshot: null, entries: [], draft: null, form: null });
      if (await around.endSession()) await remember({ signOutPending: false });
    },
  };
}
