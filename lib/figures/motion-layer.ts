import { CONTOUR_CM } from "./art";
import { type Frames, isStill, orderAt, outlineAt, UNITS_PER_CM } from "./motion-frames";
import { contourColour, toneColour } from "./palette";
import { shapeRuns } from "./shape-runs";

const SVG = "http://www.w3.org/2000/svg";

function element<K extends "g" | "path" | "clipPath">(
  name: K,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[K] {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/**
 * The moving drawing inside a group of an SVG in which one unit is one centimetre. It writes to the page
 * by itself: a render of React per frame would cost more than the frame.
 * @param clipId unique on the page
 */
export function motionLayer(group: SVGGElement, frames: Frames, clipId: string) {
  const root = element("g", {
    transform: `scale(${1 / UNITS_PER_CM})`,
    "stroke-width": 2 * CONTOUR_CM * UNITS_PER_CM,
    "stroke-linejoin": "round",
    "paint-order": "stroke",
  });
  const clip = element("clipPath", { id: clipId });
  const silhouette = element("path", {});
  clip.append(silhouette);
  const drawn = frames.parts.map(({ tone, line }) => {
    const path = element("path", {
      fill: toneColour(tone),
      ...(line && { stroke: contourColour(tone) }),
    });
    return { path, line, d: "" };
  });
  let order: readonly number[] | null = null;
  let shown = -1;

  function sort(next: readonly number[]) {
    const runs = shapeRuns(next.flatMap((i) => drawn[i] ?? []));
    const groups = runs.map(({ line, shapes }) => {
      const run = element("g", line ? { "clip-path": `url(#${clipId})` } : {});
      run.append(...shapes.map(({ path }) => path));
      return run;
    });
    root.replaceChildren(clip, ...groups);
    order = next;
  }

  function outline(moment: number): string {
    let whole = "";
    for (const [i, part] of drawn.entries()) {
      const moving = frames.parts[i]!;
      if (shown < 0 || !isStill(moving, shown, moment)) {
        part.d = outlineAt(moving, moment);
        part.path.setAttribute("d", part.d);
      }
      if (part.line) whole += part.d;
    }
    return whole;
  }

  return {
    /** Draws a moment, between two of the baked ones too. */
    draw(moment: number): void {
      if (moment === shown) return;
      silhouette.setAttribute("d", outline(moment));
      const next = orderAt(frames, moment);
      if (next !== order) sort(next);
      if (shown < 0) group.replaceChildren(root);
      shown = moment;
    },
    clear(): void {
      group.replaceChildren();
    },
  };
}
