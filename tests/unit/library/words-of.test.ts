import { describe, expect, it } from "vitest";
import { wordsIn } from "@/lib/domain/library/words-of";
import type { Locale } from "@/lib/domain/plan/plan-document";

const whole = (locale: Locale) => ({ locale, name: `In ${locale}`, setup: "Sit.", steps: ["Go."] });
const begun = (locale: Locale) => ({ ...whole(locale), steps: [" "] });

describe("the words of an exercise", () => {
  it.each([
    ["in the language asked for, where they are whole", [whole("en"), whole("es")], "es", null],
    ["in the other, where those are only begun", [whole("en"), begun("es")], "en", "en"],
    [
      "as they were begun in the language, where none are whole",
      [begun("en"), begun("es")],
      "es",
      null,
    ],
    ["as they were begun in the other, where there is nothing else", [begun("en")], "en", "en"],
  ] as const)("%s", (_, texts, locale, writtenIn) => {
    expect(wordsIn(texts, "es")).toEqual({
      text: texts.find((one) => one.locale === locale),
      writtenIn,
    });
  });

  it("are none where there are none", () => {
    expect(wordsIn([], "es")).toBeNull();
  });
});
