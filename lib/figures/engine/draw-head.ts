import type { Tone } from "../art";
import type { Ball } from "./ball";
import { SIDES, type Side, sign } from "./body";
import { type Camera, depthOf, type Point, project } from "./camera";
import { HAIRLINE, headFlesh } from "./flesh-trunk";
import { hull, loftHulls, type Ring, smoothed, united } from "./outline";
import { type Item, ROUND } from "./patch";
import type { Body } from "./solved";
import { add, apply, dot, scale, sub, type Vec } from "./vector";

/** How squarely the face and an ear look at the viewer before they are drawn (cosine). */
const NOSE_FACES = 0.35;
const EAR_FACES = 0.3;

/** The half of a ball on one side of a plane through it, as the camera sees it. */
function halfHull(ball: Ball, normal: Vec, offset: number, way: 1 | -1, camera: Camera): Ring {
  const points: Point[] = [];
  for (let i = 0; i <= 16; i++)
    for (let k = 0; k < 24; k++) {
      const [a, b] = [(Math.PI * i) / 16, (Math.PI * k) / 12];
      const p: Vec = [
        ball.r[0] * Math.sin(a) * Math.cos(b),
        ball.r[1] * Math.cos(a),
        ball.r[2] * Math.sin(a) * Math.sin(b),
      ];
      const over = (dot(p, normal) - offset) * way;
      const inside = over >= 0 ? p : sub(p, scale(normal, way * over));
      if (over >= 0 || Math.abs(over) < 1.6)
        points.push(project(camera, add(ball.at, apply(ball.axes, inside))));
    }
  return convex(points);
}

function convex(points: readonly Point[]): Ring {
  return Array.from({ length: 40 }, (_, i) => {
    const [x, y] = [Math.cos((i * Math.PI) / 20), Math.sin((i * Math.PI) / 20)];
    return points.reduce((best, p) => (p[0] * x + p[1] * y > best[0] * x + best[1] * y ? p : best));
  });
}

/**
 * Hair and face are the two halves of one skull. Which half is drawn over the whole of the other
 * depends on where the hairline faces; both ways are given, so that a turning head can change over.
 */
export function headItem(body: Body, camera: Camera): Item {
  const { skull, face, ears, nose } = headFlesh(body);
  const { normal, offset, over } = HAIRLINE;
  const cap: Ball = { ...skull, r: skull.r.map((r) => r + over) as unknown as Vec };
  const faceLast = dot(apply(skull.axes, normal), camera.toward) > 0;
  const lower = face.flatMap((loft) => loftHulls(loft, camera));
  const part = (
    id: string,
    tone: Tone,
    lined: boolean,
    rings: readonly Ring[],
    shown: boolean,
  ) => ({
    id,
    tone,
    lined,
    rings: united(rings).map((ring) => smoothed(ring, ROUND.head)),
    ...(shown ? {} : { hidden: true as const }),
  });
  const faceHalf = [halfHull(skull, normal, offset, 1, camera), ...lower];
  const hairHalf = halfHull(cap, normal, offset, -1, camera);
  const faceOver = [
    part("under face", "skin-0", true, faceHalf, faceLast),
    part("hair", "hair-0", true, [hull([cap], camera)], faceLast),
    part("face", "skin-0", false, faceHalf, faceLast),
  ];
  const hairOver = [
    part("face behind", "skin-0", true, [hull([skull], camera), ...lower], !faceLast),
    part("hair over", "hair-0", true, [hairHalf], !faceLast),
  ];
  const noseSeen = dot(skull.axes.x, camera.toward) > NOSE_FACES;
  const details = [
    part("nose", "skin-2", false, loftHulls(nose, camera), noseSeen),
    ...ears.map((ear, i) => {
      const facing = dot(scale(skull.axes.z, sign(SIDES[i] as Side)), camera.toward);
      return part(`ear${i}`, "skin-1", true, [hull([ear], camera)], facing > EAR_FACES);
    }),
  ];
  return {
    id: "head",
    depth: depthOf(camera, skull.at) - 2,
    patches: [...faceOver, ...hairOver, ...details],
  };
}
