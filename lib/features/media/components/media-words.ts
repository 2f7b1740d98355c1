import type { MediaView } from "../media-view";

const MB = 1024 * 1024;

/** A file's size as people say it: `340 kB`, `4.2 MB`, `212 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < MB) return `${Math.max(1, Math.round(bytes / 1024))} kB`;
  const mb = bytes / MB;
  return `${mb < 10 ? mb.toFixed(1) : Math.ceil(mb)} MB`;
}

/** A length as players write it: `0:07`, `3:20`. */
export function lengthWords(durationMs: number): string {
  const seconds = Math.round(durationMs / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** Place among those of its kind, from 1. */
export function numberOfKind(media: readonly MediaView[], index: number): number {
  const kind = media[index]?.kind;
  return media.slice(0, index + 1).filter((one) => one.kind === kind).length;
}
