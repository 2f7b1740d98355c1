import { z } from "zod";
import { isDirection } from "./words";

/**
 * What an author writes about a figure. Everything is given for the RIGHT as the working side; the
 * left is the finished picture mirrored. Angles in degrees, lengths in cm.
 */

const number = z.number().finite();
const triple = z.tuple([number, number, number]);
const direction = z
  .string()
  .refine(isDirection, { error: (issue) => `"${String(issue.input)}" is not a direction` });

export const POINTS = [
  "pelvis",
  "waist",
  "chest",
  "c7",
  "head",
  "crown",
  "chin",
  "hip",
  "knee",
  "hollow",
  "ankle",
  "heel",
  "instep",
  "ball",
  "toes",
  "shoulder",
  "elbow",
  "wrist",
  "palm",
  "fingertips",
] as const;
const CENTRAL = ["pelvis", "waist", "chest", "c7", "head", "crown", "chin"];
const pointName = z.string().refine(isPoint, {
  error: (issue) => `"${String(issue.input)}" is not a point of the body`,
});

function isPoint(text: string): boolean {
  const words = text.split(" ");
  const name = words.at(-1) ?? "";
  if (!(POINTS as readonly string[]).includes(name)) return false;
  return CENTRAL.includes(name)
    ? words.length === 1
    : words.length === 2 && (words[0] === "right" || words[0] === "left");
}

/** A place that a hand or foot goes to. */
const target = z.union([
  triple,
  z.strictObject({
    /** Segment: "right shin"; "head" has no side. */
    on: z.string().regex(/^((right|left) (thigh|shin|upper arm|forearm|foot)|head|pelvis|chest)$/),
    /** 0 at its upper end, 1 at its lower end. */
    along: number.optional(),
    /** Which face: front back in out (of that segment), words joined by "+". */
    face: direction.optional(),
    /** Off the skin; negative presses in. */
    gap: number.optional(),
  }),
  z.strictObject({
    point: pointName,
    /** Front, toward the head, outward (of the limb's own side) in pelvis or chest terms. */
    offset: triple.optional(),
    /** True: offset in room axes. */
    room: z.boolean().optional(),
  }),
  z.strictObject({
    /** Id or kind of a prop, and a named spot of it with an offset in room axes. */
    prop: z.string(),
    spot: z.string(),
    offset: triple.optional(),
  }),
]);
export type Target = z.infer<typeof target>;

const leg = z.strictObject({
  hip: triple.optional(),
  knee: number.optional(),
  ankle: number.optional(),
  thigh: direction.optional(),
  shin: direction.optional(),
  /** Where the kneecap faces, for a straight or world-directed leg. */
  front: direction.optional(),
  at: target.optional(),
  /** Part of the foot that goes to the target; default the sole under the ankle. */
  part: z.enum(["sole", "heel", "ball", "toes", "ankle", "top"]).optional(),
  bend: direction.optional(),
  toes: direction.optional(),
  /** Where the sole faces. */
  sole: direction.optional(),
});
export type LegSource = z.infer<typeof leg>;

const arm = z.strictObject({
  /** Flexion, abduction, inward rotation. */
  shoulder: triple.optional(),
  elbow: number.optional(),
  forearm: number.optional(),
  wrist: number.optional(),
  /** Sideways: toward the thumb is positive. */
  deviation: number.optional(),
  upper: direction.optional(),
  fore: direction.optional(),
  /** Where the hollow of the elbow faces, for a straight or world-directed arm. */
  front: direction.optional(),
  at: target.optional(),
  part: z.enum(["palm", "wrist", "fingertips", "fist"]).optional(),
  bend: direction.optional(),
  fingers: direction.optional(),
  palm: direction.optional(),
  curl: number.optional(),
});
export type ArmSource = z.infer<typeof arm>;

const girdle = z.strictObject({
  /** cm up, forward and (negative: squeezed together) outward, on top of what the arm brings. */
  raise: number.optional(),
  forward: number.optional(),
  out: number.optional(),
});

const sides = <T extends z.ZodType>(schema: T) =>
  z.strictObject({
    both: schema.optional(),
    right: schema.optional(),
    left: schema.optional(),
  });

const until = z.union([
  /** The lowest of a part at a height. */
  z.strictObject({ part: z.string(), rests: number }),
  /** A coordinate of a point. */
  z.strictObject({ point: pointName, axis: z.enum(["x", "y", "z"]), is: number }),
  z.strictObject({ between: z.tuple([pointName, pointName]), is: number }),
  /** The solved angle of a joint, e.g. "right knee". */
  z.strictObject({ joint: z.string(), is: number }),
]);

export const poseSource = z.strictObject({
  pelvis: z
    .strictObject({ tilt: number.optional(), side: number.optional(), turn: number.optional() })
    .optional(),
  /** Where the pelvis is before anchor and rest. */
  place: triple.optional(),
  spine: z
    .strictObject({
      lumbar: triple.optional(),
      thoracic: triple.optional(),
      neck: triple.optional(),
      /** Of the head on the neck, on top of its share of the neck. */
      head: triple.optional(),
    })
    .optional(),
  /** A deep breath: cm that the belly comes forward, and that each side of the ribs goes out. */
  breath: z.strictObject({ belly: number.optional(), ribs: number.optional() }).optional(),
  legs: sides(leg).optional(),
  arms: sides(arm).optional(),
  girdle: sides(girdle).optional(),
  anchor: z
    .strictObject({
      point: pointName,
      at: z.tuple([number.nullable(), number.nullable(), number.nullable()]),
    })
    .nullable()
    .optional(),
  rest: z
    .strictObject({ parts: z.array(z.string()).min(1), at: number.optional() })
    .nullable()
    .optional(),
  fit: z
    .array(
      z.strictObject({
        vary: z.record(z.string(), z.tuple([number, number])),
        until: z.array(until).min(1),
      }),
    )
    .optional(),
  /** "part thing": "pelvis chair", "right foot floor"; replaces what the base says. */
  touch: z.array(z.string()).optional(),
  /** cm toward the viewer, for the drawing order alone. */
  bias: z.record(z.string(), number).optional(),
});
export type PoseSource = z.infer<typeof poseSource>;

export const PROP_KINDS = [
  "floor",
  "mat",
  "bed",
  "chair",
  "stool",
  "wall",
  "doorway",
  "step",
  "pillow",
  "bolster",
  "towel",
  "strap",
  "band",
  "dumbbell",
  "ball",
  "roller",
  "bar",
  "inversion table",
  "back stretcher",
  "stick",
  "table",
] as const;
export type PropKind = (typeof PROP_KINDS)[number];

const propSource = z.strictObject({
  kind: z.enum(PROP_KINDS, { error: (issue) => `"${String(issue.input)}" is not a prop` }),
  /** To tell two of a kind apart. */
  id: z.string().optional(),
  /** Middle of its foot print. */
  at: triple.optional(),
  /** About the vertical, degrees. */
  turn: number.optional(),
  /** Length, height, depth where the kind lets them be chosen. */
  size: triple.optional(),
  /** Things that are held or stretched: points they run through, in order. */
  through: z.array(z.union([pointName, triple])).optional(),
  /** cm toward the viewer, for the drawing order alone. */
  bias: number.optional(),
});
export type PropSource = z.infer<typeof propSource>;

export const VIEWS = {
  side: [0, 7],
  "side high": [0, 16],
  "front quarter": [52, 9],
  "side quarter": [26, 9],
  front: [90, 6],
  back: [-90, 6],
  "back quarter": [-50, 10],
  "lying from above": [40, 38],
  "lying from the feet": [50, 16],
  "side-lying": [-34, 26],
  "turning trunk": [16, 12],
} as const;

const arrowSource = z
  .strictObject({
    /** Key pose on which it is drawn; default the last. */
    pose: z.string().optional(),
    /** A point whose way from the pose before to this one is followed. */
    follow: pointName.optional(),
    /** cm away from the body (or `away` in room words), and outward bulge of the arc. */
    offset: number.optional(),
    away: direction.optional(),
    bulge: number.optional(),
    /** Part of the way that is drawn, 0..1. */
    span: z.tuple([number, number]).optional(),
    /** A way by hand: two to five points of the room, or body points with an offset in room axes. */
    path: z
      .array(z.union([triple, z.strictObject({ point: pointName, offset: triple.optional() })]))
      .min(2)
      .max(6)
      .optional(),
    /** Two heads: to and fro. */
    both: z.boolean().optional(),
  })
  .refine(({ follow, path }) => Boolean(follow) !== Boolean(path), {
    error: "an arrow follows a point or has a path",
  });
export type ArrowSource = z.infer<typeof arrowSource>;

export const figureSource = z.strictObject({
  base: z.string(),
  camera: z
    .union([
      z.enum(Object.keys(VIEWS) as [keyof typeof VIEWS, ...(keyof typeof VIEWS)[]]),
      z.strictObject({ azimuth: number, elevation: number }),
    ])
    .optional(),
  /** Replaces the base's props when given. */
  props: z.array(propSource).optional(),
  common: poseSource.optional(),
  poses: z
    .array(z.strictObject({ name: z.string().min(1), ...poseSource.shape }))
    .min(2, "a figure has two to four key poses")
    .max(4, "a figure has two to four key poses"),
  arrows: z.array(arrowSource).optional(),
  /**
   * Parts of the body that fill the picture; what is below the lowest of them is cut off. For small
   * movements of head and shoulders: ["head", "chest", "waist"]. Default: the whole body.
   */
  frame: z.array(z.string()).min(1).optional(),
  /**
   * A close-up: the picture is cut all round these parts, for movements of hand or foot alone:
   * ["right shin", "right foot"], and points of the room. The head need not be in it.
   */
  close: z
    .array(z.union([z.string(), triple]))
    .min(1)
    .optional(),
  /** "back" (default): there and back; "loop": round. */
  path: z.enum(["back", "loop"]).optional(),
  /** Key pose of the thumbnail; default the last. */
  thumb: z.string().optional(),
  /** What moves: the check looks that it does, and that it is seen. */
  moves: z.array(pointName).optional(),
  /** Checks that this figure may fail, with the reason. */
  allow: z.record(z.string(), z.string().min(8)).optional(),
});
export type FigureSource = z.infer<typeof figureSource>;
