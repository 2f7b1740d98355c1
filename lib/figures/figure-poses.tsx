import type { FigureStills } from "./art";
import { FigurePlaceholder } from "./figure-placeholder";
import { Drawing } from "./figure-svg";
import { isReadable } from "./readable";

/** Four do not fit side by side on a phone. */
const COLUMNS: Readonly<Record<number, string>> = {
  2: "grid-cols-2",
  3: "grid-cols-3",
  4: "grid-cols-2 sm:grid-cols-4",
};

/**
 * The key poses side by side, as on paper: at one scale, in the order in which they are done.
 * `art` may be null or of a format that this release cannot read: then a placeholder stands there.
 */
export function FigurePoses({
  art,
  alt,
  names,
  mirrored,
  className = "",
}: {
  art: FigureStills | null;
  /** What they show; "" where words beside them say so. */
  alt: string;
  /** Words under the poses, in their order; none are shown when left out. */
  names?: readonly string[];
  mirrored?: boolean;
  className?: string;
}) {
  if (!isReadable(art)) return <FigurePlaceholder alt={alt} className={`w-full ${className}`} />;
  return (
    <figure className={`grid gap-4 ${COLUMNS[art.poses.length] ?? ""} ${className}`}>
      {alt && <figcaption className="sr-only">{alt}</figcaption>}
      {art.poses.map((pose, i) => (
        <div key={pose.name} className="min-w-0">
          <Drawing
            box={art.box}
            shapes={pose.shapes}
            mirrored={mirrored}
            alt=""
            className="max-h-56 w-full"
          />
          {names && <p className="text-center text-sm text-secondary">{names[i]}</p>}
        </div>
      ))}
    </figure>
  );
}
