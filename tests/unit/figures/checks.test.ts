import { describe, expect, it } from "vitest";
import { alikePairs, lookOf } from "@/lib/figures/engine/checks/alike";
import { checkFigure, type Finding } from "@/lib/figures/engine/checks/check-figure";
import { CHECKS } from "@/lib/figures/engine/checks/finding";
import { composed } from "@/tests/support/authored-figures";

/** An arm raised to the side, seen from the front: nothing is wrong with it. */
const raised = { arms: { right: { shoulder: [0, 90, 0], elbow: 5 } } };
const sound = {
  base: "standing",
  camera: "front",
  poses: [{ name: "start" }, { name: "end", ...raised }],
  moves: ["right palm"],
};
const broken = (end: object, more: object = {}) => ({
  ...sound,
  poses: [{ name: "start" }, { name: "end", ...raised, ...end }],
  ...more,
});
const floating = { anchor: { point: "right ankle", at: [0, 40, null] }, rest: null, touch: [] };
const lying = (arm: number[]) => ({ arms: { both: { shoulder: arm, elbow: 4 } } });

const found = (source: object, side?: string) => checkFigure(composed(source), { side });
const texts = (findings: readonly Finding[], check: string) =>
  findings.filter((f) => f.check === check).map((f) => `${f.hard ? "hard" : "soft"} ${f.text}`);

describe("checks of a figure", () => {
  it("find nothing wrong with a sound one", () => {
    expect(found(sound, "each")).toEqual([]);
  });

  it.each([
    [
      "joints",
      broken({ spine: { neck: [0, 0, 100] } }),
      /^hard "end": neck turn is 100°; the joint stops at 85°$/,
    ],
    [
      "joints",
      broken({ spine: { neck: [0, 0, 80] } }),
      /^soft "end": neck turn is 80°; 75° is as far as it easily goes$/,
    ],
    [
      "pins",
      broken({ arms: { right: { at: [90, 130, 17] } } }),
      /^hard "end": right hand misses its place by \d+\.\d cm$/,
    ],
    [
      "floor",
      broken({ anchor: { point: "pelvis", at: [0, 84, 0] }, rest: null }),
      /^hard "end": right foot is \d+\.\d cm below the floor$/,
    ],
    [
      "props",
      broken({}, { props: [{ kind: "floor" }, { kind: "chair", at: [6, 0, 0] }] }),
      /^hard "start", "end": right shin is \d+\.\d cm inside the chair$/,
    ],
    [
      "touch",
      broken({ touch: ["right hand floor"] }),
      /^hard "end": right hand is 1\d\d\.\d cm off the floor$/,
    ],
    [
      "touch",
      broken({ touch: ["right hand left shin"] }),
      /^hard "end": right hand is \d+\.\d cm off the left shin$/,
    ],
    ["support", broken(floating), /^hard "end": nothing bears the body; it floats \d+\.\d cm off$/],
    [
      "balance",
      broken({ pelvis: { tilt: 50 } }),
      /^hard "end": the centre of mass is \d+\.\d cm outside what bears the body$/,
    ],
    [
      "overlap",
      broken({ arms: { right: { at: { point: "pelvis" } } } }),
      /^hard "end": right hand is \d+\.\d cm inside the pelvis$/,
    ],
    [
      "overlap",
      broken({ spine: { neck: [80, 0, 0], head: [60, 0, 0] } }),
      /^soft "end": the chin is \d+\.\d cm inside the chest$/,
    ],
    [
      "slide",
      broken({ anchor: { point: "right ankle", at: [20, null, null] } }),
      /^hard left foot slides 20\.0 cm from "start" to "end"; name it in "moves" if it does$/,
    ],
    [
      "between",
      {
        ...sound,
        base: "hook-lying",
        poses: [
          { name: "start", ...lying([-4, 17, 20]) },
          { name: "end", ...lying([178, 4, 0]) },
        ],
      },
      /^hard from "start" to "end": right hand dips \d+\.\d cm below the floor$/,
    ],
    [
      "moves",
      broken({}, { moves: ["left knee"] }),
      /^hard left knee is to move, but its way is only 0\.0 cm$/,
    ],
    [
      "arrow",
      broken(
        {},
        {
          arrows: [
            {
              path: [
                [0, 100, 50],
                [0, 104, 50],
              ],
            },
          ],
        },
      ),
      /^hard "end": the arrow is 4\.0 cm long$/,
    ],
    [
      "arrow",
      broken(
        {},
        {
          arrows: [
            {
              path: [
                [0, 145, 0],
                [0, 170, 0],
              ],
            },
          ],
        },
      ),
      /^hard "end": the arrow covers \d+ cm² of the head$/,
    ],
    [
      "frame",
      broken({}, { props: [{ kind: "floor" }, { kind: "stool", at: [0, 0, 900] }] }),
      /^hard the body takes \d+ % of the frame's longer side$/,
    ],
    [
      "difference",
      { ...sound, poses: [{ name: "start" }, { name: "end" }] },
      /^hard the poses differ in only 0\.0 % of the figure$/,
    ],
    [
      "foreshortening",
      broken({ arms: { right: { shoulder: [90, 0, 0], elbow: 0 } } }),
      /^hard "end": only \d+ % of the right forearm is seen; it points at the viewer$/,
    ],
    ["names", broken({ bias: { nose: 3 } }), /^hard "end": bias "nose" is no part of the drawing$/],
  ])("%s are found", (check, source, text) => {
    const lines = texts(found(source), check);
    expect(lines.find((line) => text.test(line)) ?? lines.join("\n")).toMatch(text);
  });

  it("the side that works is the right", () => {
    const left = {
      ...sound,
      poses: [{ name: "start" }, { name: "end", arms: { left: raised.arms.right } }],
    };
    expect(texts(found(left, "each"), "side")[0]).toMatch(
      /^hard the left moves \d+\.\d cm more than the right/,
    );
    expect(texts(found(left, "none"), "side")).toEqual([]);
    expect(texts(found({ ...left, moves: ["left palm"] }, "each"), "side")).toEqual([
      "soft of left palm nothing is on the right",
    ]);
  });

  it("a jump between two neighbouring moments is found", () => {
    const figure = composed(sound);
    const moments = figure.moments.map((body, i) =>
      i === 2 ? (figure.moments.at(-1) ?? body) : body,
    );
    const lines = texts(checkFigure({ ...figure, moments }), "between");
    expect(lines.join()).toMatch(
      /from "start" to "end": right wrist jumps \d+\.\d cm in one moment/,
    );
  });

  it("what an author allows is kept with its reason and is never hard", () => {
    const allow = { joints: "an owl can do this, and it is one" };
    const findings = found(broken({ spine: { neck: [0, 0, 100] } }, { allow }));
    expect(findings).toEqual([
      {
        check: "joints",
        hard: false,
        text: '"end": neck turn is 100°; the joint stops at 85°',
        allowed: allow.joints,
      },
    ]);
  });

  it("two exercises that look alike in a list are found, others are not", () => {
    const shrugged = broken({ arms: { right: { shoulder: [0, 88, 0], elbow: 5 } } });
    const bent = broken({ pelvis: { tilt: 30 }, spine: { lumbar: [40, 0, 0] } });
    const looks = [sound, shrugged, bent].map(
      (source, i) => [i, lookOf(composed(source))] as const,
    );
    expect(alikePairs(looks).map(([a, b]) => [a, b])).toEqual([[0, 1]]);
  });

  it("every check is broken on purpose above", () => {
    expect(CHECKS).toHaveLength(18);
  });
});
