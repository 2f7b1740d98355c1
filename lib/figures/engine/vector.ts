/** A point or a direction: x to the right of the picture, y up, z toward the viewer; cm. */
export type Vec = readonly [number, number, number];

/** Three axes of a frame in the room. In a body frame: x front, y toward the head, z the person's right. */
export interface Axes {
  readonly x: Vec;
  readonly y: Vec;
  readonly z: Vec;
}

export const ORIGIN: Vec = [0, 0, 0];
export const ROOM: Axes = { x: [1, 0, 0], y: [0, 1, 0], z: [0, 0, 1] };

export const add = (a: Vec, b: Vec): Vec => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const sub = (a: Vec, b: Vec): Vec => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const scale = (a: Vec, k: number): Vec => [a[0] * k, a[1] * k, a[2] * k];
export const dot = (a: Vec, b: Vec): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vec, b: Vec): Vec => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const length = (a: Vec): number => Math.hypot(a[0], a[1], a[2]);
export const distance = (a: Vec, b: Vec): number => length(sub(a, b));
export const mix = (a: Vec, b: Vec, t: number): Vec => add(scale(a, 1 - t), scale(b, t));

/** Unit vector; `fallback` when the vector has no direction. */
export function unit(a: Vec, fallback: Vec = ROOM.x): Vec {
  const n = length(a);
  return n < 1e-9 ? fallback : scale(a, 1 / n);
}

/** What is left of `a` at right angles to the unit vector `axis`. */
export const across = (a: Vec, axis: Vec): Vec => sub(a, scale(axis, dot(a, axis)));

/** A local vector in the room. */
export const apply = (m: Axes, v: Vec): Vec =>
  add(add(scale(m.x, v[0]), scale(m.y, v[1])), scale(m.z, v[2]));

/** A room vector in local terms. */
export const unapply = (m: Axes, v: Vec): Vec => [dot(m.x, v), dot(m.y, v), dot(m.z, v)];

/** Frame `inner`, given in terms of frame `outer`. */
export const compose = (outer: Axes, inner: Axes): Axes => ({
  x: apply(outer, inner.x),
  y: apply(outer, inner.y),
  z: apply(outer, inner.z),
});

/** Frame `m` seen from frame `outer`: compose(outer, relative(outer, m)) is m. */
export const relative = (outer: Axes, m: Axes): Axes => ({
  x: unapply(outer, m.x),
  y: unapply(outer, m.y),
  z: unapply(outer, m.z),
});

const RADIANS = Math.PI / 180;
export const degrees = (radians: number): number => radians / RADIANS;

export function turnX(angle: number): Axes {
  const c = Math.cos(angle * RADIANS);
  const s = Math.sin(angle * RADIANS);
  return { x: [1, 0, 0], y: [0, c, s], z: [0, -s, c] };
}

export function turnY(angle: number): Axes {
  const c = Math.cos(angle * RADIANS);
  const s = Math.sin(angle * RADIANS);
  return { x: [c, 0, -s], y: [0, 1, 0], z: [s, 0, c] };
}

export function turnZ(angle: number): Axes {
  const c = Math.cos(angle * RADIANS);
  const s = Math.sin(angle * RADIANS);
  return { x: [c, s, 0], y: [-s, c, 0], z: [0, 0, 1] };
}

export const composeAll = (...all: readonly Axes[]): Axes => all.reduce(compose);

/** The shortest turn from one frame to another, done to the share `t`. */
export function blend(from: Axes, to: Axes, t: number): Axes {
  const { axis, angle } = turnBetween(from, to);
  return angle < 1e-6 ? from : turnedAbout(from, axis, angle * t);
}

/** Axis (in the room) and angle (degrees) of the turn that takes one frame to another. */
function turnBetween(from: Axes, to: Axes): { axis: Vec; angle: number } {
  const sum = add(add(cross(from.x, to.x), cross(from.y, to.y)), cross(from.z, to.z));
  const trace = dot(from.x, to.x) + dot(from.y, to.y) + dot(from.z, to.z);
  const angle = degrees(Math.atan2(length(sum) / 2, (trace - 1) / 2));
  if (length(sum) > 1e-6) return { axis: unit(sum), angle };
  if (trace > 0) return { axis: ROOM.y, angle: 0 };
  const halfway = [add(from.x, to.x), add(from.y, to.y), add(from.z, to.z)];
  const longest = halfway.reduce((a, b) => (length(b) > length(a) ? b : a));
  return { axis: unit(longest), angle: 180 };
}

/** A frame turned about an axis of the room. */
export function turnedAbout(m: Axes, axis: Vec, angle: number): Axes {
  const c = Math.cos(angle * RADIANS);
  const s = Math.sin(angle * RADIANS);
  const turn = (v: Vec): Vec =>
    add(add(scale(v, c), scale(cross(axis, v), s)), scale(axis, dot(axis, v) * (1 - c)));
  return { x: turn(m.x), y: turn(m.y), z: turn(m.z) };
}

/** Frame whose y axis is exactly `y` and whose x axis lies as near to `front` as it can. */
export function axesFromYX(y: Vec, front: Vec, fallback: Vec = ROOM.z): Axes {
  const flat = across(front, y);
  const x = length(flat) > 1e-6 ? unit(flat) : unit(across(fallback, y), unit(across(ROOM.x, y)));
  return { x, y, z: cross(x, y) };
}
