import type { FigureArt } from "../../../figures/art";
import { type PortalSnapshot, SNAPSHOT_FORMAT } from "../snapshot";
import type { SyncAnswer } from "../sync-answer";
import type { SendOutcome, SyncRequest } from "./outbox";

/** What became of asking for a snapshot. */
export type FetchOutcome =
  | {
      readonly kind: "fresh";
      readonly snapshot: PortalSnapshot;
      readonly etag: string | null;
      readonly skewMs: number;
    }
  | { readonly kind: "unchanged"; readonly skewMs: number }
  | { readonly kind: "signed_out" }
  /** This page is older than the server's answer. */
  | { readonly kind: "outdated" }
  | { readonly kind: "unreachable" };

/** The portal's routes. */
export interface PortalNetwork {
  fetchSnapshot(etag: string | null): Promise<FetchOutcome>;
  send(request: SyncRequest): Promise<SendOutcome>;
  /** A picture by its id; null when it cannot be had now. */
  fetchFigure(id: string): Promise<FigureArt | null>;
  /** The bytes of a photo by its id; null when they cannot be had now. */
  fetchPhoto(id: string): Promise<ArrayBuffer | null>;
}

const PATIENCE_MS = 20_000;
const BAD_BATCH: readonly number[] = [400, 413, 415, 422];

function skewOf(serverNow: string | null): number {
  const at = Date.parse(serverNow ?? "");
  return Number.isNaN(at) ? 0 : at - Date.now();
}

async function fetchSnapshot(etag: string | null): Promise<FetchOutcome> {
  try {
    const response = await fetch("/api/portal/snapshot", {
      cache: "no-store",
      headers: etag ? { "If-None-Match": etag } : {},
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const skewMs = skewOf(response.headers.get("server-now"));
    if (response.status === 304) return { kind: "unchanged", skewMs };
    if (response.status === 401) return { kind: "signed_out" };
    if (!response.ok) return { kind: "unreachable" };
    const snapshot = (await response.json()) as PortalSnapshot;
    if (snapshot.format !== SNAPSHOT_FORMAT) return { kind: "outdated" };
    return { kind: "fresh", snapshot, etag: response.headers.get("etag"), skewMs };
  } catch {
    return { kind: "unreachable" };
  }
}

async function send(request: SyncRequest): Promise<SendOutcome> {
  try {
    const response = await fetch("/api/portal/sync", {
      method: "POST",
      cache: "no-store",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.ok) return { kind: "answer", answer: (await response.json()) as SyncAnswer };
    if (response.status === 401) return { kind: "signed_out" };
    if (response.status === 409) return { kind: "other_patient" };
    return { kind: BAD_BATCH.includes(response.status) ? "bad_batch" : "unreachable" };
  } catch {
    return { kind: "unreachable" };
  }
}

async function fetchFigure(id: string): Promise<FigureArt | null> {
  try {
    // Signing out wipes what the device keeps; the browser's cache would still tell the exercises.
    const response = await fetch(`/api/figures/${id}`, {
      cache: "no-store",
      credentials: "omit",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return response.ok ? ((await response.json()) as FigureArt) : null;
  } catch {
    return null;
  }
}

async function fetchPhoto(id: string): Promise<ArrayBuffer | null> {
  try {
    const response = await fetch(`/api/media/${id}/medium`, {
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return response.ok ? await response.arrayBuffer() : null;
  } catch {
    return null;
  }
}

/** The portal's routes over fetch. Nothing of it is kept in the browser's own cache. */
export const portalNetwork: PortalNetwork = { fetchSnapshot, send, fetchFigure, fetchPhoto };
