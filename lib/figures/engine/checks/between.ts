import type { ComposedFigure } from "../compose-figure";
import { lowest, PARTS } from "../parts";
import { pointOf } from "../points";
import type { Body } from "../solved";
import { distance } from "../vector";
import { cm, type Found, type Limits, over } from "./finding";
import { floorLimits } from "./floor";
import { insideProps } from "./solids";

/** While moving, less is seen: cm that may be under the floor or in a thing on top of what poses may. */
const MOVING = 1.2;
/** Steps of a point between neighbouring moments: times the mean step of the way, and cm on top. */
const EVEN = 2.6;
const JUMP: Limits = { soft: 5, hard: 12 };

const WATCHED = ["head", "pelvis", "c7"].concat(
  ["right", "left"].flatMap((side) =>
    ["knee", "ankle", "toes", "elbow", "wrist", "fingertips"].map((point) => `${side} ${point}`),
  ),
);

interface Way {
  /** `from "start" to "end"`. */
  readonly text: string;
  readonly bodies: readonly Body[];
}

function waysOf({ keys, moments, source }: ComposedFigure): Way[] {
  const name = (at: number) => `"${source.poses[at % source.poses.length]?.name}"`;
  return keys
    .map((from, i) => ({
      text: `from ${name(i)} to ${name(i + 1)}`,
      bodies: moments.slice(from, (keys[i + 1] ?? moments.length - 1) + 1),
    }))
    .filter(({ bodies }) => bodies.length > 1);
}

const amountOf = (found: Found): number => Number(/([\d.]+) cm/.exec(found.text)?.[1] ?? 0);
const subjectOf = (found: Found): string => found.text.replace(/[\d.]+ cm/, "");

/** The worst of the findings that say the same of the same part. */
function worst(all: readonly Found[]): Map<string, Found> {
  const best = new Map<string, Found>();
  for (const found of all) {
    const known = best.get(subjectOf(found));
    if (!known || amountOf(found) > amountOf(known)) best.set(subjectOf(found), found);
  }
  return best;
}

function dips({ text, bodies }: Way): Found[] {
  const first = bodies[0] as Body;
  const last = bodies.at(-1) as Body;
  return PARTS.flatMap((part) => {
    const keys = Math.max(0, -lowest(first, part), -lowest(last, part));
    const deepest = Math.max(...bodies.slice(1, -1).map((body) => -lowest(body, part)));
    const { soft, hard } = floorLimits(part);
    const limits = { soft: Math.max(soft, keys) + MOVING, hard: Math.max(hard, keys) + MOVING };
    const words = `${text}: ${part} dips ${cm(deepest)} below the floor`;
    return over(deepest, limits, { check: "between", text: words });
  });
}

function jumps({ text, bodies }: Way): Found[] {
  return WATCHED.flatMap((point) => {
    const places = bodies.map((body) => pointOf(body, point));
    const steps = places.slice(1).map((place, i) => distance(place, places[i] ?? place));
    const mean = steps.reduce((a, b) => a + b, 0) / steps.length;
    const step = Math.max(...steps);
    const words = `${text}: ${point} jumps ${cm(step)} in one moment, ${cm(mean)} on average`;
    return over(step - EVEN * mean, JUMP, { check: "between", text: words });
  });
}

/** What is no deeper inside a thing than in the poses at both ends is theirs, not the way's. */
function throughThings({ text, bodies }: Way, { props }: ComposedFigure): Found[] {
  const inside = (some: readonly (Body | undefined)[], more: number) =>
    worst(some.flatMap((body) => (body ? insideProps(body, props, more) : [])));
  const ends = inside([bodies[0], bodies.at(-1)], 0);
  return [...inside(bodies.slice(1, -1), MOVING)]
    .filter(([subject, found]) => {
      const end = ends.get(subject);
      return !end || amountOf(found) > amountOf(end) + MOVING;
    })
    .map(([, found]) => ({ ...found, check: "between", text: `${text}: ${found.text}` }));
}

/** What lies between two key poses neither dips into floor or things nor jumps. */
export function checkBetween(figure: ComposedFigure): Found[] {
  return waysOf(figure).flatMap((way) => [
    ...dips(way),
    ...jumps(way),
    ...throughThings(way, figure),
  ]);
}
