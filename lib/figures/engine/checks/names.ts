import type { ComposedFigure } from "../compose-figure";
import { PARTS } from "../parts";
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

/** Those of some names that come a second time. */
const repeated = (names: readonly string[]): string[] =>
  names.filter((name, i) => names.indexOf(name) < i);

/** Every name that the form of the data lets pass names something, and one thing only. */
export function checkNames({ poses, props, source }: ComposedFigure): Found[] {
  const { thumb, allow } = source;
  const names = source.poses.map((pose) => pose.name);
  const found = (text: string, pose?: string): Found => ({
    check: "names",
    hard: true,
    pose,
    text,
  });
  const unknown = Object.keys(allow ?? {}).filter(
    (name) => !(CHECKS as readonly string[]).includes(name),
  );
  return [
    ...poses.flatMap((pose, i) => unknownIn(pose).map((text) => found(text, names[i]))),
    ...repeated(names).map((name) => found(`two poses are called "${name}"`)),
    ...repeated(props.map((prop) => prop.id)).map((id) => found(`two props are called "${id}"`)),
    ...unknown.map((name) => found(`allow "${name}": there are ${CHECKS.join(", ")}`)),
    ...(thumb && !names.includes(thumb) ? [found(`thumb: there is no pose "${thumb}"`)] : []),
  ];
}
