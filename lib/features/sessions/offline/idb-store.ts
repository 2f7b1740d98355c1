import { type DBSchema, openDB } from "idb";
import type { FigureArt } from "../../../figures/art";
import type { OutboxEntry } from "./outbox";
import {
  type DeviceMeta,
  type Drafts,
  FRESH_DEVICE,
  type KeptSnapshot,
  NO_DRAFTS,
  type PortalStore,
} from "./portal-store";

interface PortalDatabase extends DBSchema {
  outbox: { key: string; value: OutboxEntry; indexes: { patient: [string, number] } };
  snapshot: { key: string; value: KeptSnapshot };
  draft: { key: string; value: { patientId: string; drafts: Drafts } };
  meta: { key: string; value: DeviceMeta };
  /** Pictures of the plan by id, whoever it belongs to: a device shows one patient at a time. */
  figure: { key: string; value: FigureArt };
  /** Its photos, as bytes: not every browser keeps blobs. */
  photo: { key: string; value: ArrayBuffer };
}

const NAME = "carryover-portal";
const META = "device";

function openDatabase() {
  return openDB<PortalDatabase>(NAME, 3, {
    upgrade(db, before) {
      if (before < 1) {
        const outbox = db.createObjectStore("outbox", { keyPath: "id" });
        outbox.createIndex("patient", ["patientId", "seq"], { unique: true });
        db.createObjectStore("snapshot", { keyPath: "patientId" });
        db.createObjectStore("draft", { keyPath: "patientId" });
        db.createObjectStore("meta");
      }
      if (before < 2) db.createObjectStore("figure");
      db.createObjectStore("photo");
    },
    // A newer page wants another version: this one must not hold it up.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
}

type Database = Awaited<ReturnType<typeof openDatabase>>;

const ofPatient = (patientId: string) =>
  IDBKeyRange.bound([patientId, 0], [patientId, Number.MAX_SAFE_INTEGER]);

async function add(db: Database, entry: Omit<OutboxEntry, "seq">) {
  const tx = db.transaction("outbox", "readwrite", { durability: "strict" });
  if (!(await tx.store.get(entry.id))) {
    const last = await tx.store.index("patient").openKeyCursor(ofPatient(entry.patientId), "prev");
    await tx.store.put({ ...entry, seq: (last?.key[1] ?? 0) + 1 });
  }
  await tx.done;
}

async function update(db: Database, entries: readonly OutboxEntry[]) {
  const tx = db.transaction("outbox", "readwrite");
  for (const entry of entries) {
    if (await tx.store.get(entry.id)) await tx.store.put(entry);
  }
  await tx.done;
}

async function remove(db: Database, ids: readonly string[]) {
  const tx = db.transaction("outbox", "readwrite");
  for (const id of ids) await tx.store.delete(id);
  await tx.done;
}

async function readPictures<N extends "figure" | "photo">(
  db: Database,
  name: N,
  ids: readonly string[],
): Promise<Map<string, PortalDatabase[N]["value"]>> {
  const { store } = db.transaction(name);
  const found = await Promise.all(ids.map(async (id) => [id, await store.get(id)] as const));
  return new Map(found.flatMap(([id, kept]) => (kept ? [[id, kept] as const] : [])));
}

async function keepPictures(db: Database, name: "figure" | "photo", ids: readonly string[]) {
  const tx = db.transaction(name, "readwrite");
  for (const id of await tx.store.getAllKeys()) {
    if (!ids.includes(id)) await tx.store.delete(id);
  }
  await tx.done;
}

async function wipe(db: Database, patientId: string) {
  const tx = db.transaction(["snapshot", "draft", "figure", "photo", "outbox"], "readwrite");
  await tx.objectStore("figure").clear();
  await tx.objectStore("photo").clear();
  await tx.objectStore("snapshot").delete(patientId);
  await tx.objectStore("draft").delete(patientId);
  for (const entry of await tx
    .objectStore("outbox")
    .index("patient")
    .getAll(ofPatient(patientId))) {
    if (entry.state === "sent") await tx.objectStore("outbox").delete(entry.id);
  }
  await tx.done;
}

/** The device's store in IndexedDB. Rejects where the browser refuses it. */
export async function idbStore(): Promise<PortalStore> {
  const db = await openDatabase();
  return {
    durable: true,
    entries: (patientId) => db.getAllFromIndex("outbox", "patient", ofPatient(patientId)),
    add: (entry) => add(db, entry),
    update: (entries) => update(db, entries),
    remove: (ids) => remove(db, ids),
    readSnapshot: async (patientId) => (await db.get("snapshot", patientId)) ?? null,
    writeSnapshot: async (kept) => {
      await db.put("snapshot", kept);
    },
    readDrafts: async (patientId) => (await db.get("draft", patientId))?.drafts ?? NO_DRAFTS,
    writeDrafts: async (patientId, drafts) => {
      await db.put("draft", { patientId, drafts });
    },
    readMeta: async () => ({ ...FRESH_DEVICE, ...(await db.get("meta", META)) }),
    writeMeta: async (meta) => {
      await db.put("meta", meta, META);
    },
    readFigures: (ids) => readPictures(db, "figure", ids),
    writeFigure: async (id, art) => {
      await db.put("figure", art, id);
    },
    keepFigures: (ids) => keepPictures(db, "figure", ids),
    readPhotos: (ids) => readPictures(db, "photo", ids),
    writePhoto: async (id, bytes) => {
      await db.put("photo", bytes, id);
    },
    keepPhotos: (ids) => keepPictures(db, "photo", ids),
    wipe: (patientId) => wipe(db, patientId),
  };
}
