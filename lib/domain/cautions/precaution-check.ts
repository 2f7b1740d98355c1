import { addDays, type LocalDate } from "../calendar/local-date";
import type { Side } from "../dosage/dosage";
import {
  type Condition,
  EVIDENCE_GRADES,
  type EvidenceGrade,
  type PrecautionRule,
  type RuleSet,
  type RuleSource,
  SEVERITIES,
  type Severity,
} from "./rule-set";

const ANY_EXERCISE = "any_exercise";
const POSTURE_PREFIX = "pos_";
const WHOLE_BODY_REGION = "whole-body";

/** A condition on the patient's record. `site` is a region id of the library, `endedOn` the first day without it. */
export interface PatientCondition {
  readonly id: string;
  readonly conditionId: string;
  readonly onsetOn: LocalDate | null;
  readonly surgeryOn: LocalDate | null;
  readonly side: "left" | "right" | "both" | null;
  readonly site: string | null;
  readonly endedOn: LocalDate | null;
}

/** An exercise line of the plan, with what the library says of the exercise. */
export interface CheckedExercise {
  readonly lineId: string;
  readonly slug: string;
  readonly traits: readonly string[];
  readonly regions: readonly string[];
  readonly side: Side;
}

/** One reason, with every line that it concerns. */
export interface PrecautionFinding {
  readonly severity: Severity;
  readonly conditionId: string;
  readonly conditionName: string;
  readonly reason: string;
  /** Traits that brought it about, each with its lines. */
  readonly traits: readonly {
    readonly id: string;
    readonly label: string;
    readonly lineIds: readonly string[];
  }[];
  /** All lines concerned, in plan order. */
  readonly lineIds: readonly string[];
  readonly modification: string | null;
  /** The weakest grade among the rules behind it. */
  readonly evidence: EvidenceGrade;
  readonly sources: readonly RuleSource[];
  /** First day it no longer applies; null when a clinician decides, it never ends, or the date is unknown. */
  readonly endsOn: LocalDate | null;
  readonly endsText: string | null;
  /** The condition needs a body site that is not recorded, so it fires for every site. */
  readonly siteUnknown: boolean;
  /** The end counts from a date that is not recorded, so it still fires. */
  readonly dateUnknown: boolean;
}

export interface PrecautionResult {
  /** Strongest first; then those that concern more lines. */
  readonly findings: readonly PrecautionFinding[];
  /** Strongest severity of each line that has any; a line that is absent is clear of these rules, not "safe". */
  readonly lineSeverities: Readonly<Record<string, Severity>>;
}

interface Ending {
  readonly endsOn: LocalDate | null;
  readonly dateUnknown: boolean;
}

interface Hit {
  readonly rule: PrecautionRule;
  readonly ending: Ending;
  readonly siteUnknown: boolean;
  readonly lineIds: readonly string[];
}

function endingOf(rule: PrecautionRule, patient: PatientCondition): Ending {
  if (rule.ends?.kind !== "weeks") return { endsOn: null, dateUnknown: false };
  const from = rule.ends.from === "surgery" ? patient.surgeryOn : patient.onsetOn;
  return from === null
    ? { endsOn: null, dateUnknown: true }
    : { endsOn: addDays(from, rule.ends.weeks * 7), dateUnknown: false };
}

// A posture or any exercise at all concerns the whole person, wherever and whichever side it is:
// both knees kneel, and work for the right hip in side-lying is done lying on the left one.
function isWholeBody(trait: string): boolean {
  return trait === ANY_EXERCISE || trait.startsWith(POSTURE_PREFIX);
}

function concerns(
  rule: PrecautionRule,
  condition: Condition | undefined,
  patient: PatientCondition,
  exercise: CheckedExercise,
): boolean {
  if (rule.trait !== ANY_EXERCISE && !exercise.traits.includes(rule.trait)) return false;
  if (isWholeBody(rule.trait)) return true;
  if (condition?.siteBound && patient.site !== null) {
    const { regions } = exercise;
    if (!regions.includes(patient.site) && !regions.includes(WHOLE_BODY_REGION)) return false;
  }
  if (!condition?.sided) return true;
  const opposite = { left: "right", right: "left", both: null }[patient.side ?? "both"];
  return opposite === null || exercise.side !== opposite;
}

function hitsOf(
  patient: PatientCondition,
  exercises: readonly CheckedExercise[],
  today: LocalDate,
  { conditions, rules }: RuleSet,
): Hit[] {
  if (patient.endedOn !== null && patient.endedOn <= today) return [];
  const condition = conditions.find((candidate) => candidate.id === patient.conditionId);
  const hits: Hit[] = [];
  for (const rule of rules) {
    if (rule.condition !== patient.conditionId) continue;
    const ending = endingOf(rule, patient);
    if (ending.endsOn !== null && ending.endsOn <= today) continue;
    const lineIds = exercises
      .filter((exercise) => concerns(rule, condition, patient, exercise))
      .map((exercise) => exercise.lineId);
    const siteUnknown =
      condition?.siteBound === true && patient.site === null && !isWholeBody(rule.trait);
    if (lineIds.length > 0) hits.push({ rule, ending, siteUnknown, lineIds });
  }
  return hits;
}

function groupKey({ rule, ending, siteUnknown }: Hit): string {
  return JSON.stringify([
    rule.condition,
    rule.severity,
    rule.reason,
    rule.ends?.text ?? null,
    ending,
    siteUnknown,
  ]);
}

function toFinding(
  hits: readonly Hit[],
  exercises: readonly CheckedExercise[],
  set: RuleSet,
): PrecautionFinding {
  const { rule, ending, siteUnknown } = hits[0] as Hit;
  const touched = new Set(hits.flatMap((hit) => hit.lineIds));
  const inPlanOrder = (lines: ReadonlySet<string>) =>
    exercises.map((exercise) => exercise.lineId).filter((lineId) => lines.has(lineId));
  const modifications = new Set(hits.flatMap((hit) => hit.rule.modification ?? []));
  const grades = hits.map((hit) => EVIDENCE_GRADES.indexOf(hit.rule.evidence));
  const sources = hits.flatMap((hit) => hit.rule.sources);
  return {
    severity: rule.severity,
    conditionId: rule.condition,
    conditionName: set.conditions.find(({ id }) => id === rule.condition)?.name ?? rule.condition,
    reason: rule.reason,
    traits: [...new Set(hits.map((hit) => hit.rule.trait))].map((id) => ({
      id,
      label: set.traits.find((trait) => trait.id === id)?.label ?? id,
      lineIds: inPlanOrder(
        new Set(hits.flatMap((hit) => (hit.rule.trait === id ? hit.lineIds : []))),
      ),
    })),
    lineIds: inPlanOrder(touched),
    modification: modifications.size > 0 ? [...modifications].join("; ") : null,
    evidence: EVIDENCE_GRADES[Math.max(...grades)] as EvidenceGrade,
    sources: sources.filter(
      (source, i) =>
        i === sources.findIndex((s) => s.title === source.title && s.url === source.url),
    ),
    endsOn: ending.endsOn,
    endsText: rule.ends?.text ?? null,
    siteUnknown,
    dateUnknown: ending.dateUnknown,
  };
}

/**
 * Checks a plan's exercises against the patient's conditions on `today` (the clinic's date). A rule
 * fires when the patient has the condition and the exercise carries the trait, within the rule's
 * site, side and end date; what is not recorded narrows nothing. Supports the therapist's decision:
 * no findings never means "safe". Sources stand in each rule.
 */
export function checkPrecautions({
  patientConditions,
  exercises,
  today,
  rules,
}: {
  patientConditions: readonly PatientCondition[];
  exercises: readonly CheckedExercise[];
  today: LocalDate;
  rules: RuleSet;
}): PrecautionResult {
  const groups = new Map<string, Hit[]>();
  for (const patient of patientConditions) {
    for (const hit of hitsOf(patient, exercises, today, rules)) {
      const key = groupKey(hit);
      groups.set(key, [...(groups.get(key) ?? []), hit]);
    }
  }
  const findings = [...groups.values()]
    .map((hits) => toFinding(hits, exercises, rules))
    .sort(
      (a, b) =>
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
        b.lineIds.length - a.lineIds.length,
    );
  const lineSeverities: Record<string, Severity> = {};
  for (const { severity, lineIds } of findings) {
    for (const lineId of lineIds) lineSeverities[lineId] ??= severity;
  }
  return { findings, lineSeverities };
}
