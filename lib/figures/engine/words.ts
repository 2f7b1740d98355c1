import { type Axes, add, scale, unit, type Vec } from "./vector";

/** Thrown for a figure that cannot be drawn; says exercise, pose, part and amount. */
export class FigureError extends Error {
  override name = "FigureError";
}

const ROOM_WORDS: Readonly<Record<string, Vec>> = {
  right: [1, 0, 0],
  left: [-1, 0, 0],
  up: [0, 1, 0],
  down: [0, -1, 0],
  near: [0, 0, 1],
  far: [0, 0, -1],
};

const BODY_WORDS: Readonly<Record<string, Vec>> = {
  front: [1, 0, 0],
  back: [-1, 0, 0],
  head: [0, 1, 0],
  feet: [0, -1, 0],
};

/** Toward and away from the midline; the sign is that of the limb's side. */
const SIDE_WORDS: Readonly<Record<string, Vec>> = {
  out: [0, 0, 1],
  in: [0, 0, -1],
};

/** Whether a text is a direction: words joined by `+`, each with an optional weight ("0.5*far"). */
export function isDirection(text: string): boolean {
  return parts(text).every(
    ({ word, weight }) =>
      Number.isFinite(weight) && (word in ROOM_WORDS || word in BODY_WORDS || word in SIDE_WORDS),
  );
}

function parts(text: string): { word: string; weight: number }[] {
  return text.split("+").map((piece) => {
    const [first = "", second] = piece.split("*").map((p) => p.trim());
    return second === undefined
      ? { word: first, weight: 1 }
      : { word: second, weight: Number(first) };
  });
}

/**
 * A direction in the room. Room words: right left up down near far. Body words: front back head feet
 * (of the frame given) and out, in (away from and toward the midline of the limb's side).
 */
export function direction(text: string, body: Axes, side: 1 | -1 = 1): Vec {
  const sum = parts(text).reduce<Vec>(
    (so, { word, weight }) => {
      const room = ROOM_WORDS[word];
      if (room) return add(so, scale(room, weight));
      const own = BODY_WORDS[word];
      if (own) return add(so, scale(add(scale(body.x, own[0]), scale(body.y, own[1])), weight));
      const sideways = SIDE_WORDS[word];
      if (sideways) return add(so, scale(body.z, sideways[2] * side * weight));
      throw new FigureError(`"${word}" is not a direction`);
    },
    [0, 0, 0],
  );
  return unit(sum);
}
