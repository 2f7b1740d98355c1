import { describe, expect, it } from "vitest";
import { localDate } from "@/lib/domain/calendar/local-date";
import { ageOn, earliestBirth } from "@/lib/domain/patient/record-bounds";

describe("age", () => {
  it.each([
    ["1968-11-20", "2026-11-20", 58],
    ["1968-11-21", "2026-11-20", 57],
    ["2004-02-29", "2026-02-28", 21],
    ["2004-02-29", "2026-03-01", 22],
    ["2026-11-20", "2026-11-20", 0],
  ])("born %s is on %s %i years old", (birthOn, today, years) => {
    expect(ageOn(localDate(birthOn), localDate(today))).toBe(years);
  });

  it("takes nobody born in 1900", () => {
    expect(earliestBirth(localDate("2026-11-20"))).toBe("1901-01-01");
  });
});
