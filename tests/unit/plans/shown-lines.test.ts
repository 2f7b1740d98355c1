import { describe, expect, it } from "vitest";
import { NO_ENTRY } from "@/lib/domain/plan/phase";
import type { DraftContent } from "@/lib/features/plans/draft-content";
import { between, placeInPlan, shownLines } from "@/lib/features/plans/shown-lines";
import { contentOf, line } from "./content";

const phase = (phaseId: string) => ({
  phaseId,
  name: "",
  aim: null,
  startsOn: null,
  entry: NO_ENTRY,
});
/** a and d in phase 1, b and c in phase 2, e in every phase. */
const content: DraftContent = {
  ...contentOf(),
  phases: [phase("1"), phase("2")],
  lines: [
    line("a", { phaseId: "1" }),
    line("b", { phaseId: "2" }),
    line("c", { phaseId: "2" }),
    line("d", { phaseId: "1" }),
    line("e"),
  ],
};
const visible = shownLines(content, { phaseId: "1" });

/** The plan's order after a move on the screen. */
function moved(lineId: string, to: number): string {
  const rest = content.lines.map((one) => one.lineId).filter((id) => id !== lineId);
  rest.splice(placeInPlan(content.lines, visible, lineId, to), 0, lineId);
  return rest.join("");
}

describe("a phase on the screen", () => {
  it("shows its own exercises and those of every phase; one that is gone shows all", () => {
    expect(visible.map(({ lineId }) => lineId).join("")).toBe("ade");
    expect(shownLines(content, { phaseId: "gone" })).toHaveLength(5);
    expect(shownLines(content, "all")).toHaveLength(5);
  });

  it.each([
    ["a", 1, "bcdae"],
    ["a", 2, "bcdea"],
    ["d", 0, "dabce"],
    ["e", 1, "aebcd"],
    ["e", 0, "eabcd"],
    ["a", 99, "bcdea"],
  ])("%s moved to place %i stands beside its neighbour there", (lineId, to, order) => {
    expect(moved(lineId, to)).toBe(order);
  });

  it("a range goes from one to the other, whichever is above", () => {
    expect(between(visible, "a", "e")).toEqual(["a", "d", "e"]);
    expect(between(visible, "e", "d")).toEqual(["d", "e"]);
    expect(between(visible, null, "d")).toEqual(["d"]);
    expect(between(visible, "b", "d")).toEqual(["d"]);
  });
});
