import { PHOTO_SIDES } from "../media-bounds";
import type { MediaView } from "../media-view";
import { MediaList, type MediaListProps, PHOTO_LOOK } from "./media-list";

const VARIANTS = Object.entries(PHOTO_SIDES);

/** Pixels across of a size of this photo; none is larger than the photo was. */
function acrossOf({ width, height }: MediaView, side: number): number {
  return Math.round(Math.min(width, (side * width) / Math.max(width, height)));
}

/** Photos and videos of an exercise from the server, for pages of the clinic. */
export function MediaGallery(props: MediaListProps) {
  return (
    <MediaList
      {...props}
      photo={(one, alt) => (
        // biome-ignore lint/performance/noImgElement: an authorised route, never an image cache
        <img
          src={`/api/media/${one.id}/medium`}
          srcSet={VARIANTS.map(
            ([variant, side]) => `/api/media/${one.id}/${variant} ${acrossOf(one, side)}w`,
          ).join(", ")}
          sizes="(min-width: 48rem) 28rem, 90vw"
          width={one.width}
          height={one.height}
          loading="lazy"
          alt={alt}
          className={PHOTO_LOOK}
        />
      )}
      video={(one, label) => (
        // biome-ignore lint/a11y/useMediaCaption: what it shows is written beside it, in the steps
        <video
          src={`/api/media/${one.id}/video`}
          controls
          playsInline
          preload="metadata"
          width={one.width}
          height={one.height}
          aria-label={label}
          className={`${PHOTO_LOOK} bg-ink`}
        />
      )}
    />
  );
}
