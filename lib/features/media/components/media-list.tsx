import type { ReactNode } from "react";
import type { Locale } from "../../../domain/plan/plan-document";
import { documentTranslator } from "../../../i18n/document-words";
import { cx } from "../../../ui/cx";
import type { MediaView } from "../media-view";

/** Whole, whatever its shape: a foot that was cut off could be what matters. */
export const PHOTO_LOOK = "size-full object-contain";

/**
 * Those that take a row of their own: videos, and of an odd number of photos in a row the first, so that the
 * rest stand in pairs.
 */
function wideOnes(media: readonly MediaView[]): Set<MediaView> {
  const wide = new Set(media.filter(({ kind }) => kind === "video"));
  let run: MediaView[] = [];
  for (const one of [...media, null]) {
    if (one?.kind === "photo") run.push(one);
    else {
      if (run[0] && run.length % 2 === 1) wide.add(run[0]);
      run = [];
    }
  }
  return wide;
}

/** Room for a picture that has not come yet, so that nothing moves when it does. */
function Room({ media, wide, children }: { media: MediaView; wide: boolean; children: ReactNode }) {
  const { width, height } = media;
  return (
    <li
      className={cx(
        "min-w-0 overflow-hidden rounded-control border border-line bg-sand print:break-inside-avoid",
        wide && "col-span-full",
        media.kind === "video" && "print:hidden",
      )}
      style={{
        aspectRatio: wide ? `${width} / ${height}` : "4 / 3",
        maxHeight: "min(30rem, 70vh)",
      }}
    >
      {children}
    </li>
  );
}

export interface MediaListProps {
  readonly media: readonly MediaView[];
  /** Of the exercise. */
  readonly name: string;
  /** What the exercise looks like, in words. */
  readonly alt: string;
  readonly locale: Locale;
  readonly className?: string;
}

/** Photos and videos of an exercise in their order, each drawn by its place, with words for who cannot see it. */
export function MediaList({
  media,
  name,
  alt,
  locale,
  className,
  photo,
  video,
}: MediaListProps & {
  readonly photo: (one: MediaView, alt: string) => ReactNode;
  readonly video: (one: MediaView, label: string) => ReactNode;
}) {
  const t = documentTranslator(locale);
  if (media.length === 0) return null;
  const wide = wideOnes(media);
  const of = (kind: MediaView["kind"]) => media.filter((one) => one.kind === kind);
  const [photos, videos] = [of("photo"), of("video")];
  const altOf = (one: MediaView) =>
    photos.length === 1
      ? alt
      : t("media.photoOf", { n: photos.indexOf(one) + 1, total: photos.length, alt });
  const labelOf = (one: MediaView) =>
    videos.length === 1
      ? t("media.video", { name })
      : t("media.videoOf", { n: videos.indexOf(one) + 1, total: videos.length, name });
  return (
    <ul className={cx("grid gap-3", media.length > wide.size && "grid-cols-2", className)}>
      {media.map((one) => (
        <Room key={one.id} media={one} wide={wide.has(one)}>
          {one.kind === "photo" ? photo(one, altOf(one)) : video(one, labelOf(one))}
        </Room>
      ))}
    </ul>
  );
}
