import { solvedAngle } from "./angles";
import { lowest, partName } from "./parts";
import { pointOf } from "./points";
import type { FullPose, SolvedPose } from "./solved";
import type { PoseSource } from "./source";
import { sub } from "./vector";

/** A number of the pose found by its path ("spine.thoracic.0"), replaced. */
function withNumber(pose: FullPose, path: string, value: number): FullPose {
  const steps = path.split(".");
  const copy = structuredClone({ ...pose, orient: null }) as unknown as Record<string, unknown>;
  let node = copy;
  for (const step of steps.slice(0, -1)) {
    node[step] ??= {};
    node = node[step] as Record<string, unknown>;
  }
  node[steps.at(-1) as string] = value;
  return { ...(copy as unknown as FullPose), orient: pose.orient };
}

function numberAt(pose: FullPose, path: string): number {
  let node: unknown = pose;
  for (const step of path.split(".")) node = (node as Record<string, unknown> | undefined)?.[step];
  return typeof node === "number" ? node : 0;
}

type Fit = NonNullable<PoseSource["fit"]>[number];

function residuals(fit: Fit, solved: SolvedPose): readonly number[] {
  return fit.until.map((want) => {
    if ("part" in want) return lowest(solved.body, partName(want.part)) - want.rests;
    if ("axis" in want)
      return (pointOf(solved.body, want.point)["xyz".indexOf(want.axis)] as number) - want.is;
    if ("between" in want) {
      const [a, b] = want.between;
      const gap = sub(pointOf(solved.body, a), pointOf(solved.body, b));
      return Math.hypot(...gap) - want.is;
    }
    return (solvedAngle(solved.body, want.joint) - want.is) / 4;
  });
}

/** Moves the named numbers inside their bounds until the conditions hold and every pin is reached. */
export function fitted(pose: FullPose, fit: Fit, solve: (pose: FullPose) => SolvedPose): FullPose {
  const paths = Object.keys(fit.vary);
  const bounds = Object.values(fit.vary);
  const clamp = (v: readonly number[]) =>
    v.map((x, i) => Math.min(bounds[i]?.[1] ?? x, Math.max(bounds[i]?.[0] ?? x, x)));
  const poseOf = (v: readonly number[]) =>
    paths.reduce((p, path, i) => withNumber(p, path, v[i] as number), pose);
  const errorOf = (v: readonly number[]) => {
    const solved = solve(poseOf(v));
    const all = [...residuals(fit, solved), ...Object.values(solved.missing)];
    return all.reduce((sum, r) => sum + r * r, 0);
  };
  let best = clamp(paths.map((path) => numberAt(pose, path)));
  let error = errorOf(best);
  for (const [i, [lo, hi]] of bounds.entries())
    for (let k = 0; k <= 8; k++) {
      const tried = best.map((x, j) => (j === i ? lo + ((hi - lo) * k) / 8 : x));
      const e = errorOf(tried);
      if (e < error) [best, error] = [tried, e];
    }
  let step = bounds.map(([lo, hi]) => (hi - lo) / 12);
  for (let round = 0; round < 60 && error > 1e-3; round++) {
    let moved = false;
    for (const i of best.keys())
      for (const way of [1, -1]) {
        const tried = clamp(best.map((x, j) => (j === i ? x + way * (step[i] as number) : x)));
        const e = errorOf(tried);
        if (e < error) [best, error, moved] = [tried, e, true];
      }
    if (!moved) step = step.map((s) => s / 2);
  }
  return poseOf(best);
}
