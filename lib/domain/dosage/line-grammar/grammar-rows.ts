/** The grammar on one sheet: examples by what they say. The sentences stand in the messages under the same names. */
export const GRAMMAR_ROWS = {
  setsReps: ["3x10", "3 sets", "10 reps"],
  reps: ["3x"],
  hold: ["h25", "25s x 3"],
  time: ["90s", "2min", "3x30s"],
  rest: ["r60", "no rest"],
  load: ["2.5kg", "500g"],
  band: ["band red"],
  tempo: ["t3-1-2"],
  side: ["left", "right", "both", "each", "alt"],
  timesADay: ["2/d", "2-3/d"],
  days: ["daily", "eod", "3-4/w", "mwf", "mon,thu"],
  asNeeded: ["prn"],
  none: ["no hold", "no load"],
  cue: ['"slowly"'],
  mustDo: ["*"],
  dates: ["from 1 dec to 14 dec"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
