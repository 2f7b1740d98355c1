import { describe, expect, it } from "vitest";
import { localDate } from "@/lib/domain/calendar/local-date";
import { checkPrecautions } from "@/lib/domain/cautions/precaution-check";
import { RULE_SET } from "@/lib/domain/cautions/rules";
import { openModifications } from "@/lib/features/plans/open-modifications";
import { line } from "./content";

const LINES = [line("a", { slug: "prone-press-up" }), line("b", { slug: "bridge" })];
const ADVISED = { en: "Put a pillow under your belly.", es: "Ponga una almohada bajo el vientre." };

function findingsFor(conditionId: string, traits: readonly string[]) {
  const condition = {
    id: "c",
    conditionId,
    onsetOn: null,
    surgeryOn: null,
    side: null,
    site: null,
  };
  return checkPrecautions({
    patientConditions: [{ ...condition, endedOn: null }],
    exercises: LINES.map(({ lineId, slug }) => ({
      ...{ lineId, slug, regions: ["low-back"], side: "none" as const },
      traits: lineId === "a" ? traits : [],
    })),
    today: localDate("2026-12-01"),
    rules: RULE_SET,
  }).findings;
}

const stenosis = findingsFor("spinal_stenosis", ["pos_prone"]);

describe("what the rules advise and the patient has not been told", () => {
  it.each(["en", "es"] as const)("is a sentence in %s for the exercise it concerns", (locale) => {
    const open = openModifications(stenosis, LINES, locale);
    expect(open.map(({ line: { lineId }, caution }) => [lineId, caution])).toEqual([
      ["a", ADVISED[locale]],
    ]);
  });

  it("stands behind a caution that is there, and is done once it is in it", () => {
    const [first, second] = LINES as [(typeof LINES)[0], (typeof LINES)[0]];
    const told = openModifications(stenosis, [{ ...first, caution: "Slowly." }, second], "en");
    expect(told[0]?.caution).toBe(`Slowly. ${ADVISED.en}`);
    const done = [{ ...first, caution: told[0]?.caution ?? null }, second];
    expect(openModifications(stenosis, done, "en")).toEqual([]);
  });

  it("leaves out contraindications and what is for the therapist alone", () => {
    expect(openModifications(findingsFor("pregnancy_t2t3", ["pos_prone"]), LINES, "en")).toEqual(
      [],
    );
    expect(openModifications(findingsFor("dvt_acute", ["pos_prone"]), LINES, "en")).toEqual([]);
  });
});
