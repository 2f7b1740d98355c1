import { describe, expect, it } from "vitest";
import { builderReducer, startBuilder } from "@/lib/features/plans/builder-state";
import { readHistory, writeHistory } from "@/lib/features/plans/kept-history";
import { contentOf, line } from "./content";

const base = contentOf("a", "b");
const after = (...lineIds: string[]) =>
  lineIds.reduce(
    (state, id) => builderReducer(state, { type: "add", line: line(id) }),
    startBuilder(base),
  );

describe("what a tab keeps of the builder", () => {
  it("gives back content, steps both ways and half-typed entries", () => {
    const typed = builderReducer(after("c", "d"), {
      ...{ type: "type", lineId: "a", field: "reps", text: "1x" },
    });
    const state = builderReducer(typed, { type: "undo" });
    const kept = readHistory(writeHistory(state, { revision: 7, base }));
    expect(kept).toEqual({ state, standing: { revision: 7, base } });
  });

  it("says that nothing is unsaved when nothing is", () => {
    const kept = readHistory(writeHistory(startBuilder(base), { revision: 1, base }));
    expect(kept?.state.content).toBe(kept?.standing.base);
  });

  it.each([null, "", "{", "[]", "null", '{"format":0}', "5"])("%j is nothing", (text) => {
    expect(readHistory(text)).toBeNull();
  });

  it("drops the oldest steps rather than fill the browser's store", () => {
    let state = startBuilder(base);
    for (let i = 0; i < 60; i++) {
      const long = line(`n${i}`, { cue: "x".repeat(500), caution: "y".repeat(500) });
      state = builderReducer(state, { type: "add", line: long });
    }
    const text = writeHistory(state, { revision: 1, base });
    expect(text.length).toBeLessThan(1_500_001);
    const kept = readHistory(text);
    expect(kept?.state.content).toEqual(state.content);
    expect(kept?.state.past.length).toBeGreaterThan(10);
    expect(kept?.state.past.at(-1)).toEqual(state.past.at(-1));
  });
});
