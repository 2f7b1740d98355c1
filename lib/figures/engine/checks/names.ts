import type { ComposedFigure } from "../compose-figure";
import { PARTS } from "../flesh";
import type { FullPose } from "../solved";
import { CHECKS, type Found } from "./finding";

/** Numbers of a pose that a fit may vary. */
const VARIED =
  /^(pelvis\.(tilt|side|turn)|place\.[0-2]|spine\.(lumbar|thoracic|neck|head)\.[0-2]|girdle\.(both|right|left)\.(raise|forward|out)|anchor\.at\.[0-2]|legs\.(right|left)\.(hip\.[0-2]|knee|ankle|at\.[0-2])|arms\.(right|left)\.(shoulder\.[0-2]|elbow|forearm|wrist|deviation|at\.[0-2]))$/;
const ITEMS = [...PARTS, "trunk", "right arm", "left arm", "right leg", "left leg"];

function unknownIn(pose: FullPose): string[] {
  const varied = (pose.fit ?? []).flatMap((fit) => Object.keys(fit.vary));
  return [
    ...varied
      .filter((path) => !VARIED.test(path))
      .map((path) => `fit varies "${path}", which is no number of a pose`),
    ...Object.keys(pose.bias ?? {})
      .filter((name) => !ITEMS.includes(name))
      .map((name) => `bias "${name}" is no part of the drawing`),
  ];
}

/** Every name that the form of the data lets pass names something. */
export function checkNames({ poses, props, source }: ComposedFigure): Found[] {
  const twice = source.poses.filter(
    (pose, i) => source.poses.findIndex((p) => p.name === pose.name) < i,
  );
  const allowed = Object.keys(source.allow ?? {}).filter(
    (name) => !(CHECKS as readonly string[]).includes(name),
  );
  const inPoses = poses.flatMap((pose, i) =>
    unknownIn(pose).map(
      (text): Found => ({ check: "names", hard: true, pose: source.poses[i]?.name, text }),
    ),
  );
  const ids = props.filter((prop, i) => props.findIndex((p) => p.id === prop.id) < i);
  return [
    ...inPoses,
    ...twice.map(
      (pose): Found => ({
        check: "names",
        hard: true,
        text: `two poses are called "${pose.name}"`,
      }),
    ),
    ...ids.map(
      (prop): Found => ({ check: "names", hard: true, text: `two props are called "${prop.id}"` }),
    ),
    ...allowed.map(
      (name): Found => ({
        check: "names",
        hard: true,
        text: `allow "${name}": there are ${CHECKS.join(", ")}`,
      }),
    ),
  ];
}
