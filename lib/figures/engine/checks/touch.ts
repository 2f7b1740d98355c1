import type { ComposedFigure } from "../compose-figure";
import { lowest, PARTS } from "../parts";
import type { Body } from "../solved";
import { gapBetween } from "./convex";
import { cm, type Found, type Limits, over } from "./finding";
import { shapesOfPart } from "./part-shapes";
import { type Contact, isGround, readContact, shapesOfProp } from "./prop-shapes";

/** Gap of a declared contact, cm: from here on light is seen between the two. */
const GAP: Limits = { soft: 1.2, hard: 2.5 };
/** Things farther apart than this are not measured any closer, cm. */
const FAR = 40;
/** What is nearer than this bears weight, cm: flesh gives, and the toes of a lying foot reach down. */
export const BEARS = 2;

function gapOf(contact: Contact, body: Body): number {
  if (contact.with === "floor") return lowest(body, contact.part);
  const part = shapesOfPart(body, contact.part);
  const other =
    contact.with === "prop" ? shapesOfProp(contact.prop, body) : shapesOfPart(body, contact.other);
  return gapBetween(part, other, FAR);
}

/** Every contact that the author declares is one. */
export function checkTouch({ solved, poses, props, source }: ComposedFigure): Found[] {
  return solved.flatMap(({ body }, i) =>
    (poses[i]?.touch ?? []).flatMap((text): readonly Found[] => {
      const pose = source.poses[i]?.name;
      const contact = readContact(text, props);
      if (typeof contact === "string") return [{ check: "names", hard: true, pose, text: contact }];
      const gap = gapOf(contact, body);
      const thing = text.slice(contact.part.length + 1);
      const off = `${contact.part} is ${cm(gap)} off the ${thing}`;
      return over(gap, GAP, { check: "touch", pose, text: off });
    }),
  );
}

/** Something bears the body in each key pose. */
export function checkSupport({ solved, props, source }: ComposedFigure): Found[] {
  return solved.flatMap(({ body }, i): Found[] => {
    const onFloor = Math.min(...PARTS.map((part) => lowest(body, part)));
    if (onFloor < BEARS) return [];
    const things = props.filter((p) => !isGround(p)).flatMap((p) => shapesOfProp(p, body));
    const gaps = PARTS.map((part) => gapBetween(shapesOfPart(body, part), things, FAR));
    const gap = Math.min(onFloor, ...gaps);
    if (gap < BEARS) return [];
    const text = `nothing bears the body; it floats ${cm(gap)} off`;
    return [{ check: "support", hard: true, pose: source.poses[i]?.name, text }];
  });
}
