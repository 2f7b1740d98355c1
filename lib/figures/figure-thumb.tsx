import { FigurePlaceholder } from "./figure-placeholder";

/** Grows with the text, but never takes more than a quarter of a phone. */
export const THUMB_BOX = "aspect-[4/3] w-[min(6rem,25vw)] shrink-0";

/**
 * The small still picture of an exercise, fetched when it comes near the screen; a photo of the clinic's own
 * where none was drawn.
 */
export function FigureThumb({
  figureId,
  photoId,
  alt,
  mirrored,
  className = "",
}: {
  figureId: string | null;
  photoId?: string | null;
  /** "" where the exercise's name stands beside it. */
  alt: string;
  mirrored?: boolean;
  className?: string;
}) {
  const box = `${THUMB_BOX} ${className}`;
  if (figureId === null && photoId)
    return (
      // biome-ignore lint/performance/noImgElement: an authorised route, never an image cache
      <img
        src={`/api/media/${photoId}/small`}
        loading="lazy"
        width={96}
        height={72}
        alt={alt}
        className={`${box} rounded-badge bg-sand object-contain`}
      />
    );
  if (figureId === null) return <FigurePlaceholder alt={alt} className={box} />;
  return (
    // biome-ignore lint/performance/noImgElement: a vector picture of 3 kB that never changes
    <img
      src={`/api/figures/${figureId}/thumb.svg`}
      loading="lazy"
      width={96}
      height={72}
      alt={alt}
      className={`${box} object-contain ${mirrored ? "-scale-x-100" : ""}`}
    />
  );
}
