import fc from "fast-check";
import type { Weekday } from "../../../../lib/domain/calendar/local-date";
import {
  BANDS,
  DOSAGE_BOUNDS,
  type Dosage,
  type Frequency,
  SIDES,
} from "../../../../lib/domain/dosage/dosage";

const within = ({ min, max }: { readonly min: number; readonly max: number }) =>
  fc.oneof(
    fc.integer({ min, max }),
    fc.integer({ min, max: Math.min(max, min + 70) }),
    fc.constantFrom(min, max),
  );
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const range = (bounds: { readonly min: number; readonly max: number }) =>
  fc
    .tuple(within(bounds), within(bounds))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

const times = range(DOSAGE_BOUNDS.timesPerDay).map(([timesPerDayMin, timesPerDayMax]) => ({
  timesPerDayMin,
  timesPerDayMax,
}));
const plainDays = fc
  .constantFrom("daily" as const, "every_other_day" as const, "as_needed" as const)
  .map((pattern) => ({
    pattern,
    weekdays: [],
    daysPerWeekMin: null,
    daysPerWeekMax: null,
  }));
const weekdays = fc.subarray<Weekday>([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }).map((days) => ({
  pattern: "weekdays" as const,
  weekdays: days,
  daysPerWeekMin: null,
  daysPerWeekMax: null,
}));
const perWeek = range(DOSAGE_BOUNDS.daysPerWeek).map(([daysPerWeekMin, daysPerWeekMax]) => ({
  pattern: "per_week" as const,
  weekdays: [],
  daysPerWeekMin,
  daysPerWeekMax,
}));
const frequency: fc.Arbitrary<Frequency> = fc
  .tuple(fc.oneof(plainDays, weekdays, perWeek), times)
  .map(([days, often]) => ({ ...days, ...often }));

const part = fc
  .tuple(fc.integer(DOSAGE_BOUNDS.tempoPart), fc.boolean())
  .map(([n, padded]) => (padded ? String(n).padStart(2, "0") : String(n)));
const tempo = fc
  .tuple(part, part, part)
  .filter((parts) => parts.some((one) => Number(one) > 0))
  .map((parts) => parts.join("-"));

const counted = fc.record({
  reps: within(DOSAGE_BOUNDS.reps),
  holdSeconds: maybe(within(DOSAGE_BOUNDS.holdSeconds)),
  durationSeconds: fc.constant(null),
});
const timed = fc.record({
  reps: fc.constant(null),
  holdSeconds: fc.constant(null),
  durationSeconds: within(DOSAGE_BOUNDS.durationSeconds),
});
const resisted = fc.oneof(
  fc.constant({ loadGrams: null, band: null }),
  within(DOSAGE_BOUNDS.loadGrams).map((loadGrams) => ({ loadGrams, band: null })),
  fc.constantFrom(...BANDS).map((band) => ({ loadGrams: null, band })),
);

/** Every dosage that may be prescribed. */
export const validDosage: fc.Arbitrary<Dosage> = fc
  .record({
    sets: within(DOSAGE_BOUNDS.sets),
    amount: fc.oneof(counted, timed),
    restSeconds: maybe(within(DOSAGE_BOUNDS.restSeconds)),
    resistance: resisted,
    tempo: maybe(tempo),
    side: fc.constantFrom(...SIDES),
    frequency,
  })
  .map(({ amount, resistance, ...rest }) => ({ ...rest, ...amount, ...resistance }));
