import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { visit } from "@/db/schema/patient";
import { type LocalDate, localDate } from "@/lib/domain/calendar/local-date";
import { insertMorning, insertPlan, insertSession, type LineRow, type Person } from "./plan-rows";

/** A day of March 2026; the 2nd is a Monday and the plan's first. */
export function march(day: number): LocalDate {
  return localDate(`2026-03-${String(day).padStart(2, "0")}`);
}

/** Noon of the day that the story is read on. */
export const NOW = new Date("2026-03-20T12:00:00Z");

const FIRST_WEEK = [6, 6, 7, 6, 5, 6, 6];
const THIRD_WEEK = [4, 4, 3, 4, 4, 3, 4];

const lines = (hold: number | null): LineRow[] => [
  {
    key: "knee",
    name: "Single knee to chest",
    slug: "single-knee-to-chest",
    dosage: { holdSeconds: hold },
  },
  { key: "cat", name: "Cat and cow", slug: "cat-cow" },
];

/**
 * Baseline and change of clinical.md's first vector, on a plan of once a day: all of 2 to 8 March, silence
 * to the 13th, all of 14 to 20 March under a second version from the 16th. The 14th was typed as 9 and
 * corrected to 4, the 10th was taken back, the 15th was filled in late.
 */
export async function marchStory(person: Person) {
  const made = await insertPlan(person, {
    versions: [
      { startsOn: march(2), lines: lines(null) },
      { startsOn: march(16), lines: lines(5), painRule: { amberMax: 6 } },
    ],
  });
  const both = (number: number) => [
    { prescribedId: made.prescribed(number, "knee"), painWorst: 5 as const },
    { prescribedId: made.prescribed(number, "cat") },
  ];
  for (const [i, painBefore] of FIRST_WEEK.entries())
    await insertSession(person, made, { on: march(2 + i), painBefore, exercises: both(1) });
  const takenBack = await insertSession(person, made, {
    on: march(10),
    painBefore: 10,
    exercises: both(1),
  });
  await insertSession(person, made, {
    on: march(10),
    rootId: takenBack,
    typedAt: new Date("2026-03-10T20:00:00Z"),
    withdrawn: true,
  });
  const slip = await insertSession(person, made, {
    on: march(14),
    painBefore: 9,
    note: "slip of the finger",
  });
  for (const [i, painBefore] of THIRD_WEEK.entries()) {
    const on = march(14 + i);
    const number = i < 2 ? 1 : 2;
    const skipsCat = on === march(16);
    await insertSession(person, made, {
      on,
      number,
      painBefore,
      painAfter: painBefore + 1,
      source: on === march(15) ? "late" : "live",
      ...(on === march(14) && { rootId: slip, typedAt: new Date("2026-03-14T20:00:00Z") }),
      exercises: skipsCat
        ? [
            {
              prescribedId: made.prescribed(2, "knee"),
              setsDone: 3,
              repsDone: 8,
              holdSecondsDone: 5,
              painWorst: 7,
              effort: "hard",
            },
            {
              prescribedId: made.prescribed(2, "cat"),
              outcome: "skipped",
              skipReason: "no_time",
            },
          ]
        : both(number),
    });
  }
  await insertMorning(person, { on: march(15), pain: 6 });
  await insertMorning(person, { on: march(17), pain: 4 });
  await inScope({ clinicId: person.clinicId, userId: newId() }, (tx) =>
    tx.insert(visit).values(
      [16, 25].map((day) => ({
        clinicId: person.clinicId,
        id: newId(),
        patientId: person.patientId,
        visitOn: march(day),
      })),
    ),
  );
  return made;
}
