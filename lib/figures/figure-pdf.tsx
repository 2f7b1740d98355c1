import { Canvas, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import type { FigureBox, FigureShape, FigureStills } from "./art";
import { isReadable } from "./readable";

/** Draws pictures into the PDF that is being written. */
export interface PictureInk {
  /**
   * Draws shapes with their frame's upper left corner at the origin.
   * @param name tells pictures apart; null where nothing names it for good
   * @param scale points per centimetre of the drawing
   */
  drawPicture(picture: {
    readonly name: string | null;
    readonly box: FigureBox;
    readonly shapes: readonly FigureShape[];
    readonly scale: number;
    readonly mirrored: boolean;
  }): void;
}

/** Where poses stand, in points. */
interface Rail {
  readonly width: number;
  readonly height: number;
  /** Height of the words under each pose. */
  readonly label: number;
  /** Points per centimetre; left out: `SCALE_MAX`. */
  readonly scaleMax?: number;
}

/** Points per cm: a whole person is limited by the rail, and a head alone shall not fill it. */
const SCALE_MAX = 1.3;
const GAP = 6;

/**
 * How poses stand in a rail: in as many columns as make them largest.
 * @returns columns, and points per centimetre
 */
export function fitPoses(
  count: number,
  { width, height }: { readonly width: number; readonly height: number },
  rail: Rail,
): { columns: number; scale: number } {
  const fits = Array.from({ length: count }, (_, i) => i + 1).map((columns) => {
    const rows = Math.ceil(count / columns);
    const across = (rail.width - (columns - 1) * GAP) / columns / width;
    const down = ((rail.height - (rows - 1) * GAP) / rows - rail.label) / height;
    return { columns, scale: Math.min(across, down, rail.scaleMax ?? SCALE_MAX) };
  });
  return fits.reduce((best, fit) => (fit.scale > best.scale ? fit : best));
}

/**
 * The key poses of an exercise on paper, at one scale and in their order; nothing for no figure, or for
 * one of a format that this release does not know. Each pose is a canvas that shows a ready-made form.
 * Twelve figures measured: 510 ms as react-pdf's Svg, Path and ClipPath, 65 as canvases that replay
 * their paths, 45 as forms, and 1 to 2 when the forms were packed before.
 */
export function FigurePoses({
  id,
  figure,
  mirrored,
  rail,
  labels,
  ink,
}: {
  /** Content address of the picture. */
  id: string | null;
  figure: FigureStills | null;
  mirrored: boolean;
  rail: Rail;
  /** Words under the poses, in their order. */
  labels: readonly ReactNode[];
  ink: PictureInk;
}) {
  if (!isReadable(figure)) return null;
  const { box, poses } = figure;
  const { columns, scale } = fitPoses(poses.length, box, rail);
  const size = { width: box.width * scale, height: box.height * scale };
  return (
    <View style={{ flexDirection: "row", flexWrap: "wrap", width: rail.width, gap: GAP }}>
      {poses.map(({ name, shapes }, i) => (
        <View
          key={name}
          style={{ width: Math.floor((rail.width - (columns - 1) * GAP) / columns) }}
        >
          <Canvas
            style={size}
            paint={() => {
              ink.drawPicture({ name: id && `${id} ${i}`, box, shapes, scale, mirrored });
              return null;
            }}
          />
          {labels[i]}
        </View>
      ))}
    </View>
  );
}
