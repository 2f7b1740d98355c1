import type { PlanSide } from "./plan-diff";
import type { Locale } from "./plan-document";

/** Stand for an exercise's words and pictures as they were, or would be, frozen: the same while those are. */
export interface FrozenMarks {
  readonly words: Readonly<Record<Locale, string>>;
  readonly pictures: string;
}

/** Marks of a published version. */
export interface VersionMarks {
  /** By `lineId`, and of variants by `stepId`. */
  readonly lines: Readonly<Record<string, FrozenMarks>>;
  /** By id. */
  readonly advice: Readonly<Record<string, string>>;
}

/** Marks of what the library says now. */
export interface LibraryMarks {
  /** By slug. */
  readonly exercises: Readonly<Record<string, FrozenMarks>>;
  /** By id. */
  readonly advice: Readonly<Record<string, string>>;
}

/** The side with what it holds, so that `diffPlans` sees what the library renewed; without marks as it is. */
export function withMarks(
  side: PlanSide,
  marks: VersionMarks | LibraryMarks | undefined,
): PlanSide {
  if (!marks) return side;
  const of = (id: string, slug: string) =>
    "lines" in marks ? marks.lines[id] : marks.exercises[slug];
  return {
    ...side,
    advice: side.advice.map((one) => ({ ...one, mark: marks.advice[one.id] })),
    exercises: side.exercises.map((line) => ({
      ...line,
      marks: of(line.lineId, line.slug),
      stepMarks: Object.fromEntries(
        line.ladder.flatMap(({ stepId, slug }) => {
          const step = of(stepId, slug);
          return step ? [[stepId, step] as const] : [];
        }),
      ),
    })),
  };
}
