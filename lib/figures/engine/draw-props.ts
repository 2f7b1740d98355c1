import type { Shade } from "../art";
import { type Ball, middleOf } from "./ball";
import { type Camera, depthOf, project } from "./camera";
import { loftHulls, type Ring, ribbon, smoothed, united } from "./outline";
import type { Item, Patch } from "./patch";
import type { Box, Piece, Prop } from "./props/prop";
import type { Body } from "./solved";
import { add, apply, dot, scale, type Vec } from "./vector";

/** Corners of the sides of a box that the camera sees. */
function boxPatches(id: string, piece: Piece & { kind: "box" }, camera: Camera): Patch[] {
  const { at, axes, half } = piece.box;
  const [ends, top, sides] = piece.shades ?? ([2, 0, 1] as const);
  const faces: [Vec, Vec, Vec, Shade][] = [
    [scale(axes.x, half[0]), scale(axes.y, half[1]), scale(axes.z, half[2]), ends],
    [scale(axes.z, half[2]), scale(axes.x, half[0]), scale(axes.y, half[1]), sides],
    [scale(axes.y, half[1]), scale(axes.x, half[0]), scale(axes.z, half[2]), top],
  ];
  return faces.flatMap(([out, a, b, shade], i): Patch[] => {
    const facing = dot(out, camera.toward);
    if (Math.abs(facing) < 1e-3) return [];
    const middle = add(at, facing > 0 ? out : scale(out, -1));
    const ring: Ring = [
      [1, 1],
      [1, -1],
      [-1, -1],
      [-1, 1],
    ].map(([u = 0, v = 0]) => project(camera, add(middle, add(scale(a, u), scale(b, v)))));
    return [{ id: `${id} ${i}`, tone: `${piece.material}-${shade}`, lined: false, rings: [ring] }];
  });
}

/** A disc that lies on the floor: evenly spaced around, however flat it is seen. */
function discRing({ at, axes, r }: Ball, camera: Camera): Ring {
  return Array.from({ length: 48 }, (_, i) => {
    const angle = (Math.PI * i) / 24;
    const out = apply(axes, [r[0] * Math.cos(angle), 0, r[2] * Math.sin(angle)]);
    return project(camera, add(at, out));
  });
}

function piecePatches(id: string, piece: Piece, camera: Camera): Patch[] {
  if (piece.kind === "box") return boxPatches(id, piece, camera);
  const tone = `${piece.material}-${piece.shade}` as const;
  if (piece.kind === "loft" && piece.material === "floor")
    return [{ id, tone, lined: false, rings: piece.lofts.flat().map((b) => discRing(b, camera)) }];
  const rings =
    piece.kind === "ribbon"
      ? ribbon(
          piece.points.map((p) => project(camera, p)),
          piece.width,
        )
      : united(piece.lofts.flatMap((loft) => loftHulls(loft, camera))).map((ring) =>
          smoothed(ring, 0.3),
        );
  return [{ id, tone, lined: false, rings }];
}

const middle = (box: Box): Vec => box.at;

function pieceDepth(piece: Piece, camera: Camera): number {
  if (piece.kind === "box") return depthOf(camera, middle(piece.box));
  if (piece.kind === "ribbon")
    return (
      piece.points.reduce((sum, p) => sum + depthOf(camera, p), 0) /
      Math.max(1, piece.points.length)
    );
  return depthOf(camera, middleOf(piece.lofts.flat()));
}

/** Pieces of the things around the body; what stands behind everything is infinitely deep. */
export function propItems(props: readonly Prop[], body: Body, camera: Camera): Item[] {
  const pieces = props.flatMap((prop) =>
    [...prop.pieces, ...(prop.held?.(body) ?? [])].map((piece, i) => ({
      id: `${prop.id}.${i}`,
      piece,
    })),
  );
  return pieces.map(({ id, piece }, i) => ({
    id,
    depth: piece.behind ? -1e6 + i : pieceDepth(piece, camera) + (piece.bias ?? 0),
    patches: piecePatches(id, piece, camera),
  }));
}
