import type { Locale } from "../plan/plan-document";

/** The words without which nobody can do an exercise. */
export interface WrittenWords {
  readonly name: string;
  readonly setup: string;
  readonly steps: readonly string[];
}

/** What decides whether an own exercise may be prescribed. */
export interface Unfinished {
  readonly regions: readonly string[];
  readonly positions: readonly string[];
  readonly traits: readonly string[];
  /** Somebody has said which traits it has, or that it has none. */
  readonly traitsDecided: boolean;
  readonly text: Readonly<Partial<Record<Locale, WrittenWords>>>;
}

export const LACKS = ["text", "regions", "positions", "traits"] as const;
/** `text`: no language has name, set-up and a step together. `traits`: nobody has decided about them. */
export type Lack = (typeof LACKS)[number];

const said = (text: string) => text.trim() !== "";

/** Whether somebody can do the exercise by these words: name, set-up and a step are there. */
export const isWritten = ({ name, setup, steps }: WrittenWords) =>
  said(name) && said(setup) && steps.some(said);

/** What an exercise still lacks before it may be prescribed; empty: it is ready. */
export function lacksOf({ regions, positions, traits, traitsDecided, text }: Unfinished): Lack[] {
  const written = Object.values(text).some((words) => words && isWritten(words));
  const decided = traits.length > 0 || traitsDecided;
  return LACKS.filter(
    (lack) =>
      ({
        text: !written,
        regions: regions.length === 0,
        positions: positions.length === 0,
        traits: !decided,
      })[lack],
  );
}
