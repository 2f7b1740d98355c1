import type { KeptLine, TemplateLine } from "./line-queries";

/** A line as it is kept; what the library says of it is left behind. */
export function keptLineOf({
  exercise: { slug },
  obstacle: _,
  ladder,
  ...line
}: TemplateLine): KeptLine {
  return {
    ...line,
    slug,
    ladder: ladder.map(({ exercise, obstacle: __, ...step }) => ({ ...step, slug: exercise.slug })),
  };
}
