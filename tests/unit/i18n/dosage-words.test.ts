import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Weekday } from "../../../lib/domain/calendar/local-date";
import {
  BANDS,
  DAILY_ONCE,
  DAY_PATTERNS,
  DOSAGE_BOUNDS,
  type Dosage,
  type Frequency,
  SIDES,
} from "../../../lib/domain/dosage/dosage";
import { checkDosage } from "../../../lib/domain/dosage/validate-dosage";
import { dosageInWords, dosageShort } from "../../../lib/i18n/dosage-words";

function dosage(change: Partial<Dosage> = {}, often: Partial<Frequency> = {}): Dosage {
  return {
    sets: 1,
    reps: change.durationSeconds ? null : 3,
    holdSeconds: null,
    durationSeconds: null,
    restSeconds: null,
    loadGrams: null,
    band: null,
    tempo: null,
    side: "none",
    frequency: { ...DAILY_ONCE, ...often },
    ...change,
  };
}

describe("amount", () => {
  test.each<[Partial<Dosage>, string, string]>([
    [
      { holdSeconds: 25, side: "each" },
      "Hold 25 seconds · 3 times · each side",
      "Mantenga 25 segundos · 3 veces · cada lado",
    ],
    [{ sets: 2, reps: 10, side: "each" }, "2 sets of 10 · each side", "2 series de 10 · cada lado"],
    [
      { sets: 2, reps: 6, holdSeconds: 5 },
      "Hold 5 seconds · 6 times · 2 sets",
      "Mantenga 5 segundos · 6 veces · 2 series",
    ],
    [
      { reps: 1, holdSeconds: 1, side: "left" },
      "Hold 1 second · once · left side",
      "Mantenga 1 segundo · una vez · lado izquierdo",
    ],
    [{ reps: 12 }, "12 times", "12 veces"],
    [{ reps: 1, side: "both" }, "Once · both sides together", "Una vez · ambos lados a la vez"],
    [{ durationSeconds: 60 }, "For 60 seconds", "Durante 60 segundos"],
    [{ durationSeconds: 120 }, "For 2 minutes", "Durante 2 minutos"],
    [
      { durationSeconds: 301, sets: 3 },
      "3 sets of 5 minutes 1 second",
      "3 series de 5 minutos 1 segundo",
    ],
    [
      { reps: 8, side: "alternating" },
      "8 times · each side, alternating",
      "8 veces · cada lado, alternando",
    ],
  ])("%j", (change, en, es) => {
    expect(dosageInWords(dosage(change), "en").amount).toBe(en);
    expect(dosageInWords(dosage(change), "es").amount).toBe(es);
  });
});

describe("frequency", () => {
  test.each<[Partial<Frequency>, string, string]>([
    [{}, "Once a day, every day", "Una vez al día, todos los días"],
    [
      { timesPerDayMin: 2, timesPerDayMax: 2 },
      "Twice a day, every day",
      "Dos veces al día, todos los días",
    ],
    [
      { timesPerDayMin: 2, timesPerDayMax: 3 },
      "2 to 3 times a day, every day",
      "De 2 a 3 veces al día, todos los días",
    ],
    [
      { pattern: "weekdays", weekdays: [1, 3, 5] },
      "Once a day on Mon, Wed, Fri",
      "Una vez al día: lun, mié, vie",
    ],
    [
      { pattern: "per_week", daysPerWeekMin: 4, daysPerWeekMax: 5 },
      "Once a day, any 4 to 5 days a week",
      "Una vez al día, de 4 a 5 días por semana, los que prefiera",
    ],
    [
      { pattern: "per_week", daysPerWeekMin: 1, daysPerWeekMax: 1 },
      "Once a day, any one day a week",
      "Una vez al día, un día por semana, el que prefiera",
    ],
    [
      { pattern: "every_other_day" },
      "Once a day, every other day",
      "Una vez al día, un día sí y otro no",
    ],
    [{ pattern: "as_needed" }, "As needed", "Cuando lo necesite"],
    [
      { pattern: "as_needed", timesPerDayMax: 3 },
      "As needed, up to 3 times a day",
      "Cuando lo necesite, hasta 3 veces al día",
    ],
  ])("%j", (often, en, es) => {
    expect(dosageInWords(dosage({}, often), "en").frequency).toBe(en);
    expect(dosageInWords(dosage({}, often), "es").frequency).toBe(es);
  });
});

describe("extras", () => {
  test.each<[Partial<Dosage>, string[], string[]]>([
    [
      { sets: 2, restSeconds: 30 },
      ["Rest 30 seconds between sets"],
      ["Descanse 30 segundos entre series"],
    ],
    [{ sets: 2, restSeconds: 0 }, ["No rest between sets"], ["Sin descanso entre series"]],
    [{ restSeconds: 120 }, ["Rest 2 minutes afterwards"], ["Descanse 2 minutos al terminar"]],
    [{ loadGrams: 1250 }, ["Weight 1.25 kg"], ["Peso 1,25 kg"]],
    [{ loadGrams: 2000 }, ["Weight 2 kg"], ["Peso 2 kg"]],
    [{ loadGrams: 500 }, ["Weight 500 g"], ["Peso 500 g"]],
    [{ band: "silver" }, ["Silver band"], ["Banda plateada"]],
    [
      { tempo: "3-1-2" },
      ["Tempo: 3 seconds down, 1 second held, 2 seconds up"],
      ["Ritmo: 3 segundos al bajar, 1 segundo sin moverse, 2 segundos al subir"],
    ],
    [
      { tempo: "3-0-1" },
      ["Tempo: 3 seconds down, 1 second up"],
      ["Ritmo: 3 segundos al bajar, 1 segundo al subir"],
    ],
  ])("%j", (change, en, es) => {
    expect(dosageInWords(dosage(change), "en").extras).toEqual(en);
    expect(dosageInWords(dosage(change), "es").extras).toEqual(es);
  });
});

test.each<[Partial<Dosage>, string]>([
  [{ holdSeconds: 25, side: "each" }, "25 s × 3, each side"],
  [{ holdSeconds: 25, sets: 2 }, "25 s × 3, 2 sets"],
  [{ sets: 2, reps: 10 }, "2 × 10"],
  [{ reps: 1 }, "Once"],
  [{ durationSeconds: 150, sets: 2, side: "right" }, "2 × 2 min 30 s, right side"],
])("short form of %j", (change, words) => {
  expect(dosageShort(dosage(change), "en")).toBe(words);
});

const between = ({ min, max }: { min: number; max: number }) => fc.integer({ min, max });
const range = (bounds: { min: number; max: number }) =>
  fc.tuple(between(bounds), between(bounds)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)]);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const B = DOSAGE_BOUNDS;

const anyFrequency: fc.Arbitrary<Frequency> = fc
  .record({
    pattern: fc.constantFrom(...DAY_PATTERNS),
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    week: range(B.daysPerWeek),
    day: range(B.timesPerDay),
  })
  .map(({ pattern, days, week, day }) => ({
    pattern,
    weekdays: pattern === "weekdays" ? (days.sort((a, b) => a - b) as Weekday[]) : [],
    daysPerWeekMin: pattern === "per_week" ? week[0]! : null,
    daysPerWeekMax: pattern === "per_week" ? week[1]! : null,
    timesPerDayMin: day[0]!,
    timesPerDayMax: day[1]!,
  }));

const anyDosage: fc.Arbitrary<Dosage> = fc
  .record({
    sets: between(B.sets),
    reps: between(B.reps),
    holdSeconds: maybe(between(B.holdSeconds)),
    durationSeconds: maybe(between(B.durationSeconds)),
    restSeconds: maybe(between(B.restSeconds)),
    loadGrams: maybe(between(B.loadGrams)),
    band: maybe(fc.constantFrom(...BANDS)),
    tempo: maybe(
      fc
        .tuple(between(B.tempoPart), between(B.tempoPart), fc.integer({ min: 1, max: 20 }))
        .map((parts) => parts.join("-")),
    ),
    side: fc.constantFrom(...SIDES),
    frequency: anyFrequency,
  })
  .map((d) => ({
    ...d,
    reps: d.durationSeconds === null ? d.reps : null,
    holdSeconds: d.durationSeconds === null ? d.holdSeconds : null,
    band: d.loadGrams === null ? d.band : null,
  }));

const told = (seconds: number) =>
  seconds <= 90 ? [seconds] : [Math.floor(seconds / 60), seconds % 60].filter((n) => n > 0);

/** Numbers that the words must hold; 1 and 2 may be words ("once", "twice"). */
function numbersOf(d: Dosage): number[] {
  const f = d.frequency;
  return [
    d.sets,
    ...(d.reps === null ? [] : [d.reps]),
    ...told(d.holdSeconds ?? 0),
    ...told(d.durationSeconds ?? 0),
    ...told(d.restSeconds ?? 0),
    ...(d.loadGrams === null ? [] : [d.loadGrams >= 1000 ? d.loadGrams / 1000 : d.loadGrams]),
    ...(d.tempo?.split("-").map(Number) ?? []),
    f.daysPerWeekMin ?? 0,
    f.daysPerWeekMax ?? 0,
    f.timesPerDayMax,
    f.pattern === "as_needed" ? 0 : f.timesPerDayMin,
  ].filter((n) => n > 2);
}

test("every valid dosage is told whole, in both languages", () => {
  fc.assert(
    fc.property(anyDosage, (d) => {
      expect(checkDosage(d)).toEqual([]);
      for (const locale of ["en", "es"] as const) {
        const { amount, frequency, extras } = dosageInWords(d, locale);
        const all = [amount, frequency, ...extras];
        for (const part of all) expect(part.trim()).not.toBe("");
        const printed = all
          .join(" ")
          .replace(/(\d),(\d)/g, "$1.$2")
          .match(/\d+(\.\d+)?/g);
        for (const n of numbersOf(d)) expect(printed?.map(Number)).toContain(n);
        expect(all.join(" ")).not.toMatch(/[{}]|undefined|null|NaN/);
        expect(dosageShort(d, locale).trim()).not.toBe("");
      }
    }),
    { numRuns: 400 },
  );
});
