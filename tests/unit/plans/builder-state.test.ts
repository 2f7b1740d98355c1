import { describe, expect, it } from "vitest";
import { checkPainRule } from "@/lib/domain/pain/pain-rule";
import {
  type BuilderAction,
  type BuilderState,
  builderReducer,
  startBuilder,
} from "@/lib/features/plans/builder-state";
import { mergeDrafts } from "@/lib/features/plans/merge-drafts";
import { contentOf, HOLD_20, line } from "./content";

const play = (state: BuilderState, ...actions: BuilderAction[]) =>
  actions.reduce(builderReducer, state);
const ids = ({ content }: BuilderState) => content.lines.map(({ lineId }) => lineId).join("");
const start = () => startBuilder(contentOf("a", "b", "c"));
const type = (text: string, field: "reps" | "holdSeconds" = "holdSeconds"): BuilderAction => ({
  type: "type",
  lineId: "b",
  field,
  text,
});

describe("exercises", () => {
  it("are added at the end, or where asked for", () => {
    expect(ids(play(start(), { type: "add", line: line("d") }))).toBe("abcd");
    expect(ids(play(start(), { type: "add", line: line("d"), at: 1 }))).toBe("adbc");
  });

  it("come in several at once with a note, and all go by one step back", () => {
    const insert = { type: "insert", lines: [line("d"), line("e")], note: "Gently" } as const;
    const inserted = play(start(), { ...insert, at: 1 });
    expect(ids(inserted)).toBe("adebc");
    expect(inserted.content.note).toBe("Gently");
    const undone = play(inserted, { type: "undo" });
    expect(undone.content).toEqual(start().content);
    expect(ids(play(start(), { ...insert, at: 3 }))).toBe("abcde");
  });

  it("that come in without a note leave the plan's own, half-typed or not", () => {
    const long = "x".repeat(3000);
    const typed = play(
      start(),
      { type: "write", field: "note", text: "Mine" },
      { type: "write", field: "note", text: long },
      { type: "insert", lines: [line("d")], at: 3, note: null },
    );
    expect(typed.content.note).toBe("Mine");
    expect(typed.pending.texts.note).toBe(long);
    const nothing = play(start(), { type: "insert", lines: [], at: 0, note: null });
    expect(nothing.past).toEqual([]);
  });

  it.each([
    ["a", 2, "bca"],
    ["c", 0, "cab"],
    ["b", 99, "acb"],
    ["b", -1, "bac"],
    ["b", 1, "abc"],
    ["x", 0, "abc"],
  ])("%s moves to %i", (lineId, to, order) => {
    expect(ids(play(start(), { type: "move", lineId, to }))).toBe(order);
  });

  it("are removed, and come back by undo where they were", () => {
    const removed = play(start(), { type: "remove", lineId: "b" });
    expect(ids(removed)).toBe("ac");
    expect(ids(play(removed, { type: "undo" }))).toBe("abc");
  });

  it("a move to the same place and a removal of nothing leave nothing to undo", () => {
    const same = play(
      start(),
      { type: "move", lineId: "a", to: 0 },
      { type: "remove", lineId: "x" },
    );
    expect(same.past).toEqual([]);
  });
});

describe("advice", () => {
  const advice = ({ content }: BuilderState) => content.advice.join("");
  const advised = (ids: string) => startBuilder({ ...contentOf("a"), advice: [...ids] });

  it.each<[string, BuilderAction, string]>([
    ["abc", { type: "add-advice", id: "d" }, "abcd"],
    ["abc", { type: "add-advice", id: "d", at: 1 }, "adbc"],
    ["abc", { type: "add-advice", id: "b" }, "abc"],
    ["abcdefghijkl", { type: "add-advice", id: "m" }, "abcdefghijkl"],
    ["abc", { type: "remove-advice", id: "b" }, "ac"],
    ["abc", { type: "remove-advice", id: "x" }, "abc"],
    ["abc", { type: "move-advice", id: "a", to: 2 }, "bca"],
    ["abc", { type: "move-advice", id: "c", to: -5 }, "cab"],
    ["abc", { type: "move-advice", id: "a", to: 99 }, "bca"],
    ["abc", { type: "move-advice", id: "b", to: 1 }, "abc"],
    ["abc", { type: "move-advice", id: "x", to: 0 }, "abc"],
  ])("%s after %j is %s; one step back and it is as it was", (before, action, after) => {
    const state = play(advised(before), action);
    expect(advice(state)).toBe(after);
    expect(state.past).toHaveLength(before === after ? 0 : 1);
    expect(advice(play(state, { type: "undo" }))).toBe(before);
  });
});

describe("a dosage that is typed", () => {
  it("goes into the content when it is right", () => {
    expect(play(start(), type("25")).content.lines[1]?.dosage.holdSeconds).toBe(25);
  });

  it("stays as typed when it is wrong, and the content keeps the last valid one", () => {
    const state = play(start(), type("25"), type("2500"));
    expect(state.content.lines[1]?.dosage.holdSeconds).toBe(25);
    expect(state.pending.dosage.b?.holdSeconds).toBe("2500");
  });

  it("is one step back per field", () => {
    const state = play(start(), type("2"), type("25"), type("7", "reps"));
    expect(state.past).toHaveLength(2);
    const undone = play(state, { type: "undo" });
    expect(undone.content.lines[1]?.dosage).toEqual({ ...HOLD_20, holdSeconds: 25 });
    expect(play(undone, { type: "undo" }).content).toEqual(start().content);
  });

  it("on leaving the field is shown as taken, unless it is wrong", () => {
    const leave = (field: "reps" | "holdSeconds"): BuilderAction => ({
      type: "settle",
      lineId: "b",
      field,
    });
    const state = play(
      start(),
      type(" 25"),
      type("x", "reps"),
      leave("holdSeconds"),
      leave("reps"),
    );
    expect(state.pending.dosage.b).toEqual({ reps: "x" });
  });

  it("a choice takes away only what it makes meaningless", () => {
    const state = play(start(), type("x", "reps"), type("999999"), {
      type: "choose",
      lineId: "b",
      choice: { of: "side", value: "left" },
      start: HOLD_20,
    });
    expect(state.pending.dosage.b).toEqual({ reps: "x", holdSeconds: "999999" });
    const timed = play(state, {
      type: "choose",
      lineId: "b",
      choice: { of: "mode", value: "time" },
      start: HOLD_20,
    });
    expect(timed.pending.dosage.b).toEqual({});
    expect(timed.content.lines[1]?.dosage).toMatchObject({
      reps: null,
      holdSeconds: null,
      durationSeconds: 30,
      side: "left",
    });
  });
});

describe("texts", () => {
  it("too long stays on the screen and the last one that fits stays in the plan", () => {
    const write = (text: string): BuilderAction => ({
      type: "write-line",
      lineId: "a",
      field: "cue",
      text,
    });
    const state = play(start(), write("Keep the knee bent"), write("x".repeat(501)));
    expect(state.content.lines[0]?.cue).toBe("Keep the knee bent");
    expect(state.pending.texts["a.cue"]).toHaveLength(501);
    expect(play(state, write("")).pending.texts).toEqual({});
    expect(play(state, write("")).content.lines[0]?.cue).toBeNull();
  });

  it("of the pain rule and the note go where they belong", () => {
    const state = play(
      start(),
      { type: "write", field: "note", text: "See you on Friday" },
      { type: "write", field: "amberText", text: "Halve it" },
    );
    expect(state.content.note).toBe("See you on Friday");
    expect(state.content.painRule.amberText).toBe("Halve it");
  });
});

describe("the pain rule", () => {
  it.each([
    ["greenMax", 5, 5, 6],
    ["greenMax", 8, 8, 9],
    ["amberMax", 2, 1, 2],
    ["amberMax", 1, 0, 1],
    ["greenMax", 99, 8, 9],
    ["amberMax", -3, 0, 1],
  ] as const)("%s %i gives %i and %i, and can be published", (field, value, green, amber) => {
    const { painRule } = play(start(), { type: "pain-limit", field, value }).content;
    expect([painRule.greenMax, painRule.amberMax]).toEqual([green, amber]);
    expect(checkPainRule(painRule)).toEqual([]);
  });
});

describe("back and forth", () => {
  const steps: BuilderAction[] = [
    { type: "remove", lineId: "a" },
    { type: "move", lineId: "c", to: 0 },
    { type: "add", line: line("d") },
  ];

  it("what was undone is done again in the same order", () => {
    const done = play(start(), ...steps);
    const undone = play(done, { type: "undo" }, { type: "undo" }, { type: "undo" });
    expect(ids(undone)).toBe("abc");
    expect(ids(play(undone, { type: "redo" }))).toBe("bc");
    const again = play(undone, { type: "redo" }, { type: "redo" }, { type: "redo" });
    expect(again.content).toEqual(done.content);
    expect(play(again, { type: "redo" })).toEqual(again);
  });

  it("a new change leaves nothing to do again", () => {
    const changed = play(start(), ...steps, { type: "undo" }, { type: "remove", lineId: "b" });
    expect(changed.future).toEqual([]);
    expect(ids(play(changed, { type: "redo" }))).toBe("c");
  });
});

describe("somebody else's changes", () => {
  const base = contentOf("a", "b", "c");
  const theirs = { ...contentOf("a", "b", "c", "x"), note: "Theirs" };

  it("stay when the own ones are undone and done again", () => {
    const mine = play(startBuilder(base), { type: "remove", lineId: "a" });
    const { content } = mergeDrafts(base, mine.content, theirs);
    const merged = play(mine, { type: "merge", content, base, theirs });
    expect(ids(merged)).toBe("bcx");
    const undone = play(merged, { type: "undo" });
    expect(ids(undone)).toBe("abcx");
    expect(undone.content.note).toBe("Theirs");
    expect(ids(play(undone, { type: "redo" }))).toBe("bcx");
  });
});
