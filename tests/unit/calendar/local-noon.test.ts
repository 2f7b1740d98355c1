import { describe, expect, it } from "vitest";
import { localDate, localDateOf } from "../../../lib/domain/calendar/local-date";
import { localNoon } from "../../../lib/domain/calendar/local-noon";

describe("noon of a local day", () => {
  it.each([
    ["2026-11-20", "Europe/Madrid", "2026-11-20T11:00:00.000Z"],
    ["2026-03-29", "Europe/Madrid", "2026-03-29T10:00:00.000Z"],
    ["2026-10-25", "Europe/Madrid", "2026-10-25T11:00:00.000Z"],
    ["2026-11-20", "Asia/Kathmandu", "2026-11-20T06:15:00.000Z"],
    ["2026-11-20", "Pacific/Kiritimati", "2026-11-19T22:00:00.000Z"],
    ["2026-11-20", "Pacific/Pago_Pago", "2026-11-20T23:00:00.000Z"],
    ["2026-03-08", "America/New_York", "2026-03-08T16:00:00.000Z"],
  ])("%s in %s", (on, zone, instant) => {
    const noon = localNoon(localDate(on), zone);
    expect(noon.toISOString()).toBe(instant);
    expect(localDateOf(noon, zone)).toBe(on);
  });
});
