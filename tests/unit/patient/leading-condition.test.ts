import { expect, it } from "vitest";
import { CONDITIONS } from "@/lib/domain/cautions/rules";
import { leadingFirst } from "@/lib/domain/patient/leading-condition";

it("names what is treated before what accompanies it, and keeps the order otherwise", () => {
  const noted = ["glaucoma", "knee_oa", "hypertension_controlled", "hip_oa", "unknown"];
  const rows = noted.map((conditionId) => ({ conditionId }));
  expect(leadingFirst(rows, CONDITIONS).map((row) => row.conditionId)).toEqual([
    "knee_oa",
    "hip_oa",
    "glaucoma",
    "hypertension_controlled",
    "unknown",
  ]);
});
