import type { draftExercise } from "../../../db/schema/plan";
import type { Dosage } from "../../domain/dosage/dosage";
import { DEFAULT_PAIN_RULE } from "../../domain/pain/pain-rule";
import type { PainRule } from "../../domain/plan/plan-document";
import { dosageOfRow } from "./dosage-of-row";
import type { ContentLine } from "./draft-content";

/** The pain rule columns of a clinic, a draft or a version, in the domain's shape. */
export function painRuleOfRow(row: PainRule): PainRule {
  const { greenMax, amberMax, settledMax, greenText, amberText, redText } = row;
  return { greenMax, amberMax, settledMax, greenText, amberText, redText };
}

/** A clinic's default pain rule as columns; the software's own when the clinic is not readable. */
export function defaultPainRule(row: PainRule | undefined): PainRule {
  return row ? painRuleOfRow(row) : DEFAULT_PAIN_RULE;
}

/** A dosage as the columns of a draft or prescribed exercise. */
export function dosageColumnsOf({ frequency, ...amounts }: Dosage) {
  return { ...amounts, ...frequency, weekdays: [...frequency.weekdays] };
}

/** A draft or prescribed row as a line of a draft. */
export function lineOfRow(
  row: Omit<typeof draftExercise.$inferSelect, "clinicId" | "planId">,
): ContentLine {
  const { lineId, slug, cue, caution } = row;
  return { lineId, slug, cue, caution, dosage: dosageOfRow(row) };
}
