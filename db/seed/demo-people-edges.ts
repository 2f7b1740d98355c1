import { changed, type DemoLine, type DemoPatient, dose } from "./demo-shapes";

const everyOther = { pattern: "every_other_day" } as const;

const knee: DemoLine = {
  key: "knee",
  slug: "single-knee-to-chest",
  dosage: dose({ reps: 3, hold: 20, side: "each" }),
};
const double: DemoLine = {
  key: "double",
  slug: "double-knee-to-chest",
  dosage: dose({ reps: 3, hold: 20 }),
};
const tilt: DemoLine = {
  key: "tilt",
  slug: "pelvic-tilt",
  dosage: dose({ sets: 2, reps: 10, hold: 5 }),
};
const squeeze: DemoLine = {
  key: "squeeze",
  slug: "prone-scapular-squeeze",
  dosage: dose({ sets: 2, reps: 10, on: everyOther }),
};
const rolls: DemoLine = {
  key: "rolls",
  slug: "shoulder-rolls-seated",
  dosage: dose({ reps: 10 }),
};

/** Written from right to left; steps down to easier variants on bad days. */
const salma: DemoPatient = {
  key: "salma",
  given: "سلمى",
  family: "الخطيب",
  birthOn: "1981-04-05",
  language: "en",
  zone: "Europe/London",
  email: "salma.alkhatib@mail.example",
  recordNumber: "NG-1058",
  therapist: "daniel",
  created: 37,
  conditions: [{ id: "disc_herniation_subacute", onset: 240 }],
  goals: ["Lift my daughter into the car seat."],
  visits: [
    [37, "10:00"],
    [-4, "10:00"],
  ],
  plan: {
    title: "Low back",
    episode: "Low back pain after lifting",
    created: 37,
    versions: [
      {
        daysAgo: 36,
        at: "10:45",
        rule: { amberText: "Do one knee at a time today, and only half as many." },
        lines: [tilt, double, knee],
      },
    ],
  },
  course: {
    pain: [
      [36, 4.6],
      [18, 4],
      [0, 3.4],
    ],
    spread: 1.3,
    after: 0.3,
    attend: 0.78,
    mornings: 0.6,
    times: ["13:40"],
    effort: "right",
    lines: { double: { pain: 1, steppedDown: 0.25 } },
    events: [
      { daysAgo: 12, slot: 0, before: 6, after: 5, steppedDown: true },
      {
        daysAgo: 6,
        slot: 0,
        before: 5,
        after: 5,
        steppedDown: true,
        note: "Bad night. Did the easier ones.",
      },
      { daysAgo: 2, slot: 0, before: 5, after: 4, steppedDown: true },
    ],
  },
};

/** Fills in late, corrects what she typed, once took a session back. */
const margaret: DemoPatient = {
  key: "margaret",
  given: "Margaret",
  family: "Okoro",
  birthOn: "1949-08-01",
  language: "en",
  zone: "Europe/London",
  phone: "020 7946 0139",
  recordNumber: "NG-1041",
  therapist: "maya",
  created: 70,
  conditions: [
    { id: "osteoporosis", onset: 2600 },
    { id: "falls_risk", onset: 400 },
  ],
  goals: ["Hang out the washing without holding on."],
  visits: [
    [70, "14:30"],
    [35, "14:30"],
    [-2, "14:30"],
  ],
  plan: {
    title: "Posture and balance",
    episode: "Rounded upper back, fear of falling",
    created: 70,
    versions: [
      { daysAgo: 69, at: "15:10", lines: [rolls, squeeze] },
      { daysAgo: 35, at: "15:05", lines: [changed(rolls, { sets: 2 }), squeeze, tilt] },
    ],
  },
  course: {
    pain: [
      [69, 3.8],
      [35, 3],
      [0, 2.4],
    ],
    spread: 0.8,
    after: 0.2,
    attend: 0.74,
    silent: [[50, 41]],
    mornings: 0.3,
    late: 0.45,
    unrated: 0.2,
    times: ["11:10"],
    effort: "right",
    lines: { squeeze: { partly: 0.15, skipped: [0.1, "unsure_how"] } },
    events: [
      { daysAgo: 17, slot: 0, before: 8, corrected: { hoursLater: 1, before: 3 } },
      {
        daysAgo: 11,
        slot: 0,
        before: 2,
        corrected: { hoursLater: 30, before: 4 },
        note: "Wrote down the wrong number.",
      },
      { daysAgo: 5, slot: 0, before: 3, corrected: { hoursLater: 2, before: null } },
    ],
  },
};

/** Works in New York for some weeks: her days are New York's there. */
const hannah: DemoPatient = {
  key: "hannah",
  given: "Hannah",
  family: "Lindqvist",
  birthOn: "1990-03-03",
  language: "en",
  zone: "Europe/London",
  email: "hannah.lindqvist@mail.example",
  recordNumber: "NG-1052",
  therapist: "daniel",
  created: 44,
  goals: ["Long flights without a stiff neck."],
  visits: [[44, "08:00"]],
  plan: {
    title: "Neck",
    episode: "Neck pain with travel",
    created: 44,
    versions: [
      {
        daysAgo: 43,
        at: "08:35",
        lines: [
          {
            key: "turn",
            slug: "neck-flexion-with-rotation",
            dosage: dose({ reps: 10, side: "alternating" }),
          },
          {
            key: "trap",
            slug: "upper-trapezius-stretch",
            dosage: dose({ reps: 3, hold: 20, side: "each" }),
          },
          rolls,
        ],
      },
    ],
  },
  course: {
    pain: [
      [43, 4.8],
      [22, 3],
      [16, 4.2],
      [0, 2.4],
    ],
    spread: 0.8,
    after: -0.2,
    attend: 0.84,
    mornings: 0.5,
    times: ["22:40"],
    effort: "right",
    travel: { from: 24, until: 3, zone: "America/New_York" },
  },
};

export const edgePatients: readonly DemoPatient[] = [salma, margaret, hannah];
