import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  daysBetween,
  eachDay,
  earlierOf,
  isLocalDate,
  isTimeZone,
  type LocalDate,
  laterOf,
  localDate,
  localDateOf,
  WEEKDAYS,
  weekdayOf,
  weekStartOf,
} from "../../../lib/domain/calendar/local-date";

const dates = fc
  .integer({ min: -30_000, max: 60_000 })
  .map((n) => addDays(localDate("2026-01-01"), n));
const steps = fc.integer({ min: -5_000, max: 5_000 });

describe("isLocalDate", () => {
  it.each(["2026-01-01", "2024-02-29", "2000-02-29", "1999-12-31"])("accepts %s", (text) => {
    expect(isLocalDate(text)).toBe(true);
    expect(localDate(text)).toBe(text);
  });

  it.each([
    "2025-02-29",
    "1900-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "2026-1-1",
    "2026-01-01T00:00:00Z",
    " 2026-01-01",
    "2026-01-01\n",
    "",
  ])("refuses %j", (text) => {
    expect(isLocalDate(text)).toBe(false);
    expect(() => localDate(text)).toThrow(RangeError);
  });

  it.each([null, undefined, 20260101, new Date()])("refuses %s", (value) => {
    expect(isLocalDate(value)).toBe(false);
  });
});

describe("localDateOf", () => {
  it.each([
    [
      "Kathmandu midnight is 18:15 UTC, before",
      "2026-03-01T18:14:59Z",
      "Asia/Kathmandu",
      "2026-03-01",
    ],
    ["Kathmandu midnight is 18:15 UTC, at", "2026-03-01T18:15:00Z", "Asia/Kathmandu", "2026-03-02"],
    ["New York winter, before midnight", "2026-03-08T04:59:59Z", "America/New_York", "2026-03-07"],
    [
      "New York, day the clocks go forward",
      "2026-03-08T05:00:00Z",
      "America/New_York",
      "2026-03-08",
    ],
    ["New York summer, before midnight", "2026-03-09T03:59:59Z", "America/New_York", "2026-03-08"],
    ["New York summer, midnight", "2026-03-09T04:00:00Z", "America/New_York", "2026-03-09"],
    [
      "New York, first 01:30 of the long day",
      "2026-11-01T05:30:00Z",
      "America/New_York",
      "2026-11-01",
    ],
    [
      "New York, second 01:30 of the long day",
      "2026-11-01T06:30:00Z",
      "America/New_York",
      "2026-11-01",
    ],
    ["Lord Howe moves half an hour", "2026-04-04T13:00:00Z", "Australia/Lord_Howe", "2026-04-05"],
    [
      "Sao Paulo skipped midnight in 2018",
      "2018-11-04T03:00:00Z",
      "America/Sao_Paulo",
      "2018-11-04",
    ],
    [
      "Kiritimati is a day ahead of Honolulu",
      "2026-12-31T10:00:00Z",
      "Pacific/Kiritimati",
      "2027-01-01",
    ],
    ["Honolulu, the same instant", "2026-12-31T10:00:00Z", "Pacific/Honolulu", "2026-12-31"],
    ["year end in London", "2026-12-31T23:59:59Z", "Europe/London", "2026-12-31"],
    ["new year in London", "2027-01-01T00:00:00Z", "Europe/London", "2027-01-01"],
    ["leap day in Berlin", "2028-02-28T23:30:00Z", "Europe/Berlin", "2028-02-29"],
  ])("%s", (_, instant, zone, expected) => {
    expect(localDateOf(new Date(instant), zone)).toBe(expected);
  });

  it("reads the zone it is given, not the machine's", () => {
    expect(process.env.TZ).toBe("Asia/Kathmandu");
    expect(localDateOf(new Date("2026-03-01T20:00:00Z"), "UTC")).toBe("2026-03-01");
  });

  it("gives a well-formed date that never goes back as time goes on", () => {
    const zones = ["America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia"];
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2005-01-01"), max: new Date("2040-01-01"), noInvalidDate: true }),
        fc.integer({ min: 0, max: 72 * 3_600_000 }),
        fc.constantFrom(...zones),
        (instant, later, zone) => {
          const a = localDateOf(instant, zone);
          const b = localDateOf(new Date(instant.getTime() + later), zone);
          expect(isLocalDate(a)).toBe(true);
          expect(daysBetween(a, b)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

describe("isTimeZone", () => {
  it.each(["Asia/Kathmandu", "America/New_York", "UTC"])("knows %s", (zone) => {
    expect(isTimeZone(zone)).toBe(true);
  });
  it.each(["", "Mars/Olympus", "x".repeat(65), null, 7])("does not know %j", (zone) => {
    expect(isTimeZone(zone)).toBe(false);
  });
});

describe("days", () => {
  it.each([
    ["2026-12-31", 1, "2027-01-01"],
    ["2027-01-01", -1, "2026-12-31"],
    ["2028-02-28", 1, "2028-02-29"],
    ["2026-02-28", 1, "2026-03-01"],
    ["2026-03-28", 2, "2026-03-30"],
    ["2026-10-24", 2, "2026-10-26"],
  ])("%s moved by %i is %s", (from, days, to) => {
    expect(addDays(localDate(from), days)).toBe(to);
    expect(daysBetween(localDate(from), localDate(to))).toBe(days);
  });

  it("moves there and back, and counts what it moved", () => {
    fc.assert(
      fc.property(dates, steps, (date, n) => {
        const moved = addDays(date, n);
        expect(isLocalDate(moved)).toBe(true);
        expect(addDays(moved, -n)).toBe(date);
        expect(daysBetween(date, moved)).toBe(n);
        expect(Math.sign(n)).toBe(date < moved ? 1 : date > moved ? -1 : 0);
      }),
    );
  });

  it("lists every day from first to last, both included", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -3, max: 400 }), (first, n) => {
        const all = eachDay(first, addDays(first, n));
        expect(all).toHaveLength(Math.max(0, n + 1));
        expect(all).toEqual(all.map((_, i) => addDays(first, i)));
      }),
    );
  });

  it("picks the earlier and the later date", () => {
    const [a, b] = ["2026-12-31", "2027-01-01"] as LocalDate[] as [LocalDate, LocalDate];
    expect([earlierOf(a, b), earlierOf(b, a), laterOf(a, b), laterOf(b, a)]).toEqual([a, a, b, b]);
    expect([earlierOf(a, a), laterOf(a, a)]).toEqual([a, a]);
  });
});

describe("weeks", () => {
  it.each([
    ["2026-03-02", 1],
    ["2026-03-08", 7],
    ["1970-01-01", 4],
    ["1969-12-31", 3],
    ["2000-01-01", 6],
  ])("%s is ISO weekday %i", (date, weekday) => {
    expect(weekdayOf(localDate(date))).toBe(weekday);
  });

  it.each([
    ["2027-01-01", 1, "2026-12-28"],
    ["2027-01-01", 7, "2026-12-27"],
    ["2026-03-02", 1, "2026-03-02"],
    ["2026-03-01", 1, "2026-02-23"],
    ["2026-03-06", 6, "2026-02-28"],
  ] as const)("the week of %s that begins on %i begins %s", (date, weekStart, expected) => {
    expect(weekStartOf(localDate(date), weekStart)).toBe(expected);
  });

  it("begins on the clinic's day, at most 6 days back", () => {
    fc.assert(
      fc.property(dates, fc.constantFrom(...WEEKDAYS), (date, weekStart) => {
        const first = weekStartOf(date, weekStart);
        expect(weekdayOf(first)).toBe(weekStart);
        expect(daysBetween(first, date)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(first, date)).toBeLessThan(7);
      }),
    );
  });
});
