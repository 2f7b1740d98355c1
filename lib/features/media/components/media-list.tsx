import type { ReactNode } from "react";
import type { Locale } from "../../../domain/plan/plan-document";
import { documentTranslator } from "../../../i18n/document-words";
import { cx } from "../../../ui/cx";
import type { MediaView } from "../media-view";

/** Whole, whatever its shape: a foot that was cut off could be what matters. */
export const PHOTO_LOOK = "size-full object-contain";

/** Room for a picture that has not come yet, so that nothing moves when it does. */
function Room({
  media,
  alone,
  children,
}: {
  media: MediaView;
  alone: boolean;
  children: ReactNode;
}) {
  const { width, height } = media;
  return (
    <li
      className={cx(
        "min-w-0 overflow-hidden rounded-control border border-line bg-sand print:break-inside-avoid",
        media.kind === "video" && "col-span-full print:hidden",
      )}
      style={{
        aspectRatio: alone || media.kind === "video" ? `${width} / ${height}` : "4 / 3",
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
    <ul className={cx("grid gap-3", photos.length > 1 && "grid-cols-2", className)}>
      {media.map((one) => (
        <Room key={one.id} media={one} alone={photos.length === 1}>
          {one.kind === "photo" ? photo(one, altOf(one)) : video(one, labelOf(one))}
        </Room>
      ))}
    </ul>
  );
}
