import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { directionOf, openGlyphCheck, printable } from "../../lib/pdf/glyph-check";

const hasGlyph = openGlyphCheck();
const print = (text: string) => printable(text, hasGlyph);

describe("printable", () => {
  test.each([
    ["pain ≥ 5 ≤ 7 → stop ≥≤→°½±Δ✓☐×′″µ", "pain ≥ 5 ≤ 7 → stop ≥≤→°½±Δ✓☐×′″µ"],
    ["Cafe\u0301", "Café"],
    ["5\u202fkg\tnow\u00a0on", "5 kg now\u00a0on"],
    ["a\r\nb\rc\u2028d", "a\nb\nc\nd"],
    ["soft\u00adhyphen \u200fmark \u0007bell", "softhyphen mark bell"],
    ["💪🏽", "[U+1F4AA][U+1F3FD]"],
    ["⚕️", "⚕"],
    ["\ud800", "[U+D800]"],
    ["می\u200cخواهم", "می\u200cخواهم"],
  ])("%j", (text, expected) => {
    expect(print(text)).toBe(expected);
  });

  test("every letter of the Latin, Greek and Cyrillic blocks in daily use has a glyph", () => {
    for (let c = 0x20; c <= 0x17f; c++)
      if (c < 0x7f || c > 0x9f) expect([c, hasGlyph(c)]).toEqual([c, true]);
    for (const letter of "αβγδεζηθικλμνξοπρστυφχψωабвгдежзийклмнопрстуфхцчшщъыьэюя")
      expect(hasGlyph(letter.codePointAt(0)!)).toBe(true);
  });

  test("what comes out has a glyph for every code point, whatever goes in", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        for (const letter of print(text))
          if (letter !== "\n") expect(hasGlyph(letter.codePointAt(0)!)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("a word too long for its column ends its line, without a hyphen", () => {
    const broken = print(`see https://example.org/${"x".repeat(60)} now`);
    expect(broken.split(/\s/).every((word) => word.length <= 36)).toBe(true);
    expect(broken.replace(/\n/g, "")).toBe(`see https://example.org/${"x".repeat(60)} now`);
    expect(printable("y".repeat(60), hasGlyph, 84)).toBe("y".repeat(60));
  });
});

test.each([
  ["Stop at 5", "ltr"],
  ["توقف عند 5", "rtl"],
  ["5 עצור", "rtl"],
  ["Stop עצור", "ltr"],
  ["5", "ltr"],
])("direction of %j is %s", (text, direction) => {
  expect(directionOf(text)).toBe(direction);
});
