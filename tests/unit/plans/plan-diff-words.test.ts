import { describe, expect, it } from "vitest";
import { diffPlans } from "@/lib/domain/plan/plan-diff";
import { type DraftContent, sideOfContent } from "@/lib/features/plans/draft-content";
import { type DiffNames, planDiffWords } from "@/lib/i18n/plan-diff-words";
import { contentOf, HOLD_20, line } from "./content";

const words = (before: DraftContent, after: DraftContent, locale: DiffNames["locale"] = "en") =>
  planDiffWords(diffPlans(sideOfContent(before), sideOfContent(after)), {
    locale,
    nameOf: (lineId) => `Exercise ${lineId}`,
    titleOf: (adviceId) => `Advice ${adviceId}`,
    dosageOf: (lineId) => after.lines.find((one) => one.lineId === lineId)?.dosage,
  });
const changed = (part: object) => ({
  ...contentOf("a"),
  lines: [line("a", { dosage: { ...HOLD_20, ...part } })],
});

describe("differences in words", () => {
  it.each([
    [
      { holdSeconds: 25 },
      "Hold: 25 seconds, was 20 seconds",
      "Mantener: 25 segundos; antes, 20 segundos",
    ],
    [
      { holdSeconds: null },
      "Hold taken out, was 20 seconds",
      "Mantener: ya no; antes, 20 segundos",
    ],
    [{ loadGrams: 2500 }, "Weight: 2.5 kg", "Peso: 2,5 kg"],
    [{ side: "left" }, "Side: left side, was each side", "Lado: lado izquierdo; antes, cada lado"],
    [{ band: "red" }, "Band: red band", "Banda: banda roja"],
  ])("%j", (part, en, es) => {
    expect(words(contentOf("a"), changed(part))).toEqual([
      { kind: "changed", lineId: "a", title: "Exercise a", details: [en] },
    ]);
    expect(words(contentOf("a"), changed(part), "es")[0]?.details).toEqual([es]);
  });

  it.each([
    ["en", "Description updated", "Picture or video updated", "Words updated: Advice slow"],
    [
      "es",
      "Descripción actualizada",
      "Imagen o vídeo actualizados",
      "Texto actualizado: Advice slow",
    ],
  ] as const)("says what the library renewed, %s", (locale, description, picture, advice) => {
    const side = (mark: string, holdSeconds: number) => {
      const { exercises, ...rest } = sideOfContent(changed({ holdSeconds }));
      const marks = { words: { en: mark, es: mark }, pictures: mark };
      return {
        ...rest,
        advice: [{ id: "slow", mark }],
        exercises: exercises.map((one) => ({ ...one, marks })),
      };
    };
    const items = planDiffWords(diffPlans(side("before", 20), side("after", 25)), {
      locale,
      nameOf: () => "Bridge",
      titleOf: (id) => `Advice ${id}`,
    });
    expect(items).toMatchObject([
      { kind: "changed", title: "Bridge", details: [expect.any(String), description, picture] },
      { kind: "advice", details: [advice] },
    ]);
  });

  it("says how often in whole words", () => {
    const frequency = { ...HOLD_20.frequency, timesPerDayMin: 2, timesPerDayMax: 2 };
    expect(words(contentOf("a"), changed({ frequency }))[0]?.details).toEqual([
      "How often: twice a day, every day, was once a day, every day",
    ]);
  });

  it("says what came, what went and what moved", () => {
    const items = words(contentOf("a", "b", "c", "e"), contentOf("e", "a", "c", "d"));
    expect(items.map(({ title }) => title)).toEqual([
      "Added: Exercise d",
      "Removed: Exercise b",
      "Moved: Exercise e",
    ]);
    expect(items[0]?.details).toContain("Hold 20 seconds · 3 times · each side");
  });

  it.each([
    ["en", "Advice", ["Added: Advice d", "Removed: Advice b", "In another order"]],
    ["es", "Consejos", ["Nuevo: Advice d", "Ya no: Advice b", "En otro orden"]],
  ] as const)("names advice by its title, %s", (locale, title, details) => {
    const advised = (ids: string) => ({ ...contentOf("a"), advice: [...ids] });
    expect(words(advised("abc"), advised("cad"), locale)).toEqual([
      { kind: "advice", lineId: null, title, details },
    ]);
  });

  it("quotes what the therapist wrote and names the pain rule", () => {
    const before = contentOf("a");
    const painRule = { ...before.painRule, greenMax: 2, redText: "Call Maya" };
    const items = words(before, { ...before, painRule, note: "See you on Friday" });
    expect(items).toEqual([
      {
        kind: "pain_rule",
        lineId: null,
        title: "Pain rule",
        details: ["Green up to: pain 2, was pain 3", "Words for red: “Call Maya”"],
      },
      { kind: "note", lineId: null, title: "Note", details: ["Note: “See you on Friday”"] },
    ]);
  });
});
