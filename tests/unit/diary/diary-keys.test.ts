import { describe, expect, it } from "vitest";
import { goTo, placeOf, pressKey, readAmount } from "../../../lib/features/diary/diary-keys";
import { pendingOf } from "../../../lib/features/diary/diary-pending";
import { day } from "../adherence/fact-builders";
import { newId, open, press, sessionOf, weekOf } from "./weeks";

const FIRST = 2;
const AFTER = 6;
const at = (sheet: ReturnType<typeof open>) => placeOf(sheet).key;
const valueAt = (sheet: ReturnType<typeof open>) => sheet.values[at(sheet)];

describe("marks of exercises", () => {
  it("nothing is filled in when the sheet opens", () => {
    expect(open().values).toEqual({});
    expect(at(open())).toBe(`${day(1)}|morning`);
  });

  it.each([
    [" ", { outcome: "done" }],
    ["x", { outcome: "done" }],
    ["/", { outcome: "partly", setsDone: null }],
    ["e", { outcome: "stepped_down" }],
    ["-", { outcome: "skipped", skipReason: null }],
  ])("%j", (key, value) => {
    expect(valueAt(press(goTo(open(), 0, FIRST), key))).toMatchObject(value);
  });

  it("a skip takes a reason letter, or goes on without one", () => {
    const skipped = press(goTo(open(), 0, FIRST), "-");
    expect(valueAt(press(skipped, "h"))).toMatchObject({ skipReason: "hurts" });
    expect(valueAt(press(skipped, "e"))).toMatchObject({ skipReason: "no_equipment" });
    const onwards = press(skipped, "Enter", "x");
    expect(onwards.values[`${day(1)}/1|a`]).toMatchObject({ outcome: "skipped", skipReason: null });
    expect(onwards.values[`${day(1)}/1|b`]).toMatchObject({ outcome: "done" });
  });

  it("a digit or p begins an amount, x parts it, Enter keeps it and goes down", () => {
    const typed = press(goTo(open(), 0, FIRST), "2", "x", "8", "Enter");
    expect(typed.values[`${day(1)}/1|a`]).toMatchObject({
      outcome: "partly",
      setsDone: 2,
      repsDone: 8,
      durationSecondsDone: null,
    });
    expect(at(typed)).toBe(`${day(1)}/1|b`);
    const timed = press(typed, "p", "1", "*", "3", "0", "Enter");
    expect(timed.values[`${day(1)}/1|b`]).toMatchObject({ setsDone: 1, durationSecondsDone: 30 });
    expect(press(timed, "p", "Enter").values[`${day(1)}/1|c`]).toMatchObject({
      outcome: "partly",
      setsDone: null,
    });
  });

  it("an amount that cannot be stays open and says so", () => {
    const typed = press(goTo(open(), 0, FIRST), "9", "9", "Enter");
    expect(typed.notice).toBe("amount");
    expect(typed.values).toEqual({});
    const pointed = goTo(typed, 3, 1);
    expect([pointed.at, pointed.typing]).toEqual([typed.at, typed.typing]);
    const mended = press(typed, "Backspace", "Enter");
    expect(mended.values[`${day(1)}/1|a`]).toMatchObject({ setsDone: 9 });
  });

  it.each(["x", "2x8x", "2xx", "21", "1x201", "99999"])("reads no amount in %s", (text) => {
    expect(readAmount(text, "reps")).toBeNull();
  });
});

describe("ratings", () => {
  it("take 0 to 10, and nothing is not 0", () => {
    expect(valueAt(press(open(), "0"))).toEqual({ kind: "pain", pain: 0 });
    expect(valueAt(press(open(), "7"))).toEqual({ kind: "pain", pain: 7 });
    expect(valueAt(press(open(), "1", "0"))).toEqual({ kind: "pain", pain: 10 });
    expect(valueAt(press(open(), "5", "Delete"))).toBeUndefined();
    expect(valueAt(press(open(), "5", "-"))).toBeUndefined();
  });

  it("a 1 and a 0 in two cells are 1 and 0", () => {
    const typed = press(open(), "1", "Enter", "0");
    expect(typed.values[`${day(1)}|morning`]).toEqual({ kind: "pain", pain: 1 });
    expect(typed.values[`${day(1)}/1|before`]).toEqual({ kind: "pain", pain: 0 });
    const filled = press(open(), "Enter", "1", "a", "0");
    expect(filled.values[`${day(1)}/1|after`]).toEqual({ kind: "pain", pain: 0 });
  });

  it("do not take marks, nor letters of reasons", () => {
    for (const key of ["x", " ", "p", "/"])
      expect(pressKey(open(), key, newId)?.values ?? {}).toEqual({});
    expect(pressKey(open(), "h", newId)).toBeNull();
  });
});

describe("moving and undoing", () => {
  it("Enter goes down and on to the next day's top, past days that are closed", () => {
    const week = weekOf((d, n) => (n === 2 ? { ...d, closed: "outside" } : d));
    const down = press(open(week), ...Array(7).fill("Enter"));
    expect(at(down)).toBe(`${day(3)}|morning`);
    expect(at(press(goTo(open(week), 6, AFTER), "Enter"))).toBe(`${day(7)}/1|after`);
  });

  it("Enter goes to the second session of the day before the next morning", () => {
    const week = weekOf((d) => ({ ...d, times: 2 }));
    const after = press(goTo(open(week), 0, AFTER), "Enter");
    expect(at(after)).toBe(`${day(1)}/2|before`);
    expect(at(press(after, "ArrowUp"))).toBe(`${day(1)}|morning`);
    expect(at(press(after, "ArrowUp", "ArrowRight"))).toBe(`${day(2)}|morning`);
  });

  it("Tab goes right and leaves at the end, so that nobody is caught", () => {
    const row = press(goTo(open(), 0, 1), ...Array(6).fill("Tab"));
    expect(at(row)).toBe(`${day(7)}/1|before`);
    expect(pressKey(row, "Tab", newId)).toBeNull();
    expect(pressKey(goTo(open(), 0, 1), "Shift+Tab", newId)).toBeNull();
  });

  it("Escape brings back what the cell said before, and leaves an amount", () => {
    const cell = press(goTo(open(), 0, FIRST), "x", "-");
    expect(valueAt(press(cell, "Escape"))).toMatchObject({ outcome: "done" });
    expect(valueAt(press(cell, "Escape", "Escape"))).toBeUndefined();
    expect(valueAt(press(cell, "p", "2", "Escape"))).toMatchObject({ outcome: "skipped" });
  });

  it("leaves other keys to the browser", () => {
    for (const key of ["F5", "q", "Ñ", "ى", "Unidentified", "Process"])
      expect(pressKey(goTo(open(), 0, FIRST), key, newId)).toBeNull();
  });
});

describe("a whole session", () => {
  it("a fills what is due and still empty, and goes to pain after", () => {
    const week = weekOf((d) => ({
      ...d,
      lines: { ...d.lines, c: { prescribedId: "c1", due: ["not_due"] } },
    }));
    const filled = press(goTo(open(week), 0, FIRST), "-", "h", "a");
    expect(filled.values[`${day(1)}/1|a`]).toMatchObject({ outcome: "skipped" });
    expect(filled.values[`${day(1)}/1|b`]).toMatchObject({ outcome: "done" });
    expect(filled.values[`${day(1)}/1|c`]).toBeUndefined();
    expect(at(filled)).toBe(`${day(1)}/1|after`);
  });

  it("a week done as prescribed with every rating is typed in with at most 60 keys", () => {
    const keys = Array(7).fill(["2", "Enter", "4", "Enter", "a", "3", "Enter"]).flat();
    const pending = pendingOf(press(open(), ...keys));
    expect(keys.length).toBeLessThanOrEqual(60);
    expect(pending.counts).toEqual({ entered: 7, corrected: 0, withdrawn: 0, mornings: 7 });
    expect(pending.sessions[6]).toMatchObject({ localOn: day(7), painBefore: 4, painAfter: 3 });
    expect(pending.sessions[6]?.exercises.map((e) => [e.prescribedId, e.outcome])).toEqual(
      ["a1", "b1", "c1", "d1"].map((id) => [id, "done"]),
    );
  });

  it("what came from the phone is shown and not overwritten", () => {
    const week = weekOf((d, n) => (n === 1 ? { ...d, sessions: [sessionOf("s", "live")] } : d));
    const sheet = open(week);
    expect(sheet.columns.filter(({ on }) => on === day(1))).toHaveLength(1);
    expect(sheet.values[`${day(1)}/1|a`]).toMatchObject({ outcome: "done" });
    for (const key of ["x", "-", "Delete", "a"]) {
      const pressed = press(goTo(sheet, 0, FIRST), key);
      expect([pressed.values, pressed.notice]).toEqual([sheet.values, "kept"]);
    }
    expect(pendingOf(sheet).sessions).toEqual([]);
  });

  it("n adds one more session, once", () => {
    const week = weekOf((d, n) => (n === 1 ? { ...d, sessions: [sessionOf("s", "live")] } : d));
    const added = press(goTo(open(week), 0, FIRST), "n", "n");
    expect(added.columns.filter(({ on }) => on === day(1))).toHaveLength(2);
    const [entry] = pendingOf(press(added, "5")).sessions;
    expect(entry).toMatchObject({ isExtra: true, beside: 1, painBefore: 5, replaces: null });
  });

  it("takes nothing on a day to come", () => {
    const week = weekOf((d, n) => (n > 3 ? { ...d, closed: "future" } : d));
    const pressed = press(goTo(open(week), 3, FIRST), "x");
    expect([pressed.values, pressed.notice]).toEqual([{}, "closed"]);
    expect(press(goTo(open(week), 3, FIRST), "n").notice).toBe("closed");
  });
});
