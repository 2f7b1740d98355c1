import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { NO_ENTRY, type Phase } from "@/lib/domain/plan/phase";
import { PlanSheet } from "@/lib/features/plans/components/plan-sheet";
import { sampleAdvice, sampleDocument, sampleExercise } from "../../pdf/sample-document";

const ADVICE = [...sampleAdvice(2, "es"), ...sampleAdvice(50, "es").slice(-1)];
const sheet = (change: Parameters<typeof sampleDocument>[2] = {}, foldAdvice = false) =>
  renderToStaticMarkup(
    <PlanSheet
      document={sampleDocument(2, "es", { advice: ADVICE, ...change })}
      figureOf={() => null}
      foldAdvice={foldAdvice}
    />,
  );

describe("a plan's sheet", () => {
  it("has what is read before starting before the exercises, the rest after them, in the plan's language", () => {
    const html = sheet();
    const [first, second, third] = ADVICE;
    const order = [
      '<article lang="es">',
      "Antes de empezar",
      `>${first?.title}<`,
      `>${second?.title}<`,
      sampleExercise(0, "es").name,
      sampleExercise(1, "es").name,
      "Bueno saberlo",
      `>${third?.title}<`,
      "Cuánto dolor está bien",
    ].map((words) => html.indexOf(words));
    expect(Math.min(...order)).toBeGreaterThanOrEqual(0);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(html).not.toContain("<details");
  });

  it("folds what was read before, and leaves all of it there", () => {
    const html = sheet({}, true);
    expect(html).toMatch(/<details[^>]*>.*Antes de empezar.*<\/details>/s);
    for (const { title, body } of ADVICE) {
      expect(html).toContain(title);
      expect(html).toContain(body);
    }
  });

  it("says common mistakes after the steps, and nothing where a version has neither them nor advice", () => {
    const [own] = sampleDocument(1, "es").exercises;
    const html = sheet();
    expect(html).toContain("Errores comunes");
    for (const fault of own?.faults ?? []) expect(html).toContain(fault);
    const earlier = sheet({ advice: [], exercises: [sampleExercise(0, "es", { faults: [] })] });
    expect(earlier).not.toMatch(/Errores comunes|Antes de empezar|Bueno saberlo/);
  });
});

describe("a plan in phases", () => {
  const phase = (phaseId: string, name: string, change: Partial<Phase> = {}): Phase => ({
    ...{ phaseId, name, aim: null, startsOn: null, entry: NO_ENTRY },
    ...change,
  });
  const variant = {
    ...sampleExercise(2, "es"),
    stepId: "s1",
    direction: "easier" as const,
    name: "Puente a dos pies",
    writtenIn: null,
  };
  const html = sheet({
    phases: [phase("a", "Calmar", { aim: "Sin dolor" }), phase("b", "Mover")],
    exercises: [
      sampleExercise(0, "es", { phaseId: "b", ladder: [variant] }),
      sampleExercise(1, "es", {
        phaseId: null,
        mustDo: true,
        painLimits: { greenMax: 1, amberMax: 2 },
      }),
    ],
  });

  it("says each phase with its aim and beginning, what is done in all of them first", () => {
    const order = [
      "En todas las fases",
      sampleExercise(1, "es").name,
      "Fase 1: Calmar",
      "Sin dolor",
      "Con el plan",
      "Los ejercicios de todas las fases.",
      "Fase 2: Mover",
      "Cuando su terapeuta lo diga",
      sampleExercise(0, "es").name,
    ].map((words) => html.indexOf(words));
    expect(Math.min(...order)).toBeGreaterThanOrEqual(0);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it("says the star in words, own limits in zones, and variants with dose and folded steps", () => {
    expect(html).toContain("Versión corta: en un día malo");
    expect(html).toMatch(/Dolor en este ejercicio.*Dolor de 0 a 1/s);
    expect(html).toMatch(/Versión más fácil.*Puente a dos pies.*<details/s);
  });
});
