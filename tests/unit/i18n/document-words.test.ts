import { describe, expect, test } from "vitest";
import { localDate } from "../../../lib/domain/calendar/local-date";
import { DEFAULT_PAIN_RULE } from "../../../lib/domain/pain/pain-rule";
import { longDate, shortDate } from "../../../lib/i18n/date-words";
import { painRuleSentences, stopText } from "../../../lib/i18n/document-words";
import en from "../../../lib/i18n/messages/en/document.json" with { type: "json" };
import enDosage from "../../../lib/i18n/messages/en/dosage.json" with { type: "json" };
import es from "../../../lib/i18n/messages/es/document.json" with { type: "json" };
import esDosage from "../../../lib/i18n/messages/es/dosage.json" with { type: "json" };

function keysOf(tree: object, path = ""): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "object" ? keysOf(value, `${path}${key}.`) : [`${path}${key}`],
  );
}

test("both languages have the same messages", () => {
  expect(keysOf(es).sort()).toEqual(keysOf(en).sort());
  expect(keysOf(esDosage).sort()).toEqual(keysOf(enDosage).sort());
});

describe("pain rule in words", () => {
  test("the defaults", () => {
    const { zones, settled } = painRuleSentences(DEFAULT_PAIN_RULE, "en");
    expect(zones.map(({ range, name, action }) => `${range}, ${name}: ${action}`)).toEqual([
      "Pain 0 to 3, Green: Carry on",
      "Pain 4 to 5, Amber: Ease off",
      "Pain 6 to 10, Red: Stop",
    ]);
    expect(zones[2]?.text).toContain("Contact the clinic if it has not settled");
    expect(settled).toContain("at most 1 point higher");
  });

  test("limits that leave one score to a zone", () => {
    const rule = { ...DEFAULT_PAIN_RULE, greenMax: 0, amberMax: 1, settledMax: 0 };
    const narrow = painRuleSentences(rule, "en");
    expect(narrow.zones.map((z) => z.range)).toEqual(["Pain 0", "Pain 1", "Pain 2 to 10"]);
    expect(narrow.settled).toContain("no higher than");
    const wide = painRuleSentences({ ...rule, greenMax: 8, amberMax: 9, settledMax: 2 }, "es");
    expect(wide.zones.map((z) => z.range)).toEqual(["Dolor de 0 a 8", "Dolor 9", "Dolor 10"]);
    expect(wide.settled).toContain("2 puntos");
  });

  test("the therapist's own words go first; blank ones do not count", () => {
    const own = { ...DEFAULT_PAIN_RULE, amberText: "Halve the reps, Elena.", redText: "  " };
    const { zones } = painRuleSentences(own, "es");
    expect(zones[1]?.text).toBe("Halve the reps, Elena.");
    expect(zones[2]?.text).toContain("Llame a la clínica");
  });
});

describe("stop text", () => {
  test("names the clinic's own numbers, most urgent first", () => {
    const { advice, notWatched } = stopText("en", { emergencyNumber: "999", phone: "0115 4960" });
    expect(advice.map((a) => a.title)).toEqual([
      "Call 999 at once",
      "See a doctor today",
      "Stop and call us: 0115 4960",
    ]);
    expect(advice[0]?.signs.join(" ")).toMatch(/chest.*bladder or bowel.*double vision/);
    expect(notWatched).toContain("Nobody is watching");
  });

  test("without a phone it still says whom to tell", () => {
    const { advice } = stopText("es", { emergencyNumber: "112", phone: null });
    expect(advice[0]?.title).toBe("Llame al 112 de inmediato");
    expect(advice[2]?.title).toBe("Pare y avise a su terapeuta");
  });
});

test("dates in words do not depend on where the server stands", () => {
  expect(longDate(localDate("2026-11-20"), "en")).toBe("20 November 2026");
  expect(longDate(localDate("2026-11-20"), "es")).toBe("20 de noviembre de 2026");
  expect(shortDate(localDate("2026-11-20"), "en")).toBe("20 Nov 2026");
});
