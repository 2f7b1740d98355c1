import { expect, test } from "vitest";
import { localDate } from "../../../lib/domain/calendar/local-date";
import { DAILY_ONCE, type Dosage } from "../../../lib/domain/dosage/dosage";
import { DEFAULT_PAIN_RULE } from "../../../lib/domain/pain/pain-rule";
import type { DocumentExercise, PlanDocument } from "../../../lib/domain/plan/plan-document";
import { changesBetween } from "../../../lib/features/plans/version-changes";
import en from "../../../lib/i18n/messages/en/record.json" with { type: "json" };
import es from "../../../lib/i18n/messages/es/record.json" with { type: "json" };
import { recordText } from "../../../lib/i18n/record-text";
import { HOLD_25, sampleDocument, sampleExercise } from "../../pdf/sample-document";

const BRIDGE: Dosage = { ...HOLD_25, holdSeconds: null, sets: 3, reps: 10, side: "none" };

function exercise(
  lineId: string,
  name: string,
  change: Partial<DocumentExercise> = {},
): DocumentExercise {
  const position = Number(lineId);
  return { ...sampleExercise(1, "en"), lineId, slug: name, name, position, ...change };
}

const PLAN: PlanDocument = {
  ...sampleDocument(0),
  versionNumber: 2,
  title: "Low back, weeks 1 to 3",
  note: null,
  advice: [
    { id: "move-slowly", kind: "technique", title: "Move slowly", body: "Slowly." },
    { id: "hurt", kind: "education", title: "Hurt is not harm", body: "It is not." },
  ],
  exercises: [
    exercise("0", "Single knee to chest", {
      dosage: HOLD_25,
      cue: "Let the other leg go heavy.",
      caution: "Stop if the pain runs below your left knee.",
    }),
    exercise("1", "Bridge", {
      dosage: { ...BRIDGE, restSeconds: 60, loadGrams: 2500, tempo: "3-1-2" },
    }),
  ],
};

const BEFORE: PlanDocument = {
  ...PLAN,
  versionNumber: 1,
  painRule: { ...DEFAULT_PAIN_RULE, settledMax: 2 },
  exercises: [
    exercise("0", "Single knee to chest", { dosage: { ...HOLD_25, holdSeconds: 20 } }),
    exercise("2", "Clamshell"),
  ],
};

test("a plan with its doses, cues, pain rule, advice and what changed", () => {
  expect(recordText(PLAN, changesBetween(BEFORE, PLAN))).toBe(`\
Home exercise plan: Low back, weeks 1 to 3
Version 2, published on 20 November 2026 by Dana Whitfield
Begins on 21 November 2026
2 exercises, about 9 minutes a session and 17 minutes a day

1. Single knee to chest
   Hold 25 seconds, 3 times, each side
   Twice a day, every day
   Cue: Let the other leg go heavy.
   Caution: Stop if the pain runs below your left knee.
2. Bridge
   3 sets of 10
   Twice a day, every day; Rest 60 seconds between sets; Weight 2.5 kg; Tempo: 3 seconds down, 1 second held, 2 seconds up

Pain rule (0 to 10): 0 to 3 carry on, 4 to 5 ease off, 6 to 10 stop; settled: at most 1 point above before, the next morning
Advice: Move slowly; Hurt is not harm

Changes since version 1:
- Added: Bridge
  3 sets of 10
  Rest 60 seconds between sets
  Weight 2.5 kg
  Tempo: 3 seconds down, 1 second held, 2 seconds up
  Twice a day, every day
- Removed: Clamshell
- Single knee to chest
  Hold: 25 seconds, was 20 seconds
  Cue: “Let the other leg go heavy.”
  Caution: “Stop if the pain runs below your left knee.”
- Pain rule
  Settled: a rise of at most: 1 point, was 2 points
`);
});

test("the first version of a plan in Spanish, as needed, with the therapist's own words", () => {
  const asNeeded: Dosage = {
    ...BRIDGE,
    sets: 1,
    reps: null,
    durationSeconds: 120,
    frequency: { ...DAILY_ONCE, pattern: "as_needed" },
  };
  const plan: PlanDocument = {
    ...PLAN,
    locale: "es",
    versionNumber: 1,
    title: "Cuello y hombros",
    startsOn: localDate("2026-11-20"),
    therapistName: "Íñigo Peña",
    note: "Por la mañana está bien.\r\n\r\nEl domingo, descanso.",
    painRule: {
      ...DEFAULT_PAIN_RULE,
      greenMax: 0,
      amberMax: 4,
      settledMax: 0,
      amberText: "Haga la mitad.",
    },
    advice: [],
    exercises: [exercise("0", "Rotación de cuello", { dosage: asNeeded })],
  };
  expect(recordText(plan, [])).toBe(`\
Plan de ejercicios en casa: Cuello y hombros
Versión 1, publicada el 20 de noviembre de 2026 por Íñigo Peña
1 ejercicio, según necesidad

1. Rotación de cuello
   Durante 2 minutos
   Cuando lo necesite

Regla del dolor (0 a 10): 0 seguir, 1 a 4 bajar el ritmo (Haga la mitad.), 5 a 10 parar; calmado: no por encima de lo anterior, a la mañana siguiente

Nota para el paciente:
   Por la mañana está bien.
   El domingo, descanso.

Primera versión de este plan
`);
});

test("an unchanged version; nothing that somebody wrote breaks a line, leaves its place or turns the text", () => {
  const plan: PlanDocument = {
    ...PLAN,
    versionNumber: 7,
    title: "  A\u202etitle\nin two\tlines ",
    startsOn: PLAN.publishedOn,
    therapistName: "Maya\u2028Rao",
    note: " \n\u0085 ",
    advice: [],
    exercises: [
      exercise("0", "<b>Lunge</b> 🦵", {
        dosage: { ...BRIDGE, sets: 1, reps: 8, side: "left", frequency: DAILY_ONCE },
        cue: "One\r\ntwo\u2029three",
        caution: " \u0007 ",
      }),
    ],
  };
  const text = recordText(plan, []);
  expect(text).toBe(`\
Home exercise plan: Atitle in two lines
Version 7, published on 20 November 2026 by Maya Rao
1 exercise, about 1 minute a session

1. <b>Lunge</b> 🦵
   8 times, left side
   Once a day, every day
   Cue: One two three

Pain rule (0 to 10): 0 to 3 carry on, 4 to 5 ease off, 6 to 10 stop; settled: at most 1 point above before, the next morning

No changes since version 6
`);
  expect(text).not.toMatch(/[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e]/u);
});

test("phases, days, the short version, limits of its own and variants", () => {
  const entry = { painMax: null, sessionsMin: null, adherenceMin: null };
  const plan: PlanDocument = {
    ...PLAN,
    versionNumber: 1,
    endsOn: localDate("2026-12-31"),
    advice: [],
    phases: [
      { phaseId: "settle", name: "Settle", aim: "Pain below 4", startsOn: null, entry },
      { phaseId: "move", name: "Move", aim: null, startsOn: localDate("2026-12-05"), entry },
    ],
    exercises: [
      exercise("0", "Cat-cow", { dosage: HOLD_25, mustDo: true, cue: null, caution: null }),
      exercise("1", "Bridge", {
        dosage: BRIDGE,
        phaseId: "move",
        startsOn: localDate("2026-12-06"),
        painLimits: { greenMax: 2, amberMax: 3 },
        ladder: [
          { ...exercise("9", "Small bridge"), stepId: "s", direction: "easier", dosage: BRIDGE },
        ],
      }),
    ],
  };
  expect(recordText(plan, [])).toBe(`\
Home exercise plan: Low back, weeks 1 to 3
Version 1, published on 20 November 2026 by Dana Whitfield
Begins on 21 November 2026
Ends on 31 December 2026

Phases:
1. Settle
   With the plan
   Aim: Pain below 4
   1 exercise, about 3 minutes a session and 6 minutes a day
2. Move
   On 5 December 2026
   2 exercises, about 6 minutes a session and 11 minutes a day

1. Cat-cow
   Hold 25 seconds, 3 times, each side
   Twice a day, every day
   In the short version
2. Bridge
   3 sets of 10
   Twice a day, every day
   Phase: Move
   From 6 December 2026
   Pain limits of its own: 0 to 2 carry on, 3 ease off, 4 to 10 stop
   Easier: Small bridge, 3 sets of 10

Pain rule (0 to 10): 0 to 3 carry on, 4 to 5 ease off, 6 to 10 stop; settled: at most 1 point above before, the next morning

First version of this plan
`);
});

test("both languages have the same messages", () => {
  expect(Object.keys(es)).toEqual(Object.keys(en));
});
