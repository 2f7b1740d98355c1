import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { fleschKincaidGrade, inflesz } from "@/lib/domain/library/reading-ease";

const english = (words: number, syllables: number, sentences = 1) =>
  0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
const spanish = (words: number, syllables: number, sentences = 1) =>
  206.835 - 62.3 * (syllables / words) - words / sentences;

describe("English, counted by hand", () => {
  test.each<[string, number]>([
    ["The cat sat on the mat.", english(6, 6)],
    ["Bend one knee. Hold.", english(4, 4, 2)],
    ["Lower your heel slowly to the floor.", english(7, 9)],
    ["Your shoulder blades stay flat.", english(5, 6)],
    ["Sit on a chair", english(4, 4)],
    ["Keep your back flat! Can you breathe?", english(7, 7, 2)],
    ["He said “Stop.” She stopped.", english(5, 5, 2)],
    ["Rest 1.5 hours.", english(3, 4)],
    ["Do a push-up.", english(3, 4)],
  ])("%s", (text, grade) => expect(fleschKincaidGrade(text)).toBeCloseTo(grade, 10));

  test.each<[number, string]>([
    [1, "knees toes feet bed walked pulled times breathes while you don't curled squeezed"],
    [2, "ankle muscles rested lifted places pushes lying being settled careful movement people"],
    [3, "position triangle radius exercise medial"],
    [4, "exercises trapezius stability"],
  ])("syllables: %d", (syllables, words) => {
    for (const word of words.split(" "))
      expect([word, fleschKincaidGrade(word)]).toEqual([word, english(1, syllables)]);
  });
});

describe("Spanish, counted by hand", () => {
  test.each<[string, number]>([
    ["El sol sale.", spanish(3, 4)],
    ["Doble la rodilla. Sostenga.", spanish(4, 9, 2)],
    ["¿Le duele? ¡Pare!", spanish(3, 5, 2)],
    ["Apoye los pies en el piso", spanish(6, 9)],
  ])("%s", (text, score) => expect(inflesz(text)).toBeCloseTo(score, 10));

  test.each<[number, string]>([
    [1, "y muy que pies bien voy"],
    [2, "día leer baúl guía cuello atrás púa también"],
    [3, "caía oído ahora despacio rodilla actúa"],
    [4, "movimiento aéreo articula"],
  ])("syllables: %d", (syllables, words) => {
    for (const word of words.split(" "))
      expect([word, inflesz(word)]).toEqual([word, spanish(1, syllables)]);
  });

  it("reads an accent the same, however it is stored", () => {
    const text = "Respire aquí: el día comenzó.";
    expect(inflesz(text.normalize("NFD"))).toBe(inflesz(text.normalize("NFC")));
  });
});

describe.each([
  { name: "fleschKincaidGrade", measure: fleschKincaidGrade, hardness: 1 },
  { name: "inflesz", measure: inflesz, hardness: -1 },
])("$name", ({ measure, hardness }) => {
  const hard = (text: string) => hardness * measure(text);
  const word = fc.stringMatching(/^[a-záéíóúñ]{1,12}$/);
  const sentence = fc.array(word, { minLength: 1, maxLength: 15 }).map((words) => words.join(" "));

  it("never finds a longer sentence easier", () => {
    fc.assert(
      fc.property(sentence, sentence, (one, two) => {
        expect(hard(`${one} ${two}.`)).toBeGreaterThan(hard(`${one}. ${two}.`));
      }),
    );
  });

  it("finds a text as hard as itself said twice", () => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(hard(`${text}. ${text}.`)).toBeCloseTo(hard(`${text}.`), 8);
      }),
    );
  });

  it("gives a number for every text with a word", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(measure(`${text} a`)).toSatisfy(Number.isFinite);
      }),
    );
  });

  test.each(["", "  \n", "... ?!", "—"])("refuses a text without a word: %j", (text) => {
    expect(() => measure(text)).toThrow(new RangeError("no words to measure"));
  });
});
