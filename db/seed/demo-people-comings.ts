import { type DemoLine, type DemoPatient, dose } from "./demo-shapes";

const knee: DemoLine = {
  key: "knee",
  slug: "single-knee-to-chest",
  dosage: dose({ reps: 3, hold: 20, side: "each" }),
};
const tilt: DemoLine = {
  key: "tilt",
  slug: "pelvic-tilt",
  dosage: dose({ sets: 2, reps: 10, hold: 5 }),
};
const owen: DemoPatient = {
  key: "owen",
  given: "Owen",
  family: "Price",
  birthOn: "1965-05-23",
  language: "en",
  zone: "Europe/London",
  recordNumber: "NG-1031",
  therapist: "maya",
  created: 82,
  archived: 20,
  goals: ["Back to the allotment."],
  visits: [
    [82, "11:00"],
    [25, "11:00"],
  ],
  plan: {
    title: "Low back",
    episode: "Low back pain",
    created: 82,
    versions: [{ daysAgo: 81, at: "11:30", lines: [knee, tilt] }],
    ended: 25,
  },
  course: {
    pain: [
      [81, 5],
      [50, 2.6],
      [25, 0.7],
    ],
    spread: 0.6,
    after: 0,
    attend: 0.85,
    silent: [[24, 0]],
    mornings: 0.5,
    times: ["09:15"],
    effort: "right",
  },
};

const bea: DemoPatient = {
  key: "bea",
  given: "Béatrice",
  family: "Fontaine",
  birthOn: "1999-12-31",
  language: "en",
  zone: "Europe/London",
  email: "beatrice.fontaine@mail.example",
  recordNumber: "NG-1063",
  therapist: "maya",
  created: 1,
  conditions: [{ id: "patellofemoral", onset: 90, side: "both" }],
  goals: ["Run a half marathon in May."],
  visits: [[-1, "12:30"]],
};

/** Has a plan since three days and has not begun. */
const kwame: DemoPatient = {
  key: "kwame",
  given: "Kwame",
  family: "Mensah",
  birthOn: "1986-01-09",
  language: "en",
  zone: "Europe/London",
  email: "kwame.mensah@mail.example",
  recordNumber: "NG-1062",
  therapist: "maya",
  created: 3,
  goals: ["Tie my shoes standing up."],
  visits: [
    [3, "16:15"],
    [-11, "16:15"],
  ],
  plan: {
    title: "Low back",
    episode: "Low back pain, first time",
    created: 3,
    versions: [{ daysAgo: 3, at: "16:50", lines: [knee, tilt] }],
  },
};

/** The first version is still being written. */
const leo: DemoPatient = {
  key: "leo",
  given: "Leo",
  family: "Marchetti",
  birthOn: "2001-10-25",
  language: "en",
  zone: "Europe/London",
  recordNumber: "NG-1061",
  therapist: "daniel",
  created: 2,
  conditions: [{ id: "spondylolisthesis", onset: 500 }],
  goals: ["Bowl fast again."],
  visits: [[2, "18:00"]],
  plan: {
    title: "Low back, first steps",
    episode: "Low back pain in a fast bowler",
    created: 2,
    versions: [],
    draft: {
      lines: [
        tilt,
        { key: "elbows", slug: "prone-extension-on-elbows", dosage: dose({ reps: 3, hold: 20 }) },
      ],
    },
  },
};

export const comingAndGoingPatients: readonly DemoPatient[] = [owen, bea, kwame, leo];
