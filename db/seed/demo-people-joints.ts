import { changed, type DemoLine, type DemoPatient, dose } from "./demo-shapes";

const trapezius: DemoLine = {
  key: "trapezius",
  slug: "upper-trapezius-stretch",
  dosage: dose({ reps: 3, hold: 20, side: "each" }),
};
const levator: DemoLine = {
  key: "levator",
  slug: "levator-scapulae-stretch",
  dosage: dose({ reps: 3, hold: 20, side: "right" }),
  cue: "Look towards your left pocket.",
};
const doorway: DemoLine = {
  key: "doorway",
  slug: "doorway-pectoral-stretch",
  dosage: dose({ reps: 3, hold: 15 }),
};
const rolls: DemoLine = {
  key: "rolls",
  slug: "shoulder-rolls-standing",
  dosage: dose({ sets: 2, reps: 15 }),
};

/** Doing well, then not a word for nine days. */
const ruth: DemoPatient = {
  key: "ruth",
  given: "Ruth",
  family: "Adeyemi",
  birthOn: "1972-09-30",
  language: "en",
  zone: "Europe/London",
  email: "ruth.adeyemi@mail.example",
  phone: "020 7946 0188",
  recordNumber: "NG-1048",
  therapist: "maya",
  created: 46,
  conditions: [{ id: "impingement", onset: 160, side: "right" }],
  goals: ["Reach the top shelf at work.", "Look over my shoulder when I park."],
  visits: [
    [46, "13:15"],
    [20, "13:15"],
    [-12, "13:15"],
  ],
  plan: {
    title: "Neck and shoulder",
    episode: "Neck and right shoulder",
    created: 46,
    versions: [
      { daysAgo: 45, at: "13:50", lines: [trapezius, levator, rolls] },
      { daysAgo: 20, at: "13:55", lines: [trapezius, levator, doorway, rolls] },
    ],
  },
  course: {
    pain: [
      [45, 4.4],
      [25, 3.2],
      [9, 2.2],
      [0, 2],
    ],
    spread: 0.6,
    after: 0,
    attend: 0.6,
    silent: [[8, 0]],
    mornings: 0.4,
    times: ["12:30"],
    effort: "right",
    lines: { doorway: { pain: 1, skipped: [0.2, "no_time"] } },
    events: [{ daysAgo: 9, slot: 0, before: 2, after: 2 }],
  },
};

const legRaise: DemoLine = {
  key: "leg-raise",
  slug: "supine-leg-raise",
  dosage: dose({ sets: 2, reps: 8, hold: 3, side: "left", restSeconds: 30 }),
};
const backRaise: DemoLine = {
  key: "back-raise",
  slug: "prone-leg-raise",
  dosage: dose({ sets: 2, reps: 8, hold: 3, side: "left", restSeconds: 30 }),
};
const wall: DemoLine = {
  key: "wall",
  slug: "wall-slide",
  dosage: dose({ sets: 2, reps: 10, hold: 3, restSeconds: 60 }),
  caution: "Not lower than the height of your kitchen chair.",
};
const squat: DemoLine = {
  key: "squat",
  slug: "squat-stretch",
  dosage: dose({ reps: 3, hold: 15 }),
  cue: "Hands on the table, feet wide.",
  caution: "Only as deep as the chair behind you.",
};
const SURGEON =
  "Surgeon lifted the 90 degree limit in writing, letter on file; depth limited by the chair.";

/** No pain from the first day on, and everything is easy. */
const george: DemoPatient = {
  key: "george",
  given: "George",
  family: "Pell",
  birthOn: "1955-01-27",
  language: "en",
  zone: "Europe/London",
  phone: "020 7946 0103",
  recordNumber: "NG-1044",
  therapist: "maya",
  created: 62,
  conditions: [{ id: "tha_posterior", surgery: 75, side: "left", onset: 900 }],
  goals: ["Carry my own shopping up the stairs.", "Bowls by spring."],
  visits: [
    [62, "09:00"],
    [28, "09:00"],
    [-3, "09:00"],
  ],
  plan: {
    title: "Hip, left",
    episode: "Hip replacement, left",
    created: 62,
    versions: [
      { daysAgo: 61, at: "09:40", lines: [legRaise, backRaise, wall] },
      {
        daysAgo: 28,
        at: "09:35",
        note: "Phase 3. You are walking without the stick: well done.",
        lines: [changed(legRaise, { reps: 12 }), changed(backRaise, { reps: 12 }), wall, squat],
      },
    ],
    overrides: [
      { line: "squat", condition: "tha_posterior", trait: "pos_deep_squat", reason: SURGEON },
      { line: "squat", condition: "tha_posterior", trait: "hip_flex_gt90", reason: SURGEON },
    ],
  },
  course: {
    pain: [
      [61, 0],
      [0, 0],
    ],
    spread: 0,
    after: 0,
    attend: 0.97,
    mornings: 0.9,
    times: ["07:20"],
    effort: "easy",
  },
};

const chair: DemoLine = {
  key: "chair",
  slug: "chair-thoracic-extension",
  dosage: dose({ reps: 3, hold: 20 }),
};
const bolster: DemoLine = {
  key: "bolster",
  slug: "supine-thoracic-extension-over-bolster",
  dosage: dose({ durationSeconds: 120 }),
};
const table: DemoLine = {
  key: "table",
  slug: "inversion-table",
  dosage: dose({
    durationSeconds: 60,
    on: { pattern: "weekdays", weekdays: [2, 5] },
  }),
  caution: "Never alone in the house.",
};

/** Glaucoma came onto the record after the plan went out; the plan has an inversion. */
const aiko: DemoPatient = {
  key: "aiko",
  given: "Aiko",
  family: "Tanaka",
  birthOn: "1963-12-08",
  language: "en",
  zone: "Europe/London",
  email: "aiko.tanaka@mail.example",
  recordNumber: "NG-1051",
  therapist: "daniel",
  created: 50,
  conditions: [
    { id: "osteopenia", onset: 1100 },
    { id: "glaucoma", onset: 6, recorded: 2 },
  ],
  goals: ["Sit through choir practice without a cushion."],
  visits: [
    [50, "15:00"],
    [23, "15:00"],
    [2, "15:00"],
    [-14, "15:00"],
  ],
  plan: {
    title: "Thoracic stiffness",
    episode: "Stiff upper back",
    created: 50,
    versions: [
      { daysAgo: 49, at: "15:45", lines: [chair, bolster] },
      { daysAgo: 23, at: "15:40", lines: [chair, bolster, table, { ...rolls, key: "shoulders" }] },
    ],
  },
  course: {
    pain: [
      [49, 5.2],
      [30, 3.8],
      [14, 2.5],
      [0, 2],
    ],
    spread: 0.6,
    after: -0.3,
    attend: 0.88,
    mornings: 0.6,
    times: ["18:10"],
    effort: "right",
    lines: { table: { pain: -1 } },
  },
};

export const jointPatients: readonly DemoPatient[] = [ruth, george, aiko];
