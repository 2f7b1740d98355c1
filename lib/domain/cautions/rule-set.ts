export const SEVERITIES = ["contraindicated", "precaution"] as const;
/** Strongest first. `contraindicated` cannot be published without an override reason. */
export type Severity = (typeof SEVERITIES)[number];

export const EVIDENCE_GRADES = [
  "sourced",
  "sourced-severity-ours",
  "extrapolated",
  "manufacturer",
  "not-verified",
] as const;
/** How well a rule is supported, best first. */
export type EvidenceGrade = (typeof EVIDENCE_GRADES)[number];

/** What an exercise does to the body: a posture, an end of range, a kind of load. */
export interface Trait {
  readonly id: string;
  readonly label: string;
}

export interface Condition {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly icd10: readonly string[];
  readonly snomed: readonly string[];
  /** Its rules read the body region from the patient's condition. */
  readonly siteBound: boolean;
  /** Its rules read the side from the patient's condition. */
  readonly sided: boolean;
  readonly hasSurgeryDate: boolean;
}

/** When a rule stops: so many weeks after a date of the patient's condition, or when a clinician says so. */
export type RuleEnd =
  | {
      readonly kind: "weeks";
      readonly from: "onset" | "surgery";
      readonly weeks: number;
      readonly text: string;
    }
  | { readonly kind: "clearance"; readonly text: string };

export interface RuleSource {
  readonly title: string;
  readonly url: string;
}

/** One cell of condition x trait. `reason` and `modification` are clinician's English. */
export interface PrecautionRule {
  readonly condition: string;
  readonly trait: string;
  readonly severity: Severity;
  readonly reason: string;
  readonly modification: string | null;
  readonly ends: RuleEnd | null;
  readonly sources: readonly RuleSource[];
  readonly evidence: EvidenceGrade;
}

export interface RuleSet {
  readonly version: string;
  /** `draft` until a licensed therapist has signed the rules off; screens say so. */
  readonly status: string;
  readonly traits: readonly Trait[];
  readonly conditions: readonly Condition[];
  readonly rules: readonly PrecautionRule[];
}
