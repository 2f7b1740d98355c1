/** Neighbours in the drawing order that are all parts of the body, or all not. */
export interface Run<S> {
  readonly line: boolean;
  /** Place of its first shape in the whole drawing. */
  readonly from: number;
  readonly shapes: readonly S[];
}

/** Cuts a drawing, back to front, where it changes between body and things, so that each run is clipped once. */
export function shapeRuns<S extends { readonly line?: true }>(shapes: readonly S[]): Run<S>[] {
  const starts = shapes.flatMap((shape, i) =>
    i === 0 || shape.line !== shapes[i - 1]?.line ? [i] : [],
  );
  return starts.map((from, i) => ({
    line: shapes[from]?.line === true,
    from,
    shapes: shapes.slice(from, starts[i + 1]),
  }));
}
