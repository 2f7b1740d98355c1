import type { FigureBox } from "../art";
import { arrowLength, arrowLine, arrowRings } from "./arrows";
import { support } from "./ball";
import { type Camera, cameraOf, type Point } from "./camera";
import { bodyItems } from "./draw-body";
import { propItems } from "./draw-props";
import { closeBox, closeItems, cutItems, lowerEdge } from "./frame";
import { fullPoses } from "./full-pose";
import { type Joined, joinedLimbs, limbShades, type Shades } from "./limb-look";
import type { Ring } from "./outline";
import { ballsOf, PARTS, type PartName, partName } from "./parts";
import type { Item, Patch } from "./patch";
import { makeProps } from "./props/make-props";
import type { Extent } from "./props/maker";
import type { Prop } from "./props/prop";
import { solvePose } from "./solve";
import type { Body, FullPose, SolvedPose } from "./solved";
import type { FigureSource } from "./source";
import { tween } from "./tween";
import type { Vec } from "./vector";
import { FigureError } from "./words";

/** A figure solved and ready to be drawn or checked. */
export interface ComposedFigure {
  readonly source: FigureSource;
  readonly poses: readonly FullPose[];
  readonly solved: readonly SolvedPose[];
  /** Bodies of the whole motion and the moment at which each key pose stands. */
  readonly moments: readonly Body[];
  readonly keys: readonly number[];
  readonly props: readonly Prop[];
  readonly camera: Camera;
  /** Where the picture ends below, y down; null where the whole body is in it. */
  readonly edge: number | null;
  /** The picture of a close-up; null where the body is in it. */
  readonly close: FigureBox | null;
  readonly joined: Joined;
  readonly shades: Shades;
}

/** Where the body is near the floor (for a floor patch), or lies over it (for a mat). */
function extentOf(bodies: readonly Body[], feetOnly: boolean): Extent {
  const balls = bodies.flatMap((body) =>
    PARTS.flatMap((part) =>
      ballsOf(body, part).filter(
        ({ at }) => at[1] < 10 || !(feetOnly || part.includes("arm") || part.includes("hand")),
      ),
    ),
  );
  const all = balls.length > 0 ? balls : bodies.flatMap((body) => ballsOf(body, "pelvis"));
  const edge = (toward: readonly [number, number, number], axis: 0 | 2) =>
    all.map((b) => support(b, toward)[axis]);
  return {
    x: [Math.min(...edge([-1, 0, 0], 0)), Math.max(...edge([1, 0, 0], 0))],
    z: [Math.min(...edge([0, 0, -1], 2)), Math.max(...edge([0, 0, 1], 2))],
  };
}

/** Moments between two key poses: more where more moves. */
function momentsBetween(a: Body, b: Body): number {
  const travel = Math.max(
    ...PARTS.flatMap((part) => {
      const to = ballsOf(b, part);
      return ballsOf(a, part).map((ball, i) =>
        Math.hypot(...ball.at.map((v, k) => v - (to[i]?.at[k] as number))),
      );
    }),
  );
  return Math.max(4, Math.min(9, Math.round(travel / 8)));
}

/** Solves a figure's poses and what lies between. Throws `FigureError` where it cannot be solved. */
export function composeFigure(source: FigureSource): ComposedFigure {
  const { base, poses } = fullPoses(source);
  const sources = source.props ?? base.props;
  const rough = makeProps(sources, null);
  const solved = poses.map((pose, i) => {
    try {
      return solvePose(pose, rough);
    } catch (error) {
      if (!(error instanceof FigureError)) throw error;
      throw new FigureError(`"${source.poses[i]?.name}": ${error.message}`);
    }
  });
  const bodies = solved.map((s) => s.body);
  const upright = sources.some((p) => p.kind === "floor");
  const props = makeProps(sources, extentOf(bodies, upright));
  const camera = cameraOf(source.camera ?? base.camera);
  const { moments, keys } = wholeMotion(source, poses, solved);
  return {
    source,
    poses,
    solved,
    moments,
    keys,
    props,
    camera,
    edge: source.frame ? lowerEdge(source.frame.map(partName), bodies, camera) : null,
    close: source.close ? closeBox(source.close.map(placeName), bodies, camera) : null,
    joined: joinedLimbs(bodies),
    shades: limbShades(bodies, camera),
  };
}

const placeName = (place: string | readonly number[]): PartName | Vec =>
  typeof place === "string" ? partName(place) : (place as unknown as Vec);

function wholeMotion(
  source: FigureSource,
  poses: readonly FullPose[],
  solved: readonly SolvedPose[],
) {
  const moments: Body[] = [(solved[0] as SolvedPose).body];
  const keys = [0];
  const legs = solved.slice(1).map((_, i) => [i, i + 1] as const);
  if (source.path === "loop") legs.push([solved.length - 1, 0]);
  for (const [from, to] of legs) {
    const [a, b] = [solved[from] as SolvedPose, solved[to] as SolvedPose];
    const count = momentsBetween(a.body, b.body);
    for (let i = 1; i < count; i++)
      moments.push(
        tween(a.body, b.body, poses[from] as FullPose, poses[to] as FullPose, i / count),
      );
    moments.push(b.body);
    if (to !== 0) keys.push(moments.length - 1);
  }
  return { moments, keys };
}

/** Everything of one body, back to front. */
export function drawnItems(figure: ComposedFigure, body: Body, bias: FullPose["bias"]): Item[] {
  return movingItems(figure, body, bias).map((item) => ({
    ...item,
    patches: item.patches.filter((patch) => !patch.hidden),
  }));
}

/** The same with what is hidden just now, for motions in which it comes to be seen. */
export function movingItems(figure: ComposedFigure, body: Body, bias: FullPose["bias"]): Item[] {
  const items = [
    ...propItems(figure.props, body, figure.camera),
    ...bodyItems(body, figure.camera, figure.joined, figure.shades),
  ];
  const own = bias ?? {};
  const depth = (item: Item) => item.depth + (own[item.id] ?? own[partOf(item.id)] ?? 0);
  const sorted = items.toSorted((a, b) => depth(a) - depth(b));
  if (figure.close) return closeItems(sorted, figure.close);
  return figure.edge === null ? sorted : cutItems(sorted, figure.edge);
}

/** "right forearm" and "right upper arm" answer to "right arm", leg parts to "right leg". */
const partOf = (id: string) =>
  id.replace(/(upper arm|forearm)$/, "arm").replace(/(thigh|shin)$/, "leg");

/** Bodies from the pose before to the pose of an arrow. */
function arrowBodies(figure: ComposedFigure, index: number): Body[] {
  const from = figure.keys[Math.max(0, index - 1)] as number;
  const to = figure.keys[index] as number;
  return figure.moments.slice(from, to + 1);
}

export interface DrawnArrow {
  readonly pose: number;
  readonly rings: readonly Ring[];
  readonly line: readonly Point[];
  readonly size: number;
}

/** The arrows of a figure by the pose on which they stand. Throws for a pose that is not there. */
export function drawnArrows(figure: ComposedFigure): DrawnArrow[] {
  const scaled = figure.close ? Math.min(1, Math.max(0.55, figure.close.width / 110)) : 1;
  return (figure.source.arrows ?? []).map((arrow) => {
    const names = figure.source.poses.map((p) => p.name);
    const pose = arrow.pose ? names.indexOf(arrow.pose) : names.length - 1;
    if (pose < 0) throw new FigureError(`arrow: there is no pose "${arrow.pose}"`);
    const line = arrowLine(arrow, arrowBodies(figure, pose), figure.camera);
    const rings = arrowRings(line, arrow.both ?? false, scaled);
    return { pose, line, rings, size: arrowLength(line) };
  });
}

export function boundsOf(rings: readonly Ring[], pad: number): FigureBox {
  const xs = rings.flatMap((ring) => ring.map((p) => p[0]));
  const ys = rings.flatMap((ring) => ring.map((p) => p[1]));
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const round = (v: number) => Math.round(v * 10) / 10;
  return {
    x: round(x0 - pad),
    y: round(y0 - pad),
    width: round(x1 - x0 + 2 * pad),
    height: round(y1 - y0 + 2 * pad),
  };
}

export const ringsOf = (patches: readonly Patch[]): Ring[] => patches.flatMap((p) => [...p.rings]);
