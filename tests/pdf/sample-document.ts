import { PLAIN_LINE, PLAIN_PLAN } from "@/lib/domain/plan/line";
import { adviceContent } from "../../db/seed/library-advice";
import { libraryContent } from "../../db/seed/library-content";
import { localDate } from "../../lib/domain/calendar/local-date";
import { DAILY_ONCE, type Dosage } from "../../lib/domain/dosage/dosage";
import { DEFAULT_PAIN_RULE } from "../../lib/domain/pain/pain-rule";
import type { DocumentAdvice, Locale } from "../../lib/domain/plan/plan-document";
import type { DrawnDocument, DrawnExercise } from "../../lib/figures/drawn-document";

/** The exercises of the source documents: a library that grows does not change these papers. */
const library = libraryContent()
  .filter(({ facts }) => facts.sources.length > 0)
  .map(({ facts, text }) => ({ slug: facts.slug, texts: text }));

export const HOLD_25: Dosage = {
  sets: 1,
  reps: 3,
  holdSeconds: 25,
  durationSeconds: null,
  restSeconds: null,
  loadGrams: null,
  band: null,
  tempo: null,
  side: "each",
  frequency: { ...DAILY_ONCE, timesPerDayMin: 2, timesPerDayMax: 2 },
};

const DOSAGES: readonly Dosage[] = [
  HOLD_25,
  { ...HOLD_25, holdSeconds: null, sets: 2, reps: 10, restSeconds: 30, side: "none" },
  {
    ...HOLD_25,
    holdSeconds: null,
    reps: null,
    durationSeconds: 150,
    side: "none",
    frequency: { ...DAILY_ONCE, pattern: "per_week", daysPerWeekMin: 4, daysPerWeekMax: 5 },
  },
  {
    ...HOLD_25,
    holdSeconds: null,
    sets: 3,
    reps: 8,
    loadGrams: 2500,
    tempo: "3-1-2",
    side: "left",
    frequency: { ...DAILY_ONCE, pattern: "weekdays", weekdays: [1, 3, 5] },
  },
];

/** The nth exercise of the library as a patient gets it; every third has a cue and a caution. */
export function sampleExercise(
  n: number,
  locale: Locale,
  change: Partial<DrawnExercise> = {},
): DrawnExercise {
  const { slug, texts } = library[n % library.length]!;
  const { cautions, faults = [], ...text } = texts[locale];
  const special = n % 3 === 0;
  return {
    ...PLAIN_LINE,
    ladder: [],
    prescribedId: `prescribed-${n}`,
    lineId: `line-${n}`,
    slug,
    position: n,
    ...text,
    faults,
    libraryCautions: cautions,
    writtenIn: null,
    figureId: null,
    figure: null,
    media: [],
    photos: [],
    dosage: DOSAGES[n % DOSAGES.length]!,
    cue: special ? "Keep the other knee bent this week." : null,
    caution: special ? "Stop if the pain runs below your left knee." : null,
    ...change,
  };
}

/** The first pieces of the library's advice, its defaults among them, as a patient gets them. */
export function sampleAdvice(count: number, locale: Locale): DocumentAdvice[] {
  return adviceContent()
    .slice(0, count)
    .map(({ id, kind, [locale]: { title, text } }) => ({ id, kind, title, body: text }));
}

/** A plan of `count` library exercises. */
export function sampleDocument(
  count: number,
  locale: Locale = "en",
  change: Partial<DrawnDocument> = {},
): DrawnDocument {
  return {
    ...PLAIN_PLAN,
    locale,
    planId: "plan",
    versionId: "version",
    versionNumber: 4,
    title: "Low back programme",
    publishedOn: localDate("2026-11-20"),
    startsOn: localDate("2026-11-21"),
    planUrl: "https://plans.northgate-physio.example/p/4Jx0aQ9mT2sVbYwZ1kRc7Q/4",
    paperSize: "A4",
    clinic: {
      name: "Northgate Physio",
      phone: "+44 20 7946 0018",
      address: "12 Mill Lane, Northgate NG1 4AB",
      emergencyNumber: "999",
      logo: null,
    },
    therapistName: "Dana Whitfield",
    patientGivenName: "Elena",
    note: "Mornings are fine. Leave out the third exercise on days you garden.",
    painRule: DEFAULT_PAIN_RULE,
    advice: [],
    exercises: Array.from({ length: count }, (_, n) => sampleExercise(n, locale)),
    ...change,
  };
}
