import type { FigureMotion } from "./art";

/** Seconds of a movement that goes on by itself; calm. */
export interface Pace {
  /** From one key pose to the next. */
  readonly moveSeconds: number;
  /** In the end pose; half of it in the poses between. */
  readonly holdSeconds: number;
  /** In the start pose. */
  readonly restSeconds: number;
}

export const CALM: Pace = { moveSeconds: 1.6, holdSeconds: 1.2, restSeconds: 0.8 };

interface Stretch {
  readonly seconds: number;
  readonly from: number;
  readonly to: number;
}

function stay(pose: number, poses: number, pace: Pace): Stretch {
  const isEnd = pose === poses - 1;
  const seconds = pose === 0 ? pace.restSeconds : pace.holdSeconds / (isEnd ? 1 : 2);
  return { seconds, from: pose, to: pose };
}

/** One round: rest at the start, out through the poses, hold, and back or on to the start. */
function round({ keys, path }: Pick<FigureMotion, "keys" | "path">, pace: Pace): Stretch[] {
  const poses = keys.length;
  const out = keys.flatMap((_, pose) => {
    const move = { seconds: pace.moveSeconds, from: pose - 1, to: pose };
    return pose === 0 ? [stay(0, poses, pace)] : [move, stay(pose, poses, pace)];
  });
  if (path === "loop") return [...out, { seconds: pace.moveSeconds, from: poses - 1, to: poses }];
  const back = out.slice(1, -1).reverse();
  return [...out, ...back.map(({ seconds, from, to }) => ({ seconds, from: to, to: from }))];
}

const eased = (share: number) => 0.5 - Math.cos(Math.PI * share) / 2;

/**
 * The rhythm of a moving figure: a function from seconds to the position among the key poses (0 is the
 * first; slow at each, fast between).
 */
export function motionCycle(
  motion: Pick<FigureMotion, "keys" | "path">,
  pace: Pace,
): (seconds: number) => number {
  const stretches = round(motion, pace);
  const whole = stretches.reduce((sum, { seconds }) => sum + seconds, 0);
  return (seconds) => {
    let rest = whole > 0 ? seconds % whole : 0;
    for (const { seconds: length, from, to } of stretches) {
      if (rest < length) return from + (to - from) * eased(rest / length);
      rest -= length;
    }
    return 0;
  };
}
