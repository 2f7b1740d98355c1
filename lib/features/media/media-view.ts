import type { DocumentMedia } from "../../domain/plan/plan-document";

/** A photo or video as a screen shows it, in the library as in a plan. */
export type MediaView = DocumentMedia;

/** What stands for an exercise in a list. */
export function firstPhoto(media: readonly MediaView[]): MediaView | undefined {
  return media.find(({ kind }) => kind === "photo");
}
