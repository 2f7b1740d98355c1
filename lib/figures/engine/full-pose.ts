import { BASES, type Base } from "./bases";
import { SIDES, type Side } from "./body";
import type { FullPose } from "./solved";
import type { ArmSource, FigureSource, LegSource, PoseSource } from "./source";
import { FigureError } from "./words";

const LEG_WAYS = {
  angles: ["hip", "knee"],
  directions: ["thigh", "shin", "front"],
  target: ["at", "part", "bend"],
};
const ARM_WAYS = {
  angles: ["shoulder", "elbow"],
  directions: ["upper", "fore", "front"],
  target: ["at", "part", "bend"],
};
type Ways = typeof LEG_WAYS | typeof ARM_WAYS;

/** Another way of giving a limb drops what the earlier way said; the same way overrides key by key. */
function overridden<T extends LegSource | ArmSource>(
  ways: Ways,
  below: T,
  above: T | undefined,
): T {
  if (!above) return below;
  const wayOf = (limb: T) =>
    Object.entries(ways).find(([, keys]) =>
      keys.some((key) => key !== "front" && key in limb),
    )?.[0];
  const [from, to] = [wayOf(below), wayOf(above)];
  const merged: Record<string, unknown> = { ...below };
  if (to && from !== to) {
    for (const keys of Object.values(ways)) for (const key of keys) delete merged[key];
    for (const key of [
      "fingers",
      "palm",
      "toes",
      "sole",
      "wrist",
      "forearm",
      "ankle",
      "curl",
      "deviation",
    ])
      if (to === "target" || from === "target") delete merged[key];
  }
  return { ...merged, ...above } as T;
}

type Layer = PoseSource | undefined;

function limbs<T extends LegSource | ArmSource>(
  ways: Ways,
  layers: readonly (Partial<Record<Side | "both", T>> | undefined)[],
  side: Side,
): T {
  return layers.reduce<T>(
    (so, layer) => overridden(ways, overridden(ways, so, layer?.both), layer?.[side]),
    {} as T,
  );
}

/** Base, common part and one key pose made one. Throws `FigureError` for an unknown base. */
export function fullPoses(figure: FigureSource): { base: Base; poses: FullPose[] } {
  const base = BASES[figure.base];
  if (!base)
    throw new FigureError(
      `"${figure.base}" is not a base; there are ${Object.keys(BASES).join(", ")}`,
    );
  const poses = figure.poses.map(({ name: _name, ...own }) =>
    merged(base, [base.pose, figure.common, own as PoseSource]),
  );
  return { base, poses };
}

function merged(base: Base, layers: readonly Layer[]): FullPose {
  const flat = Object.assign({}, ...layers) as PoseSource;
  const spread = <K extends "pelvis" | "spine" | "bias">(key: K) =>
    Object.assign({}, ...layers.map((layer) => layer?.[key])) as PoseSource[K];
  const girdles = layers.map((layer) => layer?.girdle);
  const of = <T extends LegSource | ArmSource>(ways: Ways, key: "legs" | "arms") =>
    Object.fromEntries(
      SIDES.map((side) => [
        side,
        limbs<T>(
          ways,
          layers.map((layer) => layer?.[key] as Partial<Record<Side | "both", T>>),
          side,
        ),
      ]),
    ) as Record<Side, T>;
  return {
    ...flat,
    orient: base.orient,
    pelvis: spread("pelvis"),
    spine: spread("spine"),
    bias: spread("bias"),
    girdle: {
      both: Object.assign({}, ...girdles.map((g) => g?.both)),
      right: Object.assign({}, ...girdles.map((g) => g?.right)),
      left: Object.assign({}, ...girdles.map((g) => g?.left)),
    },
    legs: of<LegSource>(LEG_WAYS, "legs"),
    arms: of<ArmSource>(ARM_WAYS, "arms"),
  };
}
