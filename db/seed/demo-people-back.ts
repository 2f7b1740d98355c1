import { changed, type DemoLine, type DemoPatient, dose } from "./demo-shapes";

const knee: DemoLine = {
  key: "knee",
  slug: "single-knee-to-chest",
  dosage: dose({ reps: 3, hold: 20, side: "each", times: 2 }),
  cue: "Keep the other knee bent this week.",
};
const catCow: DemoLine = {
  key: "cat-cow",
  slug: "cat-cow",
  dosage: dose({ reps: 8, hold: 5, times: 2 }),
  cue: "Slowly, with your breath.",
};
const elbows: DemoLine = {
  key: "elbows",
  slug: "prone-extension-on-elbows",
  dosage: dose({ reps: 6, hold: 5, times: 2 }),
  caution: "Come down at once if the ache spreads into a leg.",
};
const child: DemoLine = {
  key: "child",
  slug: "childs-pose",
  dosage: dose({ reps: 3, hold: 20, times: 2 }),
  caution: "Rest your forehead on two fists, so that your head stays level with your heart.",
};
const bridge: DemoLine = {
  key: "bridge",
  slug: "exercise-ball-bridge",
  dosage: dose({ sets: 2, reps: 8, restSeconds: 30, times: 2 }),
};

/** Version 3 held longer; two days after it came into force the pain rose. */
const elena: DemoPatient = {
  key: "elena",
  given: "Elena",
  family: "Marsh",
  birthOn: "1968-03-14",
  language: "en",
  zone: "Europe/London",
  email: "elena.marsh@mail.example",
  phone: "020 7946 0112",
  recordNumber: "NG-1042",
  therapist: "maya",
  created: 80,
  conditions: [
    { id: "spinal_stenosis", onset: 430 },
    { id: "glaucoma", onset: 2200 },
  ],
  goals: [
    "Walk the dog to the reservoir and back without sitting down.",
    "Sleep through the night again.",
  ],
  visits: [
    [80, "10:00"],
    [52, "10:30"],
    [10, "11:00"],
    [-5, "10:30"],
  ],
  plan: {
    title: "Low back",
    episode: "Low back pain since August",
    created: 80,
    versions: [
      {
        daysAgo: 80,
        at: "10:40",
        note: "Twice a day, morning and evening. Little and often is better than a lot at once.",
        lines: [knee, catCow, elbows, child],
      },
      {
        daysAgo: 52,
        at: "11:05",
        note: "Phase 2: the bridge is new. Everything else stays, with a little more of it.",
        advice: ["keep-moving-when-it-aches"],
        lines: [
          knee,
          changed(catCow, { reps: 10 }),
          changed(elbows, { sets: 2, restSeconds: 30 }),
          child,
          bridge,
        ],
      },
      {
        daysAgo: 10,
        at: "11:35",
        note: "The stretches are held a little longer now: 25 seconds.",
        advice: ["keep-moving-when-it-aches", "go-gently-on-a-bad-day"],
        lines: [
          changed(knee, { holdSeconds: 25 }),
          changed(catCow, { reps: 10 }),
          changed(elbows, { sets: 2, restSeconds: 30 }),
          changed(child, { holdSeconds: 25 }),
          bridge,
        ],
      },
    ],
  },
  course: {
    pain: [
      [80, 6.2],
      [68, 4.7],
      [52, 4.2],
      [38, 3.4],
      [24, 2.8],
      [10, 2.4],
      [8, 2.5],
      [7, 3.1],
      [6, 4.7],
      [5, 5.5],
      [0, 5.9],
    ],
    spread: 1.1,
    after: 0.4,
    attend: 0.9,
    mornings: 0.75,
    late: 0.03,
    times: ["08:05", "19:30"],
    effort: "right",
    lines: {
      elbows: { pain: 1, effort: "hard", partly: 0.05 },
      knee: { pain: 0 },
      "cat-cow": { pain: -1, effort: "easy" },
      child: { pain: -2, effort: "easy" },
      bridge: { pain: -1 },
    },
    events: [
      { daysAgo: 5, slot: 1, before: 5, after: 7, stoppedAt: "elbows" },
      {
        daysAgo: 3,
        slot: 1,
        before: 6,
        after: 7,
        stoppedAt: "elbows",
        note: "Sharper since the longer holds. Better again after an hour.",
      },
      { daysAgo: 1, slot: 1, before: 6, after: 7, stoppedAt: "elbows" },
    ],
  },
};

const pressUp: DemoLine = {
  key: "press-up",
  slug: "prone-press-up",
  dosage: dose({ reps: 10 }),
  cue: "Let the low back sag. Stop where the leg pain begins to fade.",
  caution: "If the pain runs further down the leg, stop and lie flat.",
};
const onElbows: DemoLine = {
  key: "on-elbows",
  slug: "prone-extension-on-elbows",
  dosage: dose({ reps: 3, hold: 30 }),
};
const tilt: DemoLine = {
  key: "tilt",
  slug: "pelvic-tilt",
  dosage: dose({ sets: 2, reps: 10, hold: 5, restSeconds: 30 }),
};

const tomasz: DemoPatient = {
  key: "tomasz",
  given: "Tomasz",
  family: "Lewandowski",
  birthOn: "1984-11-02",
  language: "en",
  zone: "Europe/London",
  email: "tomasz.lewandowski@mail.example",
  phone: "020 7946 0147",
  recordNumber: "NG-1057",
  therapist: "maya",
  created: 39,
  conditions: [{ id: "disc_herniation_acute", onset: 55 }],
  goals: ["Back on the scaffolding before Christmas.", "Drive for an hour without stopping."],
  visits: [
    [39, "08:30"],
    [18, "08:30"],
    [-1, "08:30"],
  ],
  plan: {
    title: "L5/S1, phase 1",
    episode: "Disc prolapse L5/S1, right leg",
    created: 39,
    versions: [
      {
        daysAgo: 38,
        at: "09:10",
        note: "One good session a day. Short walks as often as you like.",
        rule: {
          redText:
            "Stop. If the pain runs below the knee, lie on your front for ten minutes and call us today.",
        },
        advice: ["hips-down-when-you-press-up", "new-back-pain-often-eases"],
        lines: [onElbows, tilt],
      },
      {
        daysAgo: 18,
        at: "09:02",
        note: "Press-ups are new. Count slowly.",
        rule: {
          redText:
            "Stop. If the pain runs below the knee, lie on your front for ten minutes and call us today.",
        },
        advice: ["hips-down-when-you-press-up", "new-back-pain-often-eases"],
        lines: [onElbows, pressUp, tilt],
      },
    ],
  },
  course: {
    pain: [
      [38, 6.4],
      [20, 5.8],
      [0, 6],
    ],
    spread: 0.9,
    after: -0.2,
    attend: 0.7,
    silent: [
      [24, 22],
      [13, 12],
      [0, 0],
    ],
    mornings: 0.5,
    times: ["17:45"],
    effort: "hard",
    lines: { "press-up": { pain: 1 }, tilt: { pain: -1, effort: "right" } },
    events: [
      {
        daysAgo: 1,
        slot: 0,
        before: 6,
        after: 8,
        stoppedAt: "press-up",
        note: "Pain below the knee, so I stopped.",
      },
    ],
  },
};

export const backPatients: readonly DemoPatient[] = [elena, tomasz];
