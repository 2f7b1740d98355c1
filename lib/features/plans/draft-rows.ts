import type { draftExercise, draftPhase } from "../../../db/schema/plan";
import type { Dosage } from "../../domain/dosage/dosage";
import { DEFAULT_PAIN_RULE } from "../../domain/pain/pain-rule";
import type { LadderStep, LineExtras } from "../../domain/plan/line";
import type { Phase } from "../../domain/plan/phase";
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

/** A draft or prescribed row, whatever else it has. */
export type LineRow = Omit<typeof draftExercise.$inferSelect, "clinicId" | "planId">;

/** A line and its variants as rows, the variants behind it; `position` counts all of them. */
export function rowsOfLines(lines: readonly ContentLine[]): LineRow[] {
  const plain = { cue: null, caution: null, ladderOf: null, ladderStep: null };
  const nothing = { phaseId: null, startsOn: null, endsOn: null, mustDo: false };
  const noLimits = { ownGreenMax: null, ownAmberMax: null };
  const rows = lines.flatMap((line): Omit<LineRow, "position">[] => {
    const { lineId, slug, dosage, cue, caution, painLimits, ladder, ...extras } = line;
    const { phaseId, startsOn, endsOn, mustDo } = extras;
    return [
      {
        ...plain,
        ...{ lineId, slug, cue, caution, phaseId, startsOn, endsOn, mustDo },
        ownGreenMax: painLimits?.greenMax ?? null,
        ownAmberMax: painLimits?.amberMax ?? null,
        ...dosageColumnsOf(dosage),
      },
      ...ladder.map((step) => ({
        ...plain,
        ...nothing,
        ...noLimits,
        lineId: step.stepId,
        slug: step.slug,
        ladderOf: lineId,
        ladderStep: step.direction,
        ...dosageColumnsOf(step.dosage),
      })),
    ];
  });
  return rows.map((row, position) => ({ ...row, position }));
}

/** The limits of one exercise; null: the plan's. */
export const painLimitsOfRow = ({ ownGreenMax, ownAmberMax }: LineRow) =>
  ownGreenMax === null || ownAmberMax === null
    ? null
    : { greenMax: ownGreenMax, amberMax: ownAmberMax };

/** What a row says besides exercise, dosage, words and variants. */
export function extrasOfRow(row: LineRow): Omit<LineExtras, "ladder"> {
  const { phaseId, startsOn, endsOn, mustDo } = row;
  return { phaseId, startsOn, endsOn, mustDo, painLimits: painLimitsOfRow(row) };
}

/** Draft or prescribed rows as lines with their variants, in the rows' order. */
export function linesOfRows(rows: readonly LineRow[]): ContentLine[] {
  const steps = new Map<string, LadderStep[]>();
  for (const row of rows) {
    const { ladderOf, ladderStep: direction, lineId: stepId, slug } = row;
    if (ladderOf === null || direction === null) continue;
    const step = { stepId, direction, slug, dosage: dosageOfRow(row) };
    steps.set(ladderOf, [...(steps.get(ladderOf) ?? []), step]);
  }
  return rows
    .filter(({ ladderOf }) => ladderOf === null)
    .map((row) => {
      const { lineId, slug, cue, caution } = row;
      const ladder = steps.get(lineId) ?? [];
      return { lineId, slug, cue, caution, dosage: dosageOfRow(row), ...extrasOfRow(row), ladder };
    });
}

type PhaseRow = Omit<typeof draftPhase.$inferSelect, "clinicId" | "planId">;

/** Phases as rows of a draft or a version. */
export const rowsOfPhases = (phases: readonly Phase[]): PhaseRow[] =>
  phases.map(({ phaseId, name, aim, startsOn, entry }, position) => ({
    ...{ phaseId, position, name, aim, startsOn },
    ...entry,
  }));

/** A row of a draft or a version as a phase. */
export function phaseOfRow(row: PhaseRow): Phase {
  const { phaseId, name, aim, startsOn, painMax, sessionsMin, adherenceMin } = row;
  return { phaseId, name, aim, startsOn, entry: { painMax, sessionsMin, adherenceMin } };
}
