import { describe, expect, it } from "vitest";
import type { PlanDiff } from "@/lib/domain/plan/plan-diff";
import { changeWords } from "@/lib/features/sessions/components/change-words";
import type { SnapshotPlan } from "@/lib/features/sessions/snapshot";

const NOTHING: PlanDiff = {
  added: [],
  removed: [],
  changed: [],
  reordered: [],
  renewed: [],
  painRule: [],
  note: null,
  advice: { added: [], removed: [], renewed: [], reordered: [] },
  phases: { added: [], removed: [], changed: [], reordered: false },
  dates: [],
  isEmpty: false,
};

/** A plan of which only what its newest version changed matters here. */
const plan = (advice: Partial<PlanDiff["advice"]>) =>
  ({
    documents: { en: { exercises: [] }, es: { exercises: [] } },
    names: {},
    adviceTitles: {
      slow: { en: "Move slowly", es: "Muévase despacio" },
      warm: { en: "Warm up first", es: "Primero entre en calor" },
      missed: { en: "Missed a day? Just go on", es: "¿Faltó un día? Siga" },
    },
    change: { ...NOTHING, advice: { ...NOTHING.advice, ...advice } },
  }) as unknown as SnapshotPlan;

describe("what a patient is told of changed advice", () => {
  it("is what came and what went, by title in their language", () => {
    const changed = plan({ added: ["slow", "warm"], removed: ["missed"] });
    expect(changeWords(changed, "es")).toMatchObject([
      { key: "adviceAdded", titles: "Muévase despacio · Primero entre en calor" },
      { key: "adviceRemoved", titles: "¿Faltó un día? Siga" },
    ]);
    expect(changeWords(changed, "en")[0]?.titles).toBe("Move slowly · Warm up first");
  });

  it("is that the order changed, once", () => {
    expect(changeWords(plan({ reordered: ["slow"] }), "en").map(({ key }) => key)).toEqual([
      "order",
    ]);
    expect(changeWords(plan({}), "en")).toEqual([]);
  });
});
