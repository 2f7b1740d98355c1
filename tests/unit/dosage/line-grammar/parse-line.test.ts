import { describe, expect, test } from "vitest";
import { localDate } from "../../../../lib/domain/calendar/local-date";
import { DAILY_ONCE, type Dosage } from "../../../../lib/domain/dosage/dosage";
import { GRAMMAR_ROWS } from "../../../../lib/domain/dosage/line-grammar/grammar-rows";
import { writeLine } from "../../../../lib/domain/dosage/line-grammar/line-of";
import { notRead, parseLine } from "../../../../lib/domain/dosage/line-grammar/parse-line";
import { LINE_MAX } from "../../../../lib/domain/dosage/line-grammar/read-line";
import { withSaid } from "../../../../lib/domain/dosage/line-grammar/said-dosage";

const TODAY = localDate("2026-11-30");
const read = (text: string) => parseLine(text, TODAY);
const days = (pattern: string, weekdays: number[] = [], min: number | null = null, max = min) => ({
  days: { pattern, weekdays, daysPerWeekMin: min, daysPerWeekMax: max },
});

/** Each word that was not taken, with why. */
function left(text: string) {
  return notRead(read(text)).map(({ from, to, problem }) => {
    const detail = problem?.dosage ? ` ${problem.dosage.field} ${problem.dosage.code}` : "";
    return `${text.slice(from, to)}: ${problem?.code}${detail || (problem?.field ? ` ${problem.field}` : "")}`;
  });
}

describe("the lines of the brief", () => {
  test("knee chest", () => {
    expect(read("knee chest 3x h25 each 2/d")).toMatchObject({
      name: "knee chest",
      said: { reps: 3, holdSeconds: 25, side: "each", timesPerDay: { min: 2, max: 2 } },
      cue: null,
    });
  });
  test("bridge", () => {
    expect(read("bridge 2x10 h5 r60 mwf")).toMatchObject({
      name: "bridge",
      said: { sets: 2, reps: 10, holdSeconds: 5, restSeconds: 60, ...days("weekdays", [1, 3, 5]) },
    });
  });
  test("heel slide", () => {
    expect(read('heel slide 3x10 band red 3-4/w "slowly"')).toMatchObject({
      name: "heel slide",
      said: { sets: 3, reps: 10, band: "red", ...days("per_week", [], 3, 4) },
      cue: "slowly",
    });
  });
});

describe("each dose", () => {
  test.each([
    ["3x10", { sets: 3, reps: 10 }],
    ["3 × 10 reps", { sets: 3, reps: 10 }],
    ["3X10", { sets: 3, reps: 10 }],
    ["３x１０", { sets: 3, reps: 10 }],
    ["3 sets of 10", { sets: 3, reps: 10 }],
    ["3 sets 12 reps", { sets: 3, reps: 12 }],
    ["10x", { reps: 10 }],
    ["10 times", { reps: 10 }],
    ["3 sets", { sets: 3 }],
    ["3x90s", { sets: 3, durationSeconds: 90 }],
    ["2 sets of 2 min", { sets: 2, durationSeconds: 120 }],
    ["90s", { durationSeconds: 90 }],
    ["1,5 min", { durationSeconds: 90 }],
    ["1min30", { durationSeconds: 90 }],
    ["2 min 10 reps", { durationSeconds: 120, reps: 10 }, "contradictory"],
    ["h25", { holdSeconds: 25 }],
    ["h1min", { holdSeconds: 60 }],
    ["25 s × 3", { holdSeconds: 25, reps: 3 }],
    ["3x hold 25 s", { reps: 3, holdSeconds: 25 }],
    ["no hold", { holdSeconds: null }],
    ["r60", { restSeconds: 60 }],
    ["no rest", { restSeconds: 0 }],
    ["rest open", { restSeconds: null }],
    ["5kg", { loadGrams: 5000 }],
    ["2,3 kg", { loadGrams: 2300 }],
    ["500g", { loadGrams: 500 }],
    ["no load", { loadGrams: null }],
    ["band red", { band: "red" }],
    ["Gold band", { band: "gold" }],
    ["t3-1-2", { tempo: "3-1-2" }],
    ["tempo 3–1–2", { tempo: "3-1-2" }],
    ["left", { side: "left" }],
    ["right side", { side: "right" }],
    ["both", { side: "both" }],
    ["each side", { side: "each" }],
    ["alt", { side: "alternating" }],
    ["no side", { side: "none" }],
    ["2/d", { timesPerDay: { min: 2, max: 2 } }],
    ["2–3/d", { timesPerDay: { min: 2, max: 3 } }],
    ["3x daily", { timesPerDay: { min: 3, max: 3 } }],
    ["3 times a day", { timesPerDay: { min: 3, max: 3 } }],
    ["twice a day", { timesPerDay: { min: 2, max: 2 } }],
    ["3/w", days("per_week", [], 3)],
    ["3x/week", days("per_week", [], 3)],
    ["3 to 4 days a week", days("per_week", [], 3, 4)],
    ["daily", days("daily")],
    ["every other day", days("every_other_day")],
    ["EOD", days("every_other_day")],
    ["as needed", days("as_needed")],
    ["mwf", days("weekdays", [1, 3, 5])],
    ["tuth", days("weekdays", [2, 4])],
    ["tth", days("weekdays", [2, 4])],
    ["mon,wed", days("weekdays", [1, 3])],
    ["Fri, Mon and Sat", days("weekdays", [1, 5, 6])],
    ["mon wed fri", days("weekdays", [1, 3, 5])],
    ["mon-fri", days("weekdays", [1, 2, 3, 4, 5])],
    ["sunday", days("weekdays", [7])],
  ] as const)("%s", (text, said, sense?: string) => {
    if (sense) expect(left(`bridge ${text}`)).toHaveLength(2);
    else {
      expect(left(`bridge ${text}`)).toEqual([]);
      expect(read(`bridge ${text}`)).toMatchObject({ name: "bridge", said });
      expect(read(`bridge, ${text}.`).said).toEqual(said);
    }
  });

  test("written down, repetitions beside daily do not become times a day", () => {
    const line = read("bridge daily 3x");
    expect(line.said).toMatchObject({ reps: 3, days: { pattern: "daily" } });
    expect(read(writeLine(line)).said).toEqual(line.said);
  });

  test("every example of the sheet is read whole", () => {
    for (const example of Object.values(GRAMMAR_ROWS).flat()) {
      expect(left(`bridge ${example}`), example).toEqual([]);
      expect(read(`bridge ${example}`).name).toBe("bridge");
    }
  });
});

describe("where the name ends", () => {
  test.each([
    ["both knees to chest 3x", "both knees to chest"],
    ["Alternate arm and leg lift 2x8", "Alternate arm and leg lift"],
    ["Band row, standing 3x10", "Band row, standing"],
    ["Heel raise, both legs 3x10", "Heel raise, both legs"],
    ["sun salutation 3x", "sun salutation"],
    ["wall squat hold 30s", "wall squat hold"],
    ["supine figure 4 3x30s", "supine figure 4"],
    ["4-way ankle 10x", "4-way ankle"],
    ["90/90 3x", "90/90"],
    ["Child’s pose h20", "Child’s pose"],
    ["hip lift", "hip lift"],
    ["bridge with band red", "bridge"],
    ["bird dog (left) 3x10", "bird dog"],
    ["\u200fبريدج 3x10\u200f", "بريدج"],
    ["bridge\u00a0 up\u2003 3x10", "bridge up"],
    ["3x10", ""],
    ["🄀 bridge 3x10", "🄀 bridge"],
    ["", ""],
  ])("%s", (text, name) => {
    expect(read(text).name).toBe(name);
    expect(left(text)).toEqual([]);
  });

  test("a side behind the name is a dose", () => {
    expect(read("knee chest left")).toMatchObject({ name: "knee chest", said: { side: "left" } });
  });
});

describe("what is not read stays, with why, and changes nothing", () => {
  test.each([
    ["bridge 3x10 slowly", ["slowly: unread"]],
    ["3x10 bridge", ["bridge: unread"]],
    ["bridge 10", ["10: number"]],
    ["bridge 3xx10 left", ["3xx10: number"]],
    ["bridge 3x10-12", ["3x10-12: rep_range"]],
    ["bridge 10lb", ["10lb: pounds"]],
    ["bridge both sides 3x", ["both sides: both_sides"]],
    ["bridge l 3x10", ["l: side_short"]],
    ["marching sat 3x10", ["sat: saturday"]],
    ["bridge from 1/12", ["from 1/12: date_order"]],
    ["bridge from 31 feb", ["from 31 feb: no_such_day"]],
    ["bridge 0x10", ["0x10: dosage sets out_of_range"]],
    ["bridge h0", ["h0: dosage holdSeconds out_of_range"]],
    ["bridge h2.5", ["h2.5: dosage holdSeconds not_whole"]],
    ["bridge 99999999999999999999x", ["99999999999999999999x: dosage reps out_of_range"]],
    ["bridge 3-2/d", ["3-2/d: dosage timesPerDayMax range_order"]],
    ["bridge 8/w", ["8/w: dosage daysPerWeekMin out_of_range"]],
    ["bridge t0-0-0", ["t0-0-0: dosage tempo tempo_shape"]],
    ["bridge h5 h6", ["h5: twice holdSeconds", "h6: twice holdSeconds"]],
    ["bridge 90s 10x", ["90s: reps_or_time", "10x: reps_or_time"]],
    ["bridge h25 90s", ["h25: reps_or_time", "90s: reps_or_time"]],
    ["bridge 5kg band red", ["5kg: load_or_band", "band red: load_or_band"]],
    ["bridge daily 3/w", ["daily: twice days", "3/w: twice days"]],
    ['bridge "slow', ['"slow: quote_open']],
    ['bridge "a" "b"', ['"a": twice cue', '"b": twice cue']],
    [
      "bridge from 14 dec to 2026-12-01",
      ["from 14 dec: end_before_start", "to 2026-12-01: end_before_start"],
    ],
  ])("%s", (text, expected) => {
    expect(left(text)).toEqual(expected);
  });

  test("two that oppose each other are both left out, the rest is taken", () => {
    expect(read("bridge 2x10 h5 h6 left").said).toEqual({ sets: 2, reps: 10, side: "left" });
    expect(read("bridge h5 h5").said).toEqual({ holdSeconds: 5 });
  });

  test("texts that are too long", () => {
    expect(left(`bridge "${"a".repeat(501)}"`)[0]).toMatch(/cue_too_long$/);
    expect(left(`${"a".repeat(121)} 3x10`)[0]).toMatch(/name_too_long$/);
    expect(left(`bridge 3x10 ${" ".repeat(LINE_MAX)}left`)[0]).toMatch(/line_too_long/);
  });
});

describe("beside the dosage", () => {
  test("the cue in every kind of quotation marks, and marks within it", () => {
    for (const text of ['"Keep 5\\" apart"', '“Keep 5\\" apart”', '«Keep 5" apart»'])
      expect(read(`bridge 3x ${text}`).cue).toBe('Keep 5" apart');
    expect(read('bridge 3x "3x10 left, please"').said).toEqual({ reps: 3 });
  });
  test("a star, in front or behind", () => {
    expect(read("*bridge 3x")).toMatchObject({ name: "bridge", mustDo: true });
    expect(read("bridge 3x *")).toMatchObject({ name: "bridge", mustDo: true });
    expect(read("bridge 3x").mustDo).toBe(false);
  });
  test("days without a year are the next to come", () => {
    const from = (text: string) => read(`bridge ${text}`);
    expect(from("from 1 dec to 14 dec")).toMatchObject({
      startsOn: "2026-12-01",
      endsOn: "2026-12-14",
    });
    expect(from("from 20 Dec to Jan 3")).toMatchObject({
      startsOn: "2026-12-20",
      endsOn: "2027-01-03",
    });
    expect(from("from 1 nov 2026")).toMatchObject({ startsOn: "2026-11-01", endsOn: null });
    expect(from("until 30th november")).toMatchObject({ startsOn: null, endsOn: "2026-11-30" });
    expect(from("to 2027-02-28")).toMatchObject({ endsOn: "2027-02-28" });
  });
});

describe("withSaid", () => {
  const COUNTED: Dosage = {
    sets: 2,
    reps: 10,
    holdSeconds: 5,
    durationSeconds: null,
    restSeconds: 30,
    loadGrams: null,
    band: "red",
    tempo: null,
    side: "each",
    frequency: DAILY_ONCE,
  };
  const TIMED: Dosage = { ...COUNTED, reps: null, holdSeconds: null, durationSeconds: 60 };
  test("what is silent stays", () => {
    expect(withSaid(COUNTED, {})).toEqual(COUNTED);
    expect(withSaid(COUNTED, read("x 2/d").said)).toEqual({
      ...COUNTED,
      frequency: { ...DAILY_ONCE, timesPerDayMin: 2, timesPerDayMax: 2 },
    });
  });
  test("a time and repetitions take each other's place, a weight and a band too", () => {
    expect(withSaid(COUNTED, read("x 90s").said)).toEqual({
      ...COUNTED,
      reps: null,
      holdSeconds: null,
      durationSeconds: 90,
    });
    expect(withSaid(TIMED, read("x 8x").said)).toEqual({
      ...TIMED,
      reps: 8,
      durationSeconds: null,
    });
    expect(withSaid(COUNTED, read("x 2kg").said)).toEqual({
      ...COUNTED,
      loadGrams: 2000,
      band: null,
    });
  });
  test("a hold without repetitions stays wrong rather than guessed", () => {
    expect(withSaid(TIMED, read("x h5").said)).toMatchObject({
      reps: null,
      holdSeconds: 5,
      durationSeconds: null,
    });
  });
});
