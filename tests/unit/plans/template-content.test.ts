import { describe, expect, it } from "vitest";
import { templateContent } from "@/db/seed/library-templates";
import { planBurden } from "@/lib/domain/dosage/burden";
import { NO_ENTRY } from "@/lib/domain/plan/phase";
import { builderReducer, startBuilder } from "@/lib/features/plans/builder-state";
import {
  appliedSentence,
  freshPhases,
  leftOutOf,
  linesOfTemplate,
  noRoomSentence,
  setOfPlan,
  setOfTemplate,
  withWords,
} from "@/lib/features/plans/template-content";
import type { TemplateLine } from "@/lib/features/templates/line-queries";
import type { TemplateDetail } from "@/lib/features/templates/queries";
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
    cue: null,
    caution: null,
    phaseId: null,
    mustDo: false,
    painLimits: null,
    ladder: [],
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

describe("what was written for patients", () => {
  const line = { ...templateLine("bridge"), cue: "Slowly", caution: "Stop at pins" };
  const set = (change: Partial<TemplateDetail>) =>
    ({
      id: "a",
      name: "A",
      texts: {},
      lines: [line],
      phases: [],
      writtenIn: "en",
      ...change,
    }) as TemplateDetail;
  const plan = {
    planId: "p",
    title: "Knee",
    number: 2,
    patientId: "elena",
    language: "en" as const,
    note: "Dear Elena",
    phases: [],
    lines: [line],
  };
  const to = { patientId: "wanda", locale: "en" as const };

  it("goes along from a template in the plan's language, and stays out in another", () => {
    expect(setOfTemplate(set({}), "en").takes).toEqual({ cues: true, cautions: true });
    expect(setOfTemplate(set({}), "es").takes).toEqual({ cues: false, cautions: false });
    expect(setOfTemplate(set({ writtenIn: null }), "es").takes.cues).toBe(true);
  });

  it("goes along from the patient's own plan; from another's, cues alone and never the note", () => {
    const own = setOfPlan(plan, { ...to, patientId: "elena" });
    expect(own).toMatchObject({ takes: { cues: true, cautions: true }, note: "Dear Elena" });
    expect(setOfPlan(plan, to)).toMatchObject({
      takes: { cues: true, cautions: false },
      note: null,
    });
    const spanish = setOfPlan({ ...plan, language: "es" }, to);
    expect(spanish.takes).toEqual({ cues: false, cautions: false });
  });

  it("is taken or left, and the doses are the same", () => {
    expect(withWords([line], { cues: false, cautions: true })).toEqual([{ ...line, cue: null }]);
  });
});

it("variants come along with new ids, those that cannot be prescribed are named", () => {
  const { exercise } = templateLine("mini-squat");
  const step = { stepId: "old", direction: "easier" as const, dosage: HOLD_20 };
  const line = {
    ...templateLine("wall-sit"),
    mustDo: true,
    painLimits: { greenMax: 1, amberMax: 2 },
    phaseId: "first",
    ladder: [
      { ...step, exercise, obstacle: null },
      {
        ...step,
        exercise: { ...exercise, slug: "gone", name: "Gone" },
        obstacle: "retired" as const,
      },
    ],
  };
  const first = { phaseId: "first", name: "First", aim: null, startsOn: null, entry: NO_ENTRY };
  const { phases, idOf } = freshPhases([first], makeId);
  const [made] = linesOfTemplate([line], makeId, idOf);
  expect(made).toMatchObject({
    slug: "wall-sit",
    mustDo: true,
    painLimits: { greenMax: 1, amberMax: 2 },
    phaseId: phases[0]?.phaseId,
    ladder: [{ direction: "easier", slug: "mini-squat", dosage: HOLD_20 }],
  });
  expect(made).not.toHaveProperty("exercise");
  expect(made?.ladder[0]?.stepId).not.toBe("old");
  expect(phases[0]?.phaseId).not.toBe("first");
  expect(leftOutOf({ lines: [line] })).toEqual(["Gone"]);
  expect(linesOfTemplate([line], makeId)[0]?.phaseId).toBeNull();
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
