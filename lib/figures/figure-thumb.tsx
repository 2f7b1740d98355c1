import { FigurePlaceholder } from "./figure-placeholder";

/** Pixels that a list keeps for a thumbnail; it scales with the text where a class says so. */
export const THUMB_SIZE = { width: 96, height: 64 } as const;

/** The small still picture of an exercise, fetched when it comes near the screen. */
export function FigureThumb({
  figureId,
  alt,
  mirrored,
  className = "",
}: {
  figureId: string | null;
  /** "" where the exercise's name stands beside it. */
  alt: string;
  mirrored?: boolean;
  className?: string;
}) {
  const box = `h-16 w-24 shrink-0 ${className}`;
  if (figureId === null) return <FigurePlaceholder alt={alt} className={box} />;
  return (
    // biome-ignore lint/performance/noImgElement: a vector picture of 3 kB that never changes
    <img
      src={`/api/figures/${figureId}/thumb.svg`}
      loading="lazy"
      {...THUMB_SIZE}
      alt={alt}
      className={`${box} object-contain ${mirrored ? "-scale-x-100" : ""}`}
    />
  );
}
