import { describe, expect, test } from "vitest";
import { localDate } from "../../lib/domain/calendar/local-date";
import { NO_ENTRY } from "../../lib/domain/plan/phase";
import type { Locale } from "../../lib/domain/plan/plan-document";
import type { DrawnDocument } from "../../lib/figures/drawn-document";
import { draw } from "./print-sample";
import { readLinks, readPdf } from "./read-pdf";
import { HOLD_25, sampleDocument, sampleExercise } from "./sample-document";

/** Two phases, a star, dates, limits of its own, and a variant each way. */
function particular(locale: Locale): DrawnDocument {
  const [easier, harder] = [5, 6].map((n) => {
    const { lineId: stepId, ...words } = sampleExercise(n, locale);
    return { ...words, stepId, dosage: { ...HOLD_25, holdSeconds: null, reps: 8 } };
  });
  const exercises = [
    sampleExercise(0, locale, { mustDo: true }),
    sampleExercise(1, locale, {
      phaseId: "one",
      painLimits: { greenMax: 2, amberMax: 4 },
      ladder: [
        { ...easier!, direction: "easier" },
        { ...harder!, direction: "harder" },
      ],
    }),
    sampleExercise(2, locale, {
      phaseId: "two",
      startsOn: localDate("2026-12-03"),
      endsOn: localDate("2026-12-09"),
    }),
  ];
  const phases = [
    { phaseId: "one", name: "Settle", aim: "Less pain at night", startsOn: null, entry: NO_ENTRY },
    {
      phaseId: "two",
      name: "Load",
      aim: null,
      startsOn: null,
      entry: { ...NO_ENTRY, painMax: 3 },
    },
  ];
  return sampleDocument(3, locale, { exercises, phases, endsOn: localDate("2027-01-10") });
}

describe("what an exercise may say besides", { timeout: 120_000 }, () => {
  test.each(["standard", "large", "picture", "bilingual"] as const)(
    "%s prints all of it",
    async (layout) => {
      const [en, es] = [particular("en"), particular("es")];
      const bytes = await draw(en, layout, { other: es });
      const { text } = await readPdf(bytes);
      const said = [
        "★ Short version",
        "on a bad or busy day",
        "Less pain at night",
        "Phase 1: Settle",
        "Phase 2: Load",
        "pain has stayed at 3 or less for a week",
        "From 3 December 2026",
        "Pain in this exercise",
        "Pain 0 to 2: Carry on",
        "Easier version",
        en.exercises[1]!.ladder[0]!.name,
        "Harder version",
        "Ends on 10 January 2027",
      ];
      for (const words of said) expect(text).toContain(words);
      if (layout === "bilingual")
        for (const words of [
          "★ Versión corta",
          "Fase 2: Load",
          "Dolor de 0 a 2",
          "Versión más fácil",
        ])
          expect(text).toContain(words);
    },
  );

  test("phases stand in their order and hold their exercises, in the outline too", async () => {
    const document = particular("en");
    const bytes = await draw(document, "standard");
    const { text } = await readPdf(bytes);
    const order = [
      "In every phase",
      document.exercises[0]!.steps[0]!,
      "Phase 1: Settle",
      document.exercises[1]!.steps[0]!,
      "Phase 2: Load",
      document.exercises[2]!.steps[0]!,
    ].map((words) => text.indexOf(words));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    const { outline } = await readLinks(bytes);
    const phase = outline.find(({ title }) => title === "Phase 2: Load");
    expect(phase?.children.map(({ title }) => title)).toEqual([
      `3. ${document.exercises[2]!.name}`,
    ]);
  });
});
