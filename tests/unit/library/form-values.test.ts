import { describe, expect, test } from "vitest";
import {
  formValues,
  newStep,
  saveInput,
} from "@/lib/features/library/components/editor/form-values";
import { keptText, readKept } from "@/lib/features/library/components/editor/kept-values";
import type { EditableExercise } from "@/lib/features/library/edit-queries";

const EXERCISE: EditableExercise = {
  slug: "0190aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa",
  revision: 4,
  mayHide: true,
  figureId: null,
  media: [],
  values: {
    onlyForAuthor: false,
    kind: "strengthening",
    side: "none",
    regions: ["hip"],
    positions: ["standing"],
    equipment: ["none"],
    optionalEquipment: [],
    traits: [],
    noTraits: true,
    amounts: {
      sets: 2,
      reps: 10,
      holdSeconds: null,
      durationSeconds: null,
      restSeconds: null,
      timesPerDay: null,
      daysPerWeek: null,
    },
    words: {
      en: {
        name: "March",
        aliases: ["high knees, slow", "marching; on the spot"],
        setup: "Stand.",
        steps: ["Lift.", "Lift."],
        feel: "",
        cautions: [],
        faults: [],
        alt: "",
      },
      es: null,
    },
  },
};
const VALUES = formValues(EXERCISE);

test("another name may hold a comma: it comes back as it was", () => {
  expect(VALUES.words.en.aliases).toBe("high knees, slow\nmarching; on the spot");
  expect(saveInput(VALUES).words.en.aliases).toEqual(EXERCISE.values.words.en?.aliases);
});

describe("what was kept of a form", () => {
  test("comes back with the revision that it was made from", () => {
    const kept = readKept(keptText({ revision: 4, values: VALUES }));
    expect(kept?.revision).toBe(4);
    expect(saveInput(kept!.values)).toEqual(saveInput(VALUES));
  });

  test("has steps whose keys no other step has", () => {
    const text = keptText({ revision: 4, values: VALUES });
    const keys = [readKept(text), readKept(text), { values: VALUES }].flatMap((kept) =>
      kept!.values.words.en.steps.map(({ key }) => key),
    );
    expect(new Set([...keys, newStep().key]).size).toBe(keys.length + 1);
  });

  test.each([
    ["nothing", null],
    ["no JSON", "{"],
    ["a number", "7"],
    ["nothing at all", "null"],
    ["values without a revision, as an earlier release kept them", JSON.stringify(VALUES)],
    ["a revision without values", '{"revision":1}'],
    ["values without words", '{"revision":1,"values":{"kind":"x"}}'],
  ])("%s is not offered", (_, text) => {
    expect(readKept(text)).toBeNull();
  });
});
