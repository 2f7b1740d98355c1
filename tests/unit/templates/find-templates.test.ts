import { expect, it } from "vitest";
import { planBurden } from "@/lib/domain/dosage/burden";
import { searchable } from "@/lib/domain/library/search-text";
import { findTemplates } from "@/lib/features/templates/find-templates";
import type { TemplateCard } from "@/lib/features/templates/queries";

function card(id: string, names: string, region: string, condition: string): TemplateCard {
  const nameText = searchable(names);
  return {
    id,
    origin: "ready",
    author: null,
    isRetired: false,
    name: names,
    summary: "",
    regions: [region],
    conditions: [{ id: condition, name: condition.replaceAll("_", " ") }],
    figures: [],
    burden: planBurden([]),
    leftOut: 0,
    nameText,
    searchText: `${nameText} ${searchable(`${condition} ${region}`)}`,
  };
}

const ALL = [
  card("falls", "Falls prevention / Prevención de caídas", "knee", "falls_risk"),
  card("knee", "Knee, first set / Artrosis de rodilla, inicio", "knee", "knee_oa"),
  card("neck", "Neck and shoulder / Cuello y hombro", "neck", "neck_pain"),
];

const found = (text: string, region: string | null = null, ...conditionIds: string[]) =>
  findTemplates(ALL, { text, region, conditionIds }).map(({ template }) => template.id);

it.each([
  ["", ["falls", "knee", "neck"]],
  ["kne", ["knee", "falls"]],
  ["ARTROSIS rodi", ["knee"]],
  ["prevencion caidas", ["falls"]],
  ["knee oa", ["knee"]],
  ["oulder", []],
  ["nothing", []],
  ["%", ["falls", "knee", "neck"]],
  ["ركبة", []],
])("%j finds %j, those called so first", (text, ids) => {
  expect(found(text)).toEqual(ids);
});

it("only those of the region", () => {
  expect(found("", "neck")).toEqual(["neck"]);
  expect(found("knee", "neck")).toEqual([]);
});

it("those for the patient's conditions first, and says for which", () => {
  expect(found("", null, "neck_pain", "gout")).toEqual(["neck", "falls", "knee"]);
  const [first] = findTemplates(ALL, { text: "", region: null, conditionIds: ["neck_pain"] });
  expect(first?.fits).toEqual(["neck pain"]);
});
