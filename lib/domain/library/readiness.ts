import type { Locale } from "../plan/plan-document";

/** What decides whether an own exercise may be prescribed. */
export interface Unfinished {
  readonly regions: readonly string[];
  readonly positions: readonly string[];
  readonly traits: readonly string[];
  /** Somebody has said which traits it has, or that it has none. */
  readonly traitsDecided: boolean;
  readonly text: Readonly<
    Partial<
      Record<
        Locale,
        { readonly name: string; readonly setup: string; readonly steps: readonly string[] }
      >
    >
  >;
}

export const LACKS = ["text", "regions", "positions", "traits"] as const;
/** `text`: no language has name, set-up and a step together. `traits`: nobody has decided about them. */
export type Lack = (typeof LACKS)[number];

const said = (text: string) => text.trim() !== "";

/** What an exercise still lacks before it may be prescribed; empty: it is ready. */
export function lacksOf({ regions, positions, traits, traitsDecided, text }: Unfinished): Lack[] {
  const written = Object.values(text).some(
    (words) => words && said(words.name) && said(words.setup) && words.steps.some(said),
  );
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
