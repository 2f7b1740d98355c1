import { type DemoLine, type DemoPatient, dose } from "./demo-shapes";

const fourDays = { pattern: "per_week", daysPerWeekMin: 4, daysPerWeekMax: 5 } as const;

const sentadilla: DemoLine = {
  key: "pared",
  slug: "wall-slide",
  dosage: dose({ sets: 2, reps: 8, hold: 5, restSeconds: 60, on: fourDays }),
  cue: "Baje despacio y pare antes de que duela la rodilla.",
  caution: "No baje más que el asiento de una silla.",
};
const cuadriceps: DemoLine = {
  key: "cuadriceps",
  slug: "supine-leg-raise",
  dosage: dose({ sets: 2, reps: 8, hold: 5, side: "right", restSeconds: 30, on: fourDays }),
};
const isquios: DemoLine = {
  key: "isquios",
  slug: "hamstring-stretch-on-chair",
  dosage: dose({ reps: 3, hold: 20, side: "right", on: fourDays }),
  cue: "Agárrese a la encimera.",
};

/** Reads Spanish; any four days a week; fills in some sessions later. */
const carmen: DemoPatient = {
  key: "carmen",
  given: "Carmen",
  family: "Ortega Ruiz",
  birthOn: "1957-07-16",
  language: "es",
  zone: "Europe/London",
  phone: "020 7946 0121",
  recordNumber: "NG-1046",
  therapist: "maya",
  created: 58,
  conditions: [
    { id: "knee_oa", onset: 1500, side: "right" },
    { id: "anticoagulation", onset: 700 },
  ],
  goals: ["Subir las escaleras de mi casa sin agarrarme.", "Bailar en la boda de mi nieta."],
  visits: [
    [58, "12:00"],
    [29, "12:00"],
    [-9, "12:00"],
  ],
  plan: {
    title: "Rodilla derecha",
    episode: "Artrosis de rodilla, derecha",
    created: 58,
    versions: [
      {
        daysAgo: 57,
        at: "12:45",
        note: "Cuatro días a la semana, los que usted quiera.",
        rule: {
          greenText: "Bien, siga así.",
          redText: "Pare este ejercicio y llámenos si mañana no ha bajado.",
        },
        advice: ["tie-it-to-a-habit", "give-it-some-weeks"],
        lines: [cuadriceps, isquios],
      },
      {
        daysAgo: 29,
        at: "12:40",
        note: "Ahora también de pie, con la espalda en la pared.",
        rule: {
          greenText: "Bien, siga así.",
          redText: "Pare este ejercicio y llámenos si mañana no ha bajado.",
        },
        advice: ["squat-as-low-as-your-knees-allow", "tie-it-to-a-habit", "give-it-some-weeks"],
        lines: [cuadriceps, isquios, sentadilla],
      },
    ],
  },
  course: {
    pain: [
      [57, 5.4],
      [36, 4.3],
      [15, 3.2],
      [0, 2.7],
    ],
    spread: 0.7,
    after: 0.5,
    attend: 0.88,
    mornings: 0.5,
    late: 0.2,
    times: ["10:20"],
    weekdays: [1, 3, 5, 6],
    effort: "right",
    lines: { pared: { pain: 1, partly: 0.15 } },
    events: [{ daysAgo: 4, slot: 0, note: "Hoy he subido las escaleras sin agarrarme." }],
  },
};

const threeWeekdays = { pattern: "weekdays", weekdays: [1, 3, 5] } as const;
const onDemand = { pattern: "as_needed" } as const;

/** A name that no column was made for, and more exercises than anybody keeps up. */
const maximiliana: DemoPatient = {
  key: "maximiliana",
  given: "Maximiliana Wilhelmina Augusta",
  family: "Featherstonehaugh-Cholmondeley von Hohenzollern-Sigmaringen",
  birthOn: "1969-02-28",
  language: "en",
  zone: "Europe/London",
  email: "maximiliana.featherstonehaugh-cholmondeley@longmail.example",
  recordNumber: "NG-1053-2026-TRANSFER",
  therapist: "daniel",
  created: 41,
  conditions: [{ id: "hypermobility", onset: 9000 }],
  goals: ["Ride for an hour on Sundays."],
  visits: [
    [41, "14:00"],
    [-20, "14:00"],
  ],
  plan: {
    title: "Trunk and hips, three days a week",
    episode: "Recurrent low back pain with hypermobile joints, after a fall from a horse",
    created: 41,
    versions: [
      {
        daysAgo: 40,
        at: "14:40",
        lines: [
          {
            key: "tilt",
            slug: "pelvic-tilt",
            dosage: dose({ sets: 2, reps: 10, hold: 5, on: threeWeekdays }),
          },
          { key: "arch", slug: "arch-and-relax", dosage: dose({ reps: 10, on: threeWeekdays }) },
          {
            key: "ball",
            slug: "exercise-ball-bridge",
            dosage: dose({ sets: 3, reps: 8, restSeconds: 45, on: threeWeekdays }),
          },
          {
            key: "scapula",
            slug: "prone-scapular-squeeze",
            dosage: dose({ sets: 2, reps: 10, band: "red", on: threeWeekdays }),
          },
          {
            key: "leg",
            slug: "supine-leg-raise",
            dosage: dose({ reps: 8, hold: 5, side: "alternating", on: threeWeekdays }),
          },
          {
            key: "twist",
            slug: "lower-trunk-rotation",
            dosage: dose({ reps: 10, side: "alternating", on: onDemand }),
            cue: "Whenever the back feels stiff.",
          },
        ],
      },
    ],
  },
  course: {
    pain: [
      [40, 3.5],
      [0, 3.2],
    ],
    spread: 1,
    after: 0.3,
    attend: 0.62,
    mornings: 0.3,
    unrated: 0.1,
    times: ["21:05"],
    effort: "hard",
    lines: {
      ball: { skipped: [0.25, "no_equipment"] },
      leg: { skipped: [0.3, "no_time"] },
      twist: { skipped: [0.6, "feels_fine"] },
    },
  },
};

/** As needed only: no target, never 0 %. */
const peter: DemoPatient = {
  key: "peter",
  given: "Petr",
  family: "Novák",
  birthOn: "1988-08-19",
  language: "en",
  zone: "Europe/London",
  recordNumber: "NG-1055",
  therapist: "daniel",
  created: 30,
  goals: ["Know what to do when it comes back."],
  visits: [[30, "17:00"]],
  plan: {
    title: "Neck, when it tightens",
    episode: "Episodic neck pain",
    created: 30,
    versions: [
      {
        daysAgo: 29,
        at: "17:30",
        lines: [
          { key: "roll", slug: "shoulder-rolls-seated", dosage: dose({ reps: 10, on: onDemand }) },
          {
            key: "trap",
            slug: "upper-trapezius-stretch",
            dosage: dose({ reps: 3, hold: 20, side: "each", on: onDemand }),
          },
        ],
      },
    ],
  },
  course: {
    pain: [
      [29, 4],
      [0, 3],
    ],
    spread: 1.2,
    after: -1,
    attend: 0.3,
    mornings: 0.1,
    times: ["15:30"],
    effort: "easy",
  },
};

export const schedulePatients: readonly DemoPatient[] = [carmen, maximiliana, peter];
