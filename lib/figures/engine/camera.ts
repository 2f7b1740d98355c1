import { VIEWS } from "./source";
import { compose, cross, dot, turnX, turnY, type Vec } from "./vector";

/** A point of the picture: x to the right, y DOWN; cm. */
export type Point = readonly [number, number];

/** An orthographic view: two axes of the picture and the way toward the viewer. */
export interface Camera {
  readonly right: Vec;
  readonly up: Vec;
  readonly toward: Vec;
}

export type View = keyof typeof VIEWS | { readonly azimuth: number; readonly elevation: number };

/**
 * Azimuth 0 looks at the right side of somebody who faces right, 90 at the front, -90 at the back;
 * elevation looks down from above. Degrees.
 */
export function cameraOf(view: View): Camera {
  const [azimuth, elevation] =
    typeof view === "string" ? VIEWS[view] : [view.azimuth, view.elevation];
  const frame = compose(turnY(azimuth), turnX(-elevation));
  return { right: frame.x, up: cross(frame.z, frame.x), toward: frame.z };
}

export const project = (camera: Camera, v: Vec): Point => [
  dot(v, camera.right),
  -dot(v, camera.up),
];
export const depthOf = (camera: Camera, v: Vec): number => dot(v, camera.toward);
