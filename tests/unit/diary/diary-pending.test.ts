import { describe, expect, it } from "vitest";
import { goTo } from "../../../lib/features/diary/diary-keys";
import { errorsOnSheet, pendingOf } from "../../../lib/features/diary/diary-pending";
import { day, done } from "../adherence/fact-builders";
import { open, press, sessionOf, weekOf } from "./weeks";

const typedWeek = () =>
  weekOf((d, n) =>
    n === 1
      ? {
          ...d,
          sessions: [sessionOf("s", "paper", done("a1", { setsDone: 4, repsDone: 12 }))],
          morning: { id: "m", rootId: "r", source: "paper", isOpen: true, pain: 3 },
        }
      : d,
  );

describe("what would be saved", () => {
  it("is nothing while nothing differs, whatever was tried and undone", () => {
    expect(pendingOf(open(typedWeek())).counts).toEqual({
      entered: 0,
      corrected: 0,
      withdrawn: 0,
      mornings: 0,
    });
    const tried = press(goTo(open(typedWeek()), 0, 2), "-", "Escape");
    expect(pendingOf(tried).sessions).toEqual([]);
  });

  it("a changed session replaces the row that was shown and keeps the rest", () => {
    const { sessions, counts } = pendingOf(press(goTo(open(typedWeek()), 0, 1), "6"));
    expect(counts).toMatchObject({ corrected: 1, entered: 0 });
    expect(sessions[0]).toMatchObject({
      rootId: "s",
      replaces: "s",
      withdrawn: false,
      painBefore: 6,
      exercises: [{ prescribedId: "a1", setsDone: 4, repsDone: 12 }],
    });
    expect(sessions[0]?.id).not.toBe("s");
  });

  it("an emptied session and an emptied morning are taken back", () => {
    const emptied = press(goTo(open(typedWeek()), 0, 1), "Delete", "ArrowDown", "Delete");
    expect(pendingOf(emptied)).toMatchObject({
      counts: { withdrawn: 1 },
      sessions: [{ withdrawn: true, exercises: [], painBefore: null }],
    });
    const { mornings } = pendingOf(press(goTo(open(typedWeek()), 0, 0), "Delete"));
    expect(mornings).toMatchObject([{ rootId: "r", replaces: "m", withdrawn: true, pain: 3 }]);
  });

  it("keeps its ids, so that a retry is the same entry", () => {
    const sheet = press(goTo(open(), 0, 1), "6");
    expect(pendingOf(sheet).sessions[0]?.id).toBe(pendingOf(sheet).sessions[0]?.id);
    const more = press(sheet, "ArrowDown", "x");
    expect(pendingOf(more).sessions[0]?.id).toBe(pendingOf(sheet).sessions[0]?.id);
  });
});

describe("sentences of a refusal", () => {
  it("stand at their cell, at the head of their session, or under the form", () => {
    const sheet = press(goTo(open(), 1, 1), "6", "ArrowDown", "x", "ArrowDown", "x", "Enter");
    const typed = press(goTo(sheet, 2, 0), "4");
    const errors = errorsOnSheet(typed, pendingOf(typed), {
      "sessions.0.painBefore": "one",
      "sessions.0.exercises.1.setsDone": "two",
      "sessions.0.localOn": "three",
      "mornings.0.localOn": "four",
      form: "five",
      "sessions.7.localOn": "six",
    });
    expect(errors).toEqual({
      [`${day(2)}/1|before`]: "one",
      [`${day(2)}/1|b`]: "two",
      [`${day(2)}/1`]: "three",
      [`${day(3)}|morning`]: "four",
      form: "five",
    });
  });
});
