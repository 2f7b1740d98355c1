import { useId } from "react";
import {
  CONTOUR_CM,
  CONTOUR_THUMB_CM,
  type FigureArt,
  type FigureBox,
  type FigureShape,
} from "./art";
import { contourColour, type Palette, toneColour } from "./palette";
import { shapeRuns } from "./shape-runs";

export interface DrawingProps {
  readonly box: FigureBox;
  /** Back to front. */
  readonly shapes: readonly FigureShape[];
  /** Visible width of the contour in cm of the drawing. */
  readonly contourCm?: number;
  /** The finished picture from the other side. */
  readonly mirrored?: boolean;
  /** What it shows; "" where words beside it say so. */
  readonly alt: string;
  readonly palette?: Palette;
  readonly className?: string;
}

/** `viewBox` of a frame, and the flip about its middle. */
export const viewBox = ({ x, y, width, height }: FigureBox) => `${x} ${y} ${width} ${height}`;
export const flip = ({ x, width }: FigureBox, mirrored: boolean | undefined) =>
  mirrored ? `matrix(-1 0 0 1 ${2 * x + width} 0)` : undefined;

/** One drawing as inline SVG; without JavaScript and on the server too. It fills the width it is given. */
export function Drawing(props: DrawingProps) {
  const { box, shapes, mirrored, alt, className } = props;
  return (
    <svg
      viewBox={viewBox(box)}
      className={className}
      role="img"
      aria-label={alt || undefined}
      aria-hidden={alt === "" || undefined}
    >
      <g transform={flip(box, mirrored)}>
        <Shapes shapes={shapes} contourCm={props.contourCm} palette={props.palette} />
      </g>
    </svg>
  );
}

/** The shapes of a drawing inside an SVG in which one unit is one centimetre. */
export function Shapes({
  shapes,
  contourCm = CONTOUR_CM,
  palette,
}: Pick<DrawingProps, "shapes" | "contourCm" | "palette">) {
  const clip = `clip${useId()}`;
  return (
    <g strokeWidth={2 * contourCm} strokeLinejoin="round" paintOrder="stroke">
      <clipPath id={clip}>
        {shapes.map(
          (shape, i) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: art never changes, and its outlines have no names
            shape.line && <path key={i} d={shape.d} />,
        )}
      </clipPath>
      {shapeRuns(shapes).map((run) => (
        <g key={run.from} clipPath={run.line ? `url(#${clip})` : undefined}>
          {run.shapes.map((shape, i) => (
            <path
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              key={i}
              d={shape.d}
              fill={toneColour(shape.tone, palette)}
              stroke={shape.line && contourColour(shape.tone, palette)}
            />
          ))}
        </g>
      ))}
    </g>
  );
}

/**
 * A still of baked art: the thumbnail, or the key pose of that number. The poses of an exercise share
 * one frame, so that they stand side by side at one scale.
 */
export function FigureSvg({
  art,
  show,
  ...rest
}: Omit<DrawingProps, "box" | "shapes" | "contourCm"> & {
  readonly art: FigureArt;
  readonly show: "thumb" | number;
}) {
  if (show === "thumb") {
    return <Drawing {...rest} {...art.thumb} contourCm={CONTOUR_THUMB_CM} />;
  }
  return <Drawing {...rest} box={art.box} shapes={art.poses[show]?.shapes ?? []} />;
}
