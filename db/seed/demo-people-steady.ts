import { changed, type DemoLine, type DemoPatient, dose } from "./demo-shapes";

const tilt: DemoLine = {
  key: "tilt",
  slug: "pelvic-tilt",
  dosage: dose({ sets: 2, reps: 10, hold: 5, restSeconds: 30 }),
};

const twist: DemoLine = {
  key: "twist",
  slug: "lower-trunk-rotation",
  dosage: dose({ sets: 2, reps: 10, side: "alternating", restSeconds: 30 }),
};
const raise: DemoLine = {
  key: "raise",
  slug: "prone-leg-raise",
  dosage: dose({ sets: 2, reps: 5, hold: 8, side: "alternating", restSeconds: 45 }),
};
const slide: DemoLine = {
  key: "slide",
  slug: "wall-slide",
  dosage: dose({ sets: 2, reps: 10, hold: 5, restSeconds: 60, tempo: "3-1-2" }),
};
const slideLadder: DemoLine["ladder"] = [
  {
    direction: "easier",
    slug: "mini-squat",
    dosage: dose({ sets: 2, reps: 8, restSeconds: 60 }),
  },
  {
    direction: "harder",
    slug: "split-squat",
    dosage: dose({ sets: 2, reps: 8, side: "each", restSeconds: 60 }),
  },
];
const hamstring: DemoLine = {
  key: "hamstring",
  slug: "hamstring-stretch-on-chair",
  dosage: dose({ reps: 3, hold: 20, side: "each" }),
};

/** Steady improvement over twelve weeks; the next version is in the making. */
const samuel: DemoPatient = {
  key: "samuel",
  given: "Samuel",
  family: "Brandt",
  birthOn: "1979-06-21",
  language: "en",
  zone: "Europe/London",
  email: "samuel.brandt@mail.example",
  recordNumber: "NG-1039",
  therapist: "maya",
  created: 84,
  conditions: [{ id: "facet_arthropathy", onset: 600 }],
  goals: ["Play five-a-side again on Thursdays."],
  visits: [
    [84, "16:00"],
    [50, "16:00"],
    [22, "16:30"],
    [-8, "16:00"],
  ],
  plan: {
    title: "Low back",
    episode: "Low back pain, sitting job",
    created: 84,
    versions: [
      { daysAgo: 83, at: "16:40", lines: [twist, tilt, hamstring] },
      { daysAgo: 50, at: "16:35", note: "Now for strength.", lines: [twist, tilt, raise, slide] },
      {
        daysAgo: 22,
        at: "17:05",
        note: "The wall slide now with a dumbbell in each hand.",
        phases: [
          { key: "settle", name: "Settle", aim: "Move every day with little pain." },
          { key: "strength", name: "Strength", aim: "A back that carries a working day." },
          {
            key: "football",
            name: "Back to football",
            aim: "Run, turn and stop without thinking of it.",
            entry: { painMax: 2, sessionsMin: 20, adherenceMin: 80 },
          },
        ],
        lines: [
          changed(twist, { mustDo: true }),
          changed(raise, { reps: 8, phase: "strength", painLimits: { greenMax: 2, amberMax: 4 } }),
          changed(slide, { loadGrams: 2000, reps: 12, phase: "strength", ladder: slideLadder }),
          changed(hamstring, { phase: "football" }),
        ],
      },
    ],
    begun: [["strength", 22]],
    draft: {
      note: "The next step: more weight, less rest.",
      lines: [
        changed(twist, { mustDo: true, until: -28 }),
        changed(raise, { reps: 10, phase: "strength", painLimits: { greenMax: 2, amberMax: 4 } }),
        changed(slide, {
          ...{ loadGrams: 3000, sets: 3, reps: 12, phase: "strength" },
          ladder: slideLadder,
        }),
        changed(hamstring, { phase: "football" }),
      ],
    },
  },
  course: {
    pain: [
      [83, 6.1],
      [60, 4.6],
      [40, 3.4],
      [20, 2.3],
      [0, 1.7],
    ],
    spread: 1,
    after: 0.2,
    attend: 0.91,
    mornings: 0.8,
    times: ["06:40"],
    effort: "right",
    lines: { twist: { pain: -1 }, slide: { pain: 0 } },
  },
};

const figure4: DemoLine = {
  key: "figure-4",
  slug: "supine-figure-4",
  dosage: dose({ reps: 3, hold: 20, side: "left" }),
  caution: "Prop yourself up on two pillows; turn onto your left side if you feel faint.",
};
const seatedTwist: DemoLine = {
  key: "seated-twist",
  slug: "seated-lumbar-rotation",
  dosage: dose({ reps: 3, hold: 15, side: "each" }),
  caution: "An open turn, away from the bump; leave room for it.",
};
const arch: DemoLine = {
  key: "arch",
  slug: "arch-and-relax",
  dosage: dose({ reps: 10 }),
};

const nour: DemoPatient = {
  key: "nour",
  given: "Nour",
  family: "Haddad",
  birthOn: "1992-05-17",
  language: "en",
  zone: "Europe/London",
  email: "nour.haddad@mail.example",
  phone: "020 7946 0166",
  recordNumber: "NG-1060",
  therapist: "daniel",
  created: 34,
  conditions: [{ id: "pregnancy_t2t3", onset: 150 }],
  goals: ["Get through a working day on my feet."],
  visits: [
    [34, "11:30"],
    [-6, "11:30"],
  ],
  plan: {
    title: "Sciatica, phase 1",
    episode: "Sciatica in pregnancy, left",
    created: 34,
    versions: [
      {
        daysAgo: 34,
        at: "12:05",
        note: "Nothing flat on your back for longer than a minute or two.",
        rule: { greenMax: 2, amberMax: 4 },
        lines: [figure4, seatedTwist, arch],
      },
    ],
  },
  course: {
    pain: [
      [34, 7],
      [20, 5.2],
      [8, 3.4],
      [0, 2.8],
    ],
    spread: 0.7,
    after: -0.4,
    attend: 0.86,
    mornings: 0.7,
    times: ["20:15"],
    effort: "right",
    lines: { "figure-4": { partly: 0.1 } },
  },
};

const roll: DemoLine = {
  key: "roll",
  slug: "shoulder-rolls-standing",
  dosage: dose({ sets: 3, reps: 15, times: 2 }),
};
const bend: DemoLine = {
  key: "bend",
  slug: "standing-back-extension",
  dosage: dose({ reps: 6, hold: 5, times: 2 }),
};

/** On holiday: paused now, and once before. */
const ingrid: DemoPatient = {
  key: "ingrid",
  given: "Ingrid",
  family: "Solheim",
  birthOn: "1976-10-11",
  language: "en",
  zone: "Europe/London",
  email: "ingrid.solheim@mail.example",
  recordNumber: "NG-1049",
  therapist: "daniel",
  created: 52,
  goals: ["Garden for a whole morning."],
  visits: [
    [52, "09:30"],
    [24, "09:30"],
    [-10, "09:30"],
  ],
  plan: {
    title: "Upper and lower back",
    episode: "Back pain at the desk",
    created: 52,
    versions: [
      { daysAgo: 51, at: "10:10", lines: [roll, bend] },
      { daysAgo: 24, at: "10:05", lines: [changed(roll, { sets: 2 }), changed(bend, { reps: 8 })] },
    ],
    pauses: [
      { from: 38, until: 33, reason: "Flu" },
      { from: 4, until: -6, reason: "Walking holiday in Norway" },
    ],
  },
  course: {
    pain: [
      [51, 4.8],
      [25, 3.6],
      [5, 2.6],
      [0, 2.6],
    ],
    spread: 0.7,
    after: 0.1,
    attend: 0.82,
    mornings: 0.5,
    silent: [[38, 34]],
    times: ["07:45", "18:30"],
    effort: "right",
  },
};

export const steadyPatients: readonly DemoPatient[] = [samuel, nour, ingrid];
