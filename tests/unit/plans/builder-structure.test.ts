import { describe, expect, it } from "vitest";
import { NO_ENTRY } from "@/lib/domain/plan/phase";
import {
  type BuilderState,
  builderReducer,
  startBuilder,
} from "@/lib/features/plans/builder-state";
import type { StructureChange } from "@/lib/features/plans/builder-structure";
import { saveDraftInput } from "@/lib/features/plans/schema";
import { contentOf, HOLD_20 } from "./content";

const play = (state: BuilderState, ...changes: StructureChange[]) =>
  changes.reduce((s, change) => builderReducer(s, { type: "structure", change }), state);
const start = () => startBuilder(contentOf("a", "b", "c"));
const ADD: StructureChange = { of: "add-phase", phaseId: "two", firstId: "one" };
const third: StructureChange = { of: "add-phase", phaseId: "three", firstId: "x" };
const split = () => play(start(), ADD);
const phaseIds = ({ content }: BuilderState) => content.phases.map(({ phaseId }) => phaseId);
const places = ({ content }: BuilderState) =>
  content.lines.map(({ lineId, phaseId }) => `${lineId}:${phaseId}`).join(" ");
const phase = ({ content }: BuilderState, id: string) =>
  content.phases.find(({ phaseId }) => phaseId === id);
const line = ({ content }: BuilderState, id: string) =>
  content.lines.find(({ lineId }) => lineId === id)!;

describe("phases", () => {
  it("begin with two: what is there goes into the first, in one step back", () => {
    const state = split();
    expect(phaseIds(state)).toEqual(["one", "two"]);
    expect(places(state)).toBe("a:one b:one c:one");
    expect(builderReducer(state, { type: "undo" }).content).toEqual(start().content);
  });

  it("are six at most", () => {
    const more = ["3", "4", "5", "6", "7"].map(
      (phaseId): StructureChange => ({ of: "add-phase", phaseId, firstId: "x" }),
    );
    expect(play(split(), ...more).content.phases).toHaveLength(6);
  });

  it("are typed in one step back, and never longer than can be saved", () => {
    const typed = play(
      split(),
      { of: "name-phase", phaseId: "two", name: "M" },
      { of: "name-phase", phaseId: "two", name: "Mo" },
      { of: "name-phase", phaseId: "two", name: "🦵".repeat(99) },
    );
    expect(Array.from(phase(typed, "two")!.name)).toHaveLength(60);
    expect(phase(builderReducer(typed, { type: "undo" }), "two")?.name).toBe("");
  });

  it("begin on a day, when something is met, or on the therapist's word", () => {
    const day = play(
      split(),
      { of: "begin-phase", phaseId: "two", by: "day" },
      { of: "phase-day", phaseId: "two", text: "2027-01-04" },
    );
    expect(phase(day, "two")).toMatchObject({ startsOn: "2027-01-04", entry: NO_ENTRY });
    const met = play(day, { of: "begin-phase", phaseId: "two", by: "met" });
    expect(phase(met, "two")).toMatchObject({ startsOn: null, entry: { painMax: 3 } });
    const word = play(met, { of: "begin-phase", phaseId: "two", by: "word" });
    expect(phase(word, "two")).toMatchObject({ startsOn: null, entry: NO_ENTRY });
  });

  it.each([
    ["painMax", "10"],
    ["painMax", "3.5"],
    ["sessionsMin", "0"],
    ["adherenceMin", "5"],
    ["adherenceMin", "most"],
    ["sessionsMin", "9".repeat(40)],
  ] as const)("keep the last %s that can be asked for when %s is typed", (field, text) => {
    const asked = play(split(), { of: "phase-entry", phaseId: "two", field, text: "9" });
    const before = phase(
      play(split(), { of: "phase-entry", phaseId: "two", field, text: "20" }),
      "two",
    );
    const typed = play(play(split(), { of: "phase-entry", phaseId: "two", field, text: "20" }), {
      of: "phase-entry",
      phaseId: "two",
      field,
      text,
    });
    expect(phase(typed, "two")).toEqual(before);
    expect(typed.pending.texts[`two.${field}`]).toBe(text);
    const put = play(typed, { of: "phase-entry", phaseId: "two", field, text: "" });
    expect(put.pending.texts).toEqual({});
    expect(phase(put, "two")?.entry[field]).toBeNull();
    expect(asked.content.phases).toHaveLength(2);
  });

  it("change places; the one that comes first begins with the plan", () => {
    const dated = play(
      split(),
      { of: "begin-phase", phaseId: "two", by: "day" },
      { of: "phase-day", phaseId: "two", text: "2027-01-04" },
      { of: "move-phase", phaseId: "two", by: -1 },
    );
    expect(phaseIds(dated)).toEqual(["two", "one"]);
    expect(phase(dated, "two")?.startsOn).toBeNull();
    expect(play(dated, { of: "move-phase", phaseId: "two", by: -1 })).toBe(dated);
  });

  it("hand their exercises to the neighbour when removed; the last two leave a plan without phases", () => {
    const three = play(
      split(),
      third,
      { of: "put-in-phase", lineIds: ["b"], phaseId: "two" },
      { of: "put-in-phase", lineIds: ["c"], phaseId: null },
    );
    expect(places(three)).toBe("a:one b:two c:null");
    expect(places(play(three, { of: "remove-phase", phaseId: "two" }))).toBe("a:one b:one c:null");
    const first = play(three, { of: "remove-phase", phaseId: "one" });
    expect(places(first)).toBe("a:two b:two c:null");
    const none = play(first, { of: "remove-phase", phaseId: "three" });
    expect(phaseIds(none)).toEqual([]);
    expect(places(none)).toBe("a:null b:null c:null");
    expect(play(none, { of: "remove-phase", phaseId: "three" })).toBe(none);
  });
});

describe("days", () => {
  it("in the wrong order wait in their field until the other one fits", () => {
    const typed = play(
      start(),
      { of: "line-day", lineId: "a", field: "endsOn", text: "2027-01-10" },
      { of: "line-day", lineId: "a", field: "startsOn", text: "2027-02-01" },
    );
    expect(line(typed, "a")).toMatchObject({ startsOn: null, endsOn: "2027-01-10" });
    expect(typed.pending.texts["a.startsOn"]).toBe("2027-02-01");
    const right = play(typed, { of: "line-day", lineId: "a", field: "endsOn", text: "2027-03-01" });
    expect(line(right, "a")).toMatchObject({ startsOn: "2027-02-01", endsOn: "2027-03-01" });
    expect(right.pending.texts).toEqual({});
  });

  it("half typed are not taken: 0202 is a year on the way to 2027", () => {
    const half = play(start(), { of: "plan-day", field: "wantedStartOn", text: "0202-01-01" });
    expect(half.content.wantedStartOn).toBeNull();
    const whole = play(half, { of: "plan-day", field: "wantedStartOn", text: "2027-01-01" });
    expect(whole.content.wantedStartOn).toBe("2027-01-01");
    expect(whole.past).toHaveLength(1);
  });
});

describe("variants", () => {
  const step = (stepId: string, slug: string, direction: "easier" | "harder" = "easier") =>
    ({ of: "add-step", lineId: "a", step: { stepId, slug, direction, dosage: HOLD_20 } }) as const;

  it("stand easier first, two each way at most, no exercise twice", () => {
    const state = play(
      start(),
      step("h", "up", "harder"),
      step("e", "down"),
      step("f", "lower"),
      step("g", "lowest"),
      step("again", "up"),
      step("same", "exercise-a"),
    );
    expect(line(state, "a").ladder.map(({ stepId }) => stepId)).toEqual(["e", "f", "h"]);
    const raised = play(state, { of: "raise-step", stepId: "f" });
    expect(line(raised, "a").ladder.map(({ stepId }) => stepId)).toEqual(["f", "e", "h"]);
  });

  it("have a dose of their own, typed like any other, and forgotten with them", () => {
    const typed = builderReducer(play(start(), step("e", "down")), {
      type: "type",
      lineId: "e",
      field: "reps",
      text: "8",
    });
    expect(line(typed, "a").ladder[0]?.dosage.reps).toBe(8);
    expect(line(typed, "a").dosage.reps).toBe(3);
    const wrong = builderReducer(typed, { type: "type", lineId: "e", field: "sets", text: "0" });
    expect(line(wrong, "a").ladder[0]?.dosage.sets).toBe(1);
    const gone = play(wrong, { of: "remove-step", stepId: "e" });
    expect(line(gone, "a").ladder).toEqual([]);
    expect(gone.pending.dosage).toEqual({});
  });
});

describe("several at once", () => {
  it("take a value in one step back; who cannot take it stays as it is", () => {
    const timed = builderReducer(start(), {
      type: "choose",
      lineId: "b",
      choice: { of: "mode", value: "time" },
      start: HOLD_20,
    });
    const lineIds = ["a", "b"];
    const held = play(timed, { of: "type-all", lineIds, field: "holdSeconds", text: "30" });
    expect(held.content.lines.map(({ dosage }) => dosage.holdSeconds)).toEqual([30, null, 20]);
    expect(builderReducer(held, { type: "undo" }).content).toEqual(timed.content);
  });

  it("are starred, put on weekdays, and removed", () => {
    const lineIds = ["a", "c"];
    const state = play(
      start(),
      { of: "star", lineIds, mustDo: true },
      { of: "pattern-all", lineIds, pattern: "weekdays" },
    );
    expect(state.content.lines.map(({ mustDo }) => mustDo)).toEqual([true, false, true]);
    expect(line(state, "c").dosage.frequency.weekdays).toEqual([1, 3, 5]);
    const left = play(state, { of: "remove-all", lineIds });
    expect(left.content.lines.map(({ lineId }) => lineId)).toEqual(["b"]);
  });
});

it("whatever is done, what is saved can be saved", () => {
  const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
  const content = contentOf(id(1), id(2));
  const state = play(
    startBuilder(content),
    { of: "add-phase", phaseId: id(4), firstId: id(3) },
    { of: "begin-phase", phaseId: id(4), by: "met" },
    { of: "phase-entry", phaseId: id(4), field: "painMax", text: "77" },
    { of: "line-day", lineId: id(1), field: "startsOn", text: "2027-02-01" },
    { of: "line-day", lineId: id(1), field: "endsOn", text: "2027-01-01" },
    { of: "line-limits", lineId: id(2), limits: { greenMax: 1, amberMax: 2 } },
    {
      of: "add-step",
      lineId: id(2),
      step: { stepId: id(5), direction: "harder", slug: "plank", dosage: HOLD_20 },
    },
  );
  const parsed = saveDraftInput.safeParse({ planId: id(9), revision: 1, ...state.content });
  expect(parsed.error?.issues ?? []).toEqual([]);
});
