import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanText, itemsOf } from "@/lib/domain/library/import/clean-text";

const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be left
  /[\u0000-\u0009\u000b-\u001f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;

describe("a text of a file", () => {
  test.each([
    ["<b>Bridge</b>", "Bridge"],
    ["<script>alert(1)</script>Bridge", "Bridge"],
    ["<SCRIPT src=x>alert(1)", ""],
    ["Bridge<img src=x onerror=alert(1)>", "Bridge"],
    ["<p>One</p><p>Two</p>", "One\nTwo"],
    ["One<br/>Two<li>Three", "One\nTwo\nThree"],
    ["a <style>b{}</style> c", "a c"],
    ["x < 5 and y > 3", "x < 5 and y > 3"],
    ["3 <5", "3 <5"],
    ["Tom &amp; Jerry &#189; &frac12; &deg;", "Tom & Jerry ½ ½ °"],
    ["&lt;b&gt;", "<b>"],
    ["&#0;&#xD800;&#x110000;&unknown;", "&#x110000;&unknown;"],
    ["Bri\u0000dge\u0007", "Bridge"],
    ["\u202egnirts\u202c", "gnirts"],
    ["Bri\u200bd\u200dge\ufeff\u00ad", "Bridge"],
    ["Br\ud800idge", "Bridge"],
    ["  Bridge \t of\u00a0the\u3000sea ", "Bridge of the sea"],
    ["a\r\nb\rc\u2028d\n\n e", "a\nb\nc\nd\ne"],
    ["Elevacio\u0301n", "Elevación"],
    ["=HYPERLINK(1)", "=HYPERLINK(1)"],
    ["-5", "-5"],
    ["مرحبا", "مرحبا"],
  ])("%j is kept as %j", (given, kept) => {
    expect(cleanText(given).text).toBe(kept);
  });

  test("says what was taken out", () => {
    expect(cleanText("<b>x</b>")).toMatchObject({ hadMarkup: true, hadUnseen: false });
    expect(cleanText("x\u200b")).toMatchObject({ hadMarkup: false, hadUnseen: true });
    expect(cleanText("x < y\r\nz")).toMatchObject({ hadMarkup: false, hadUnseen: false });
  });

  test("holds nothing unseen, whatever was given", () => {
    const hostile = fc.constantFrom(
      "<",
      ">",
      "<b>",
      "</script>",
      "<script>",
      "&#0;",
      "\u202e",
      "\n",
    );
    const text = fc
      .array(fc.oneof(hostile, fc.string({ unit: "binary", maxLength: 5 })))
      .map((all) => all.join(""));
    fc.assert(
      fc.property(text, (given) => {
        const { text: kept } = cleanText(given);
        expect(kept.isWellFormed()).toBe(true);
        expect(kept).not.toMatch(UNSEEN);
        expect(kept).toBe(kept.trim());
      }),
    );
  });

  test.each(["<script>", "<a", "<!", "</script", "&#1", "<script></script"])(
    "is read in good time even when it is nothing but %s",
    (piece) => {
      const begun = performance.now();
      cleanText(piece.repeat(Math.floor(20_000 / piece.length)));
      expect(performance.now() - begun).toBeLessThan(500);
    },
  );
});

describe("the items of a cell", () => {
  test.each([
    ["One\nTwo; still two\nThree", ["One", "Two; still two", "Three"]],
    ["One | Two; still two", ["One", "Two; still two"]],
    ["One; Two", ["One", "Two"]],
    ["1. Sit\n2) Stand\n- Lie\n• Rest", ["Sit", "Stand", "Lie", "Rest"]],
    ["1.5 kg in each hand", ["1.5 kg in each hand"]],
    ["-5 degrees", ["-5 degrees"]],
    ["", []],
    [";;", []],
  ])("%j", (text, items) => {
    expect(itemsOf(text)).toEqual(items);
  });
});
