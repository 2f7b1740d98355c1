/** Bounds of a clinic's own exercises (design judgement: twice what the longest of the library needs). */
export const EXERCISE_BOUNDS = {
  /** Characters, as Unicode code points. */
  name: 80,
  alias: 80,
  setup: 400,
  step: 300,
  feel: 300,
  caution: 300,
  fault: 300,
  alt: 300,
  /** How many there may be. */
  aliases: 12,
  steps: 12,
  cautions: 8,
  faults: 8,
} as const;
