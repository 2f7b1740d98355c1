import type { Locale } from "../plan/plan-document";
import sentences from "./patient-sentences.json" with { type: "json" };

type Sentences = Readonly<Record<string, Readonly<Record<Locale, string>> | null>>;

const SENTENCES: Sentences = sentences;

/**
 * A rule's modification as a sentence for the patient, for the therapist to approve; null: it is for the
 * therapist alone (a referral, a clearance), or there is none. Drafts until a clinician has signed them, like
 * the rules they belong to.
 */
export function patientSentence(modification: string | null, locale: Locale): string | null {
  return (modification === null ? null : SENTENCES[modification]?.[locale]) ?? null;
}

/** Every modification that has a sentence, or is known to be for the therapist alone. */
export const knownModifications = (): readonly string[] => Object.keys(SENTENCES);
