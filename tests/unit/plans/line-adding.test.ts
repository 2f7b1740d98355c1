import { describe, expect, test } from "vitest";
import { localDate } from "../../../lib/domain/calendar/local-date";
import { DAILY_ONCE, type Dosage } from "../../../lib/domain/dosage/dosage";
import { GRAMMAR_ROWS } from "../../../lib/domain/dosage/line-grammar/grammar-rows";
import { notRead, parseLine } from "../../../lib/domain/dosage/line-grammar/parse-line";
import type { ExerciseCard } from "../../../lib/features/library/search-queries";
import { newLineOf } from "../../../lib/features/plans/line-adding";
import { translator } from "../../../lib/i18n/translator";
import { lineProblemWords, spanWords } from "../../../lib/i18n/typed-line-words";

const TODAY = localDate("2026-11-30");
const t = translator("en", "plans");
const TIMED: Dosage = {
  sets: 2,
  reps: null,
  holdSeconds: null,
  durationSeconds: 60,
  restSeconds: null,
  loadGrams: null,
  band: null,
  tempo: null,
  side: "each",
  frequency: DAILY_ONCE,
};
const CARD: ExerciseCard = {
  slug: "plank",
  name: "Plank",
  regions: [],
  positions: [],
  equipment: [],
  kind: "",
  side: "none",
  traits: [],
  recommended: true,
  ready: true,
  origin: "library",
  dosage: TIMED,
  dosageBasis: "house",
  figureId: null,
  photoId: null,
};
const made = (text: string, card = CARD) => newLineOf(parseLine(text, TODAY), card);

describe("a line with an exercise", () => {
  test("everything that it says stands in the plan", () => {
    const { line, obstacle } = made('plank 45s left "slowly" * from 1 dec to 14 dec');
    expect(obstacle).toBeNull();
    expect(line.content).toMatchObject({
      slug: "plank",
      dosage: { ...TIMED, durationSeconds: 45, side: "left" },
      cue: "slowly",
      caution: null,
      mustDo: true,
      startsOn: "2026-12-01",
      endsOn: "2026-12-14",
    });
  });
  test("a hold leaves the repetitions of a timed exercise open, so it is not added", () => {
    expect(made("plank h5").obstacle).toMatchObject({ kind: "dose" });
    expect(made("plank 3x h5").obstacle).toBeNull();
  });
  test("what cannot be prescribed is not added", () => {
    expect(made("plank", { ...CARD, recommended: false }).obstacle).toEqual({ kind: "avoid" });
    expect(made("plank", { ...CARD, ready: false }).obstacle).toEqual({ kind: "notReady" });
  });
});

describe("a line in words", () => {
  const words = (text: string) => {
    const read = parseLine(`x ${text}`, TODAY);
    return read.spans.filter(({ kind }) => kind === "dose").map((span) => spanWords(t, span, read));
  };
  test.each([
    ["3x10 h25 r60", ["3 sets of 10", "hold 25 seconds", "rest 60 seconds between sets"]],
    ["25s x 3", ["hold 25 seconds, 3 times"]],
    ["3x90s 2,5kg", ["3 sets of 90 seconds", "weight 2.5 kg"]],
    ["band red t3-1-2 alt", ["red band", "tempo: 3-1-2", "each side, alternating"]],
    ["2-3/d 3-4/w", ["2 to 3 times a day", "3 to 4 days a week"]],
    ["mwf", ["Mon, Wed, Fri"]],
    ["no hold no side eod", ["no hold", "no side", "every other day"]],
    ['"slowly" * from 1 dec', ["cue “slowly”", "must-do", "from 1 Dec 2026"]],
  ])("%s", (text, expected) => expect(words(text)).toEqual(expected));

  test("nothing that is taken is without words", () => {
    for (const example of Object.values(GRAMMAR_ROWS).flat())
      expect(
        words(example).every((one) => one !== ""),
        example,
      ).toBe(true);
  });

  test("words that oppose each other get one sentence", () => {
    const text = "x h5 slowly h6 10";
    expect(lineProblemWords(t, notRead(parseLine(text, TODAY)), text)).toEqual([
      "“h5”, “h6”: the line says Hold twice, and not the same.",
      "Not read: “slowly”. The name comes before the dose, and a cue stands in quotation marks.",
      "Not read: “10”. Say what the number is, such as 3x10, 10 reps or h10.",
    ]);
  });
});
