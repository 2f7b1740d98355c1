import { describe, expect, it } from "vitest";
import { templateContent } from "@/db/seed/library-templates";
import { planBurden } from "@/lib/domain/dosage/burden";
import { builderReducer, startBuilder } from "@/lib/features/plans/builder-state";
import {
  appliedSentence,
  leftOutOf,
  linesOfTemplate,
  noRoomSentence,
} from "@/lib/features/plans/template-content";
import type { TemplateLine } from "@/lib/features/templates/queries";
import { contentOf, HOLD_20 } from "./content";

function templateLine(
  slug: string,
  dosage = HOLD_20,
  obstacle: TemplateLine["obstacle"] = null,
): TemplateLine {
  return {
    exercise: {
      slug,
      name: slug,
      regions: [],
      positions: [],
      equipment: [],
      kind: "stretch",
      side: "none",
      traits: [],
      recommended: true,
      ready: true,
      origin: "library",
      dosage: HOLD_20,
      dosageBasis: "house",
      figureId: null,
      photoId: null,
    },
    dosage,
    obstacle,
  };
}

let made = 0;
const makeId = () => `new-${++made}`;

describe("a template inserted in the builder", () => {
  it.each(templateContent())("keeps every dose of $id, and asks as much", ({ lines }) => {
    const copies = linesOfTemplate(
      lines.map(({ slug, dosage }) => templateLine(slug, dosage)),
      makeId,
    );
    const before = contentOf("a", "b");
    const { content } = builderReducer(startBuilder(before), {
      type: "insert",
      lines: copies,
      at: 1,
      note: null,
    });
    const inserted = content.lines.slice(1, -1);
    expect(inserted.map(({ slug, dosage }) => ({ slug, dosage }))).toEqual(lines);
    expect([content.lines[0], content.lines.at(-1)]).toEqual(before.lines);
    expect(new Set(content.lines.map(({ lineId }) => lineId)).size).toBe(lines.length + 2);
    expect(planBurden(inserted.map(({ dosage }) => dosage))).toEqual(
      planBurden(lines.map(({ dosage }) => dosage)),
    );
  });

  it("leaves out what cannot be prescribed, and names it once", () => {
    const lines = [
      templateLine("bridge"),
      templateLine("old", HOLD_20, "retired"),
      templateLine("old", HOLD_20, "retired"),
      templateLine("raw", HOLD_20, "notReady"),
    ];
    expect(linesOfTemplate(lines, makeId).map(({ slug }) => slug)).toEqual(["bridge"]);
    expect(leftOutOf({ lines })).toEqual(["old", "raw"]);
  });
});

it.each([
  [25, 5, null],
  [36, 5, "A plan holds at most 40 exercises: there are 36 in it, and these are 5 more."],
])("with %i in the plan, %i more: %j", (inPlan, more, sentence) => {
  expect(noRoomSentence(inPlan, more)).toBe(sentence);
});

it.each([
  [{ added: 2, alreadyIn: [], leftOut: [] }, null],
  [
    { added: 0, alreadyIn: ["Bridge", "Quad set"], leftOut: [] },
    "Nothing was added. In the plan already: Bridge, Quad set.",
  ],
  [
    { added: 1, alreadyIn: [], leftOut: ["Old one"] },
    "Left out, no longer to be prescribed: Old one.",
  ],
])("what was applied is said: %j", (applied, sentence) => {
  expect(appliedSentence(applied)).toBe(sentence);
});
