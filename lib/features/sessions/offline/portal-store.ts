import type { FigureArt } from "../../../figures/art";
import type { PortalSnapshot } from "../snapshot";
import type { OutboxEntry, OutboxStore } from "./outbox";
import type { SessionDraft } from "./session-draft";

/** A snapshot as it came, with what asks for the next one. */
export interface KeptSnapshot {
  readonly patientId: string;
  readonly etag: string | null;
  readonly snapshot: PortalSnapshot;
  /** Device clock in milliseconds when it was last known to be current. */
  readonly checkedAt: number;
}

/** Small things this device remembers. */
export interface DeviceMeta {
  /** Whose data is shown. */
  readonly patientId: string | null;
  /** Milliseconds to add to this device's clock. */
  readonly skewMs: number;
  readonly locale: "en" | "es" | null;
  /** The patient signed out while nothing could be reached; the cookie still has to go. */
  readonly signOutPending: boolean;
}

/** What is being typed: a session in progress, and a past one being filled in or corrected. */
export interface Drafts {
  readonly live: SessionDraft | null;
  readonly form: SessionDraft | null;
}

export const NO_DRAFTS: Drafts = { live: null, form: null };

export const FRESH_DEVICE: DeviceMeta = {
  patientId: null,
  skewMs: 0,
  locale: null,
  signOutPending: false,
};

/** Everything the portal keeps on the device. */
export interface PortalStore extends OutboxStore {
  /** False when it forgets on closing the page. */
  readonly durable: boolean;
  add(entry: Omit<OutboxEntry, "seq">): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  readSnapshot(patientId: string): Promise<KeptSnapshot | null>;
  writeSnapshot(kept: KeptSnapshot): Promise<void>;
  readDrafts(patientId: string): Promise<Drafts>;
  writeDrafts(patientId: string, drafts: Drafts): Promise<void>;
  readMeta(): Promise<DeviceMeta>;
  writeMeta(meta: DeviceMeta): Promise<void>;
  /** Those of the pictures that are kept, by id. */
  readFigures(ids: readonly string[]): Promise<ReadonlyMap<string, FigureArt>>;
  writeFigure(id: string, art: FigureArt): Promise<void>;
  /** Every picture but these goes. */
  keepFigures(ids: readonly string[]): Promise<void>;
  /** As for pictures. */
  readPhotos(ids: readonly string[]): Promise<ReadonlyMap<string, ArrayBuffer>>;
  writePhoto(id: string, bytes: ArrayBuffer): Promise<void>;
  keepPhotos(ids: readonly string[]): Promise<void>;
  /** Plan, pictures, photos, logs and what is unfinished go; entries that the server has not answered for stay. */
  wipe(patientId: string): Promise<void>;
}

/** Forgets on closing the page: for browsers that refuse storage. */
export function memoryStore(): PortalStore {
  const outbox = new Map<string, OutboxEntry>();
  const snapshots = new Map<string, KeptSnapshot>();
  const drafts = new Map<string, Drafts>();
  const figures = new Map<string, FigureArt>();
  const photos = new Map<string, ArrayBuffer>();
  let meta = FRESH_DEVICE;
  let seq = 0;
  const ofPatient = (patientId: string) =>
    [...outbox.values()]
      .filter((entry) => entry.patientId === patientId)
      .sort((a, b) => a.seq - b.seq);
  return {
    durable: false,
    entries: async (patientId) => ofPatient(patientId),
    add: async (entry) => {
      if (!outbox.has(entry.id)) outbox.set(entry.id, { ...entry, seq: ++seq });
    },
    update: async (entries) => {
      for (const entry of entries) if (outbox.has(entry.id)) outbox.set(entry.id, entry);
    },
    remove: async (ids) => {
      for (const id of ids) outbox.delete(id);
    },
    readSnapshot: async (patientId) => snapshots.get(patientId) ?? null,
    writeSnapshot: async (kept) => {
      snapshots.set(kept.patientId, kept);
    },
    readDrafts: async (patientId) => drafts.get(patientId) ?? NO_DRAFTS,
    writeDrafts: async (patientId, next) => {
      drafts.set(patientId, next);
    },
    readMeta: async () => meta,
    writeMeta: async (next) => {
      meta = next;
    },
    readFigures: async (ids) => new Map([...figures].filter(([id]) => ids.includes(id))),
    writeFigure: async (id, art) => {
      figures.set(id, art);
    },
    keepFigures: async (ids) => {
      for (const id of figures.keys()) if (!ids.includes(id)) figures.delete(id);
    },
    readPhotos: async (ids) => new Map([...photos].filter(([id]) => ids.includes(id))),
    writePhoto: async (id, bytes) => {
      photos.set(id, bytes);
    },
    keepPhotos: async (ids) => {
      for (const id of photos.keys()) if (!ids.includes(id)) photos.delete(id);
    },
    wipe: async (patientId) => {
      figures.clear();
      photos.clear();
      snapshots.delete(patientId);
      drafts.delete(patientId);
      for (const entry of ofPatient(patientId)) {
        if (entry.state === "sent") outbox.delete(entry.id);
      }
    },
  };
}
