import { describe, expect, it } from "vitest";
import { bakeFigure } from "@/lib/figures/engine/bake";
import { FigureError } from "@/lib/figures/engine/words";

/** A figure whose second pose is at fault. */
const end = (fault: object, more: object = {}) => ({
  base: "standing",
  poses: [{ name: "start" }, { name: "bend", ...fault }],
  ...more,
});
const arm = (fault: object) => end({ arms: { right: fault } });
const leg = (fault: object) => end({ legs: { left: fault } });

function fault(source: unknown): string {
  try {
    bakeFigure(source, "wall-slide");
  } catch (error) {
    if (error instanceof FigureError) return error.message;
    throw error;
  }
  return "it was drawn";
}

describe("poses that cannot be drawn are refused: exercise, pose, part and amount are said", () => {
  it.each([
    [
      "a joint that there is not",
      leg({ kneecap: 20 }),
      'wall-slide: poses "bend" legs left: "kneecap" is not known here',
    ],
    [
      "a joint that there is not, to fit by",
      end({
        fit: [{ vary: { "pelvis.tilt": [0, 9] }, until: [{ joint: "left kneecap", is: 3 }] }],
      }),
      'wall-slide: "bend": "left kneecap" is not a joint',
    ],
    [
      "a number that there is not, to fit",
      end({ fit: [{ vary: { "pelvis.tlt": [0, 9] }, until: [{ joint: "left knee", is: 3 }] }] }),
      'wall-slide: "bend": fit varies "pelvis.tlt", which is no number of a pose',
    ],
    [
      "an angle that no knee takes",
      leg({ knee: 170 }),
      'wall-slide: "bend": left knee is 170°; the joint stops at 163°',
    ],
    [
      "a knee bent forward",
      leg({ knee: -30 }),
      'wall-slide: "bend": left knee is -30°; the joint stops at -6°',
    ],
    [
      "an angle that comes round to a possible one",
      leg({ knee: 370 }),
      'wall-slide: "bend": left knee is 370°; the joint stops at 163°',
    ],
    [
      "an angle that no hip takes",
      leg({ hip: [170, 0, 0] }),
      'wall-slide: "bend": left hip flexion is 170°; the joint stops at 144°',
    ],
    [
      "an angle that no shoulder takes",
      arm({ shoulder: [0, 0, 150] }),
      'wall-slide: "bend": right shoulder rotation is 150°; the joint stops at 100°',
    ],
    [
      "an angle that no neck takes",
      end({ spine: { neck: [0, 0, 120] } }),
      'wall-slide: "bend": neck turn is 120°; the joint stops at 85°',
    ],
    [
      "a place out of reach",
      arm({ at: [200, 130, 17] }),
      /wall-slide: "bend": right hand misses its place by 1\d\d\.\d cm/,
    ],
    [
      "a prop that is not there",
      arm({ at: { prop: "chair", spot: "top" } }),
      'wall-slide: "bend": right hand: there is no prop "chair"',
    ],
    [
      "a spot that a prop has not",
      end(
        { arms: { right: { at: { prop: "chair", spot: "roof" } } } },
        { props: [{ kind: "chair" }] },
      ),
      /wall-slide: "bend": right hand: "chair" has no spot "roof"; it has top, /,
    ],
    [
      "a contact with a prop that is not there",
      end({ touch: ["left foot bed"] }),
      'wall-slide: "bend": touch "left foot bed": there is no prop or part "bed"',
    ],
    [
      "a contact of no part",
      end({ touch: ["nose floor"] }),
      'wall-slide: "bend": touch "nose floor" begins with no part of the body',
    ],
    [
      "a prop of one pose alone",
      end({ props: [{ kind: "chair" }] }),
      'wall-slide: poses "bend": "props" is the same in all poses: it is given once, for the figure',
    ],
    [
      "a prop that nobody knows",
      end({}, { props: [{ kind: "sofa" }] }),
      'wall-slide: props 0 kind: "sofa" is not a prop',
    ],
    [
      "a strap that is held nowhere",
      end({}, { props: [{ kind: "strap" }] }),
      'wall-slide: strap: "through" names the points that it runs through',
    ],
    [
      "a direction that is none",
      arm({ upper: "upwards" }),
      'wall-slide: poses "bend" arms right upper: "upwards" is not a direction',
    ],
    [
      "a point that is none",
      end({ anchor: { point: "left nose", at: [0, 0, 0] } }),
      'wall-slide: poses "bend" anchor point: "left nose" is not a point of the body',
    ],
    [
      "a part that is none",
      end({ rest: { parts: ["tail"] } }),
      'wall-slide: "bend": "tail" is not a part of the body',
    ],
    [
      "a text for an angle",
      leg({ knee: "90" }),
      'wall-slide: poses "bend" legs left knee: it takes a number, not "90"',
    ],
    [
      "no number for an angle",
      leg({ knee: Number.NaN }),
      'wall-slide: poses "bend" legs left knee: it takes a number, not NaN',
    ],
    [
      "two angles for three",
      leg({ hip: [90, 0] }),
      'wall-slide: poses "bend" legs left hip: [90,0] has another length than it takes (3)',
    ],
    [
      "a place in no form",
      arm({ at: "hip" }),
      'wall-slide: poses "bend" arms right at: "hip" is none of the things it can be',
    ],
    [
      "a base that there is not",
      { ...end({}), base: "sofa" },
      /wall-slide: "sofa" is not a base; there are standing, /,
    ],
    [
      "one pose",
      { base: "standing", poses: [{ name: "start" }] },
      "wall-slide: poses: a figure has two to four key poses",
    ],
    [
      "an arrow on no pose",
      end({}, { arrows: [{ pose: "fold", follow: "head" }] }),
      'wall-slide: arrow: there is no pose "fold"',
    ],
    [
      "an arrow of nothing",
      end({}, { arrows: [{}] }),
      "wall-slide: arrows 0: an arrow follows a point or has a path",
    ],
    [
      "a thumbnail of no pose",
      end(
        { legs: { left: { hip: [60, 0, 0], knee: 60 } }, touch: ["right foot floor"] },
        { thumb: "fold" },
      ),
      'wall-slide: thumb: there is no pose "fold"',
    ],
    [
      "poses of one name",
      { base: "standing", poses: [{ name: "start" }, { name: "start" }] },
      'wall-slide: two poses are called "start"',
    ],
    [
      "a check that there is not",
      end({}, { allow: { knees: "it looks better so" } }),
      /wall-slide: allow "knees": there are names, joints, /,
    ],
    [
      "no reason why",
      end({}, { allow: { joints: "so" } }),
      'wall-slide: allow joints: "so" has another length than it takes (8)',
    ],
    ["nothing", null, "wall-slide: figure: it takes named values, not null"],
    ["an empty figure", {}, "wall-slide: base: it takes a text, not nothing"],
  ])("%s", (_, source, message) => {
    const lines = fault(source).split("\n");
    if (typeof message === "string") expect(lines).toContain(message);
    else expect(lines.find((line) => message.test(line)) ?? lines.join("\n")).toMatch(message);
  });
});
