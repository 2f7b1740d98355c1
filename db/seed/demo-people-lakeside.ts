import { changed, type DemoLine, type DemoPatient, dose } from "./demo-shapes";

const daily = dose({ sets: 2, reps: 10, hold: 5, restSeconds: 30 });
const slide: DemoLine = { key: "slide", slug: "wall-slide", dosage: daily };
const raise: DemoLine = {
  key: "raise",
  slug: "supine-leg-raise",
  dosage: dose({ sets: 2, reps: 10, hold: 5, side: "left", restSeconds: 30 }),
};

const walter: DemoPatient = {
  key: "walter",
  given: "Walter",
  family: "Jansen",
  birthOn: "1951-11-30",
  language: "en",
  zone: "America/Chicago",
  phone: "(312) 555-0142",
  recordNumber: "L-207",
  therapist: "carla",
  created: 48,
  conditions: [{ id: "tka", surgery: 63, side: "left" }],
  goals: ["Get down on the floor with the grandkids, and up again."],
  visits: [
    [48, "09:00"],
    [20, "09:00"],
    [-7, "09:00"],
  ],
  plan: {
    title: "Knee, left",
    episode: "Knee replacement, left",
    created: 48,
    versions: [
      { daysAgo: 47, at: "09:40", lines: [raise] },
      {
        daysAgo: 20,
        at: "09:45",
        note: "Standing work is new.",
        lines: [changed(raise, { reps: 12 }), slide],
      },
    ],
  },
  course: {
    pain: [
      [47, 6],
      [24, 4.1],
      [0, 2.8],
    ],
    spread: 0.7,
    after: 0.6,
    attend: 0.83,
    mornings: 0.6,
    times: ["06:50"],
    effort: "right",
  },
};

const threeDays = { pattern: "per_week", daysPerWeekMin: 3, daysPerWeekMax: 4 } as const;

const ana: DemoPatient = {
  key: "ana",
  given: "Ana Lucía",
  family: "Fernández",
  birthOn: "1983-02-12",
  language: "es",
  zone: "America/Chicago",
  email: "ana.fernandez@mail.example",
  recordNumber: "L-211",
  therapist: "carla",
  created: 33,
  goals: ["Cargar las cajas en el trabajo sin miedo."],
  visits: [
    [33, "15:30"],
    [-13, "15:30"],
  ],
  plan: {
    title: "Espalda baja",
    episode: "Dolor de espalda baja",
    created: 33,
    versions: [
      {
        daysAgo: 32,
        at: "16:00",
        note: "Tres o cuatro días a la semana.",
        advice: ["stiff-in-the-morning", "missed-a-day"],
        lines: [
          { key: "gato", slug: "cat-cow", dosage: dose({ reps: 8, hold: 5, on: threeDays }) },
          {
            key: "pelvis",
            slug: "pelvic-tilt",
            dosage: dose({ reps: 10, hold: 5, on: threeDays }),
          },
        ],
      },
    ],
  },
  course: {
    pain: [
      [32, 5.5],
      [14, 4.4],
      [0, 3.3],
    ],
    spread: 0.9,
    after: 0,
    attend: 0.75,
    mornings: 0.4,
    times: ["19:20"],
    weekdays: [2, 4, 7],
    effort: "right",
  },
};

const grace: DemoPatient = {
  key: "grace",
  given: "Grace",
  family: "Nakamura",
  birthOn: "1971-06-06",
  language: "en",
  zone: "America/Chicago",
  recordNumber: "L-214",
  therapist: "daniel",
  created: 16,
  conditions: [{ id: "adhesive_capsulitis", onset: 120, side: "right" }],
  goals: ["Sleep on my right side."],
  visits: [
    [16, "10:15"],
    [-5, "10:15"],
  ],
  plan: {
    title: "Shoulder, right",
    episode: "Frozen shoulder, right",
    created: 16,
    versions: [
      {
        daysAgo: 16,
        at: "10:50",
        lines: [
          {
            key: "rolls",
            slug: "shoulder-rolls-seated",
            dosage: dose({ sets: 2, reps: 10, times: 2 }),
          },
          {
            key: "arm",
            slug: "back-of-arm-stretch",
            dosage: dose({ reps: 3, hold: 15, side: "right", times: 2 }),
            caution: "A stretch, never a jab. Ease off when it pinches.",
          },
        ],
      },
    ],
  },
  course: {
    pain: [
      [16, 5],
      [0, 5.2],
    ],
    spread: 1,
    after: 0.7,
    attend: 0.55,
    mornings: 0.5,
    times: ["07:30", "21:00"],
    effort: "hard",
    lines: { arm: { pain: 1, skipped: [0.2, "hurts"] } },
  },
};

export const lakesidePatients: readonly DemoPatient[] = [walter, ana, grace];
