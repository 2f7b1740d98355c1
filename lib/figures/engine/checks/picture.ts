import type { FigureBox } from "../../art";
import { SHORTEST_ARROW } from "../arrows";
import { boundsOf, type ComposedFigure, drawnArrows, drawnItems, ringsOf } from "../compose-figure";
import { framedBox } from "../frame";
import { type Ring, sharedArea } from "../outline";
import type { Item, Patch } from "../patch";
import { type Found, type Limits, over } from "./finding";
import { changedShare, raster } from "./raster";

/** Pixels along the longer side of the picture in which poses are compared. */
const PIXELS = 72;
/** Share of the figure's pixels that must change between two poses of an exercise. */
const CHANGE: Limits = { soft: 0.07, hard: 0.025 };
/** Share of the longer side of the frame that the body takes. */
const FILL: Limits = { soft: 0.4, hard: 0.25 };
/** Size of a thumbnail in lists, px, and of a head in it; a head is 19 cm high. */
const THUMB = { width: 96, height: 64 } as const;
const HEAD_PX: Limits = { soft: 5.5, hard: 4 };
const HEAD_CM = 19;
/** cm² of an arrow over the face or a hand. */
const COVERED: Limits = { soft: 4, hard: 30 };
/** cm along an arrow: shorter ones are only a head. */
const ARROW: Limits = { soft: 12, hard: SHORTEST_ARROW };

const isBody = (item: Item): boolean => !item.id.includes(".");
const patchesOf = (items: readonly Item[]): Patch[] => items.flatMap((item) => [...item.patches]);
const low = (amount: number, { soft, hard }: Limits, found: Omit<Found, "hard">) =>
  over(-amount, { soft: -soft, hard: -hard }, found);

/** The key poses as they are drawn. */
const drawn = (figure: ComposedFigure): Item[][] =>
  figure.solved.map(({ body }, i) => drawnItems(figure, body, figure.poses[i]?.bias));

function frameOf({ edge, close }: ComposedFigure, rings: readonly Ring[], pad: number): FigureBox {
  if (close) return close;
  const box = boundsOf(rings, pad);
  return edge === null ? box : framedBox(box, edge);
}

/** The body fills its frame, and its head is still one in a thumbnail. */
function checkFrame(figure: ComposedFigure, items: readonly Item[][]): Found[] {
  const all = items.flatMap(patchesOf);
  const box = frameOf(figure, ringsOf(all), 6);
  const body = boundsOf(ringsOf(items.flatMap((list) => patchesOf(list.filter(isBody)))), 0);
  const fill = Math.max(body.width, body.height) / Math.max(box.width, box.height);
  const named = figure.source.poses.findIndex((pose) => pose.name === figure.source.thumb);
  const shown = ringsOf(patchesOf(items.at(named) ?? []));
  const thumb = frameOf(figure, shown, 3);
  const head = HEAD_CM * Math.min(THUMB.width / thumb.width, THUMB.height / thumb.height);
  const filled = `the body takes ${Math.round(fill * 100)} % of the frame's longer side`;
  const small = `the head is ${head.toFixed(1)} px high in a thumbnail of 96 px`;
  return [
    ...low(fill, FILL, { check: "frame", text: filled }),
    ...low(head, HEAD_PX, { check: "frame", text: small }),
  ];
}

/** Start and the pose that differs most from it do not look alike. */
function checkDifference(figure: ComposedFigure, items: readonly Item[][]): Found[] {
  const bodies = items.map((list) => patchesOf(list.filter(isBody)));
  const box = frameOf(figure, ringsOf(bodies.flat()), 1);
  const rasters = bodies.map((patches) => raster(patches, box, PIXELS));
  const [start, ...others] = rasters;
  const change = Math.max(...others.map((other) => changedShare(start ?? other, other)));
  const text = `the poses differ in only ${(change * 100).toFixed(1)} % of the figure`;
  return [...low(change, CHANGE, { check: "difference", text })];
}

/** Arrows are long enough to be one, and cover neither face nor hand; one to a pose. */
function checkArrows(figure: ComposedFigure, items: readonly Item[][]): Found[] {
  const arrows = drawnArrows(figure);
  return arrows.flatMap((arrow, i): readonly Found[] => {
    const pose = figure.source.poses[arrow.pose]?.name;
    const rings = (id: string) =>
      ringsOf(patchesOf((items[arrow.pose] ?? []).filter((item) => item.id === id)));
    const face = sharedArea(arrow.rings, rings("head"));
    const length = `the arrow is ${arrow.size.toFixed(1)} cm long`;
    const covered = `the arrow covers ${face.toFixed(0)} cm² of the head`;
    const second = arrows.slice(0, i).some((other) => other.pose === arrow.pose);
    return [
      ...low(arrow.size, ARROW, { check: "arrow", pose, text: length }),
      ...over(face, COVERED, { check: "arrow", pose, text: covered }),
      ...(second ? [{ check: "arrow", hard: false, pose, text: "a second arrow" } as const] : []),
    ];
  });
}

/** The picture itself: frame, difference of the poses, arrows. */
export function checkPicture(figure: ComposedFigure): Found[] {
  const items = drawn(figure);
  return [checkFrame, checkDifference, checkArrows].flatMap((check) => check(figure, items));
}
