import { patientSentence } from "../../domain/cautions/patient-sentence";
import type { PrecautionFinding } from "../../domain/cautions/precaution-check";
import type { Locale } from "../../domain/plan/plan-document";
import { type ContentLine, performed } from "./draft-content";

/** What a rule advises for one exercise and the patient has not been told yet. */
export interface OpenModification {
  readonly finding: PrecautionFinding;
  readonly line: ContentLine;
  /** The exercise's caution with the rule's sentence, in the patient's language, for the therapist to approve. */
  readonly caution: string;
}

/** Names one for the therapist's "not this one". */
export const modificationKey = ({ finding, line }: OpenModification): string =>
  `${line.lineId} ${finding.conditionId} ${finding.modification}`;

/**
 * Modifications that can be told to the patient and are not in a caution yet, strongest finding first. Those
 * that are for the therapist alone (a referral, a clearance) are left out; a contraindication needs a reason,
 * not a caution, and is left out too.
 */
export function openModifications(
  findings: readonly PrecautionFinding[],
  lines: readonly ContentLine[],
  locale: Locale,
): OpenModification[] {
  return findings.flatMap((finding) => {
    const sentence = patientSentence(finding.modification, locale);
    if (sentence === null || finding.severity === "contraindicated") return [];
    return lines
      .filter((line) => performed([line]).some(({ lineId }) => finding.lineIds.includes(lineId)))
      .filter(({ caution }) => !caution?.includes(sentence))
      .map((line) => ({
        finding,
        line,
        caution: [line.caution, sentence].filter(Boolean).join(" "),
      }));
  });
}
