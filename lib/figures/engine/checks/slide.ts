import type { ComposedFigure } from "../compose-figure";
import type { PartName } from "../parts";
import { pointOf } from "../points";
import { distance } from "../vector";
import { cm, type Found, type Limits, over } from "./finding";
import { readContact } from "./prop-shapes";

/** cm that something at rest may shift between two poses; more is seen to slide. */
const SHIFT: Limits = { soft: 1.6, hard: 5 };

/** The point of a part that stays where it touches; parts that roll as they rest have none. */
const RESTING: Partial<Record<PartName, string>> = {
  "right foot": "right ball",
  "left foot": "left ball",
  "right shin": "right knee",
  "left shin": "left knee",
  "right hand": "right palm",
  "left hand": "left palm",
  "right forearm": "right elbow",
  "left forearm": "left elbow",
};

const LEG = ["thigh", "shin", "foot", "hip", "knee", "ankle", "heel", "ball", "toes"];

/** "right leg" for a part or a point of it; "" for the trunk. */
export function limbOf(name: string): string {
  const [side, ...rest] = name.split(" ");
  if (rest.length === 0) return "";
  return `${side} ${LEG.includes(rest.join(" ")) ? "leg" : "arm"}`;
}

/** What touches the same thing in two poses running stays there, unless the author says that it moves. */
export function checkSlide({ solved, poses, props, source }: ComposedFigure): Found[] {
  const moving = (source.moves ?? []).map(limbOf);
  const names = (at: number) => source.poses[at]?.name ?? "";
  return solved.slice(1).flatMap(({ body }, i) => {
    const before = new Set(poses[i]?.touch ?? []);
    const kept = (poses[i + 1]?.touch ?? []).filter((text) => before.has(text));
    return kept.flatMap((text) => {
      const contact = readContact(text, props);
      if (typeof contact === "string" || contact.with === "part") return [];
      const point = RESTING[contact.part];
      if (!point || moving.includes(limbOf(contact.part))) return [];
      const from = solved[i]?.body ?? body;
      const shift = distance(pointOf(from, point), pointOf(body, point));
      const where = `slides ${cm(shift)} from "${names(i)}" to "${names(i + 1)}"`;
      return over(shift, SHIFT, {
        check: "slide",
        text: `${contact.part} ${where}; name it in "moves" if it does`,
      });
    });
  });
}

/** The anchor of two poses running is the same point at the same place, where both say so. */
export function checkAnchor({ solved, poses, source }: ComposedFigure): Found[] {
  return solved.slice(1).flatMap(({ body }, i) => {
    const [a, b] = [poses[i]?.anchor, poses[i + 1]?.anchor];
    if (!a || !b || JSON.stringify(a) !== JSON.stringify(b)) return [];
    const [from, to] = [pointOf(solved[i]?.body ?? body, a.point), pointOf(body, b.point)];
    const fixed = [0, 1, 2].filter((axis) => a.at[axis] !== null);
    const shift = Math.hypot(...fixed.map((axis) => (to[axis] ?? 0) - (from[axis] ?? 0)));
    const text = `the anchored ${a.point} shifts ${cm(shift)} from "${source.poses[i]?.name}" on`;
    return over(shift, SHIFT, { check: "slide", text });
  });
}
