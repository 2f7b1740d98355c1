import type { LocalDate } from "../calendar/local-date";
import type { Dosage } from "../dosage/dosage";
import type { LadderDirection, LineExtras, PlanDates } from "./line";
import type { Phase } from "./phase";

export const LOCALES = ["en", "es"] as const;
export type Locale = (typeof LOCALES)[number];
export const PAPER_SIZES = ["A4", "Letter"] as const;
export type PaperSize = (typeof PAPER_SIZES)[number];

/** What advice is about. Safety, technique and equipment are read before starting, the rest is good to know. */
export const ADVICE_KINDS = [
  "safety",
  "technique",
  "equipment",
  "expectation",
  "education",
] as const;
export type AdviceKind = (typeof ADVICE_KINDS)[number];

/** Limits of the plan's pain rule: green 0..greenMax, amber ..amberMax, red above. */
export interface PainRule {
  readonly greenMax: number;
  readonly amberMax: number;
  /** Highest 24-hour response (points) that still counts as settled. */
  readonly settledMax: number;
  /** The therapist's own words; null: the standard sentence of the patient's language. */
  readonly greenText: string | null;
  readonly amberText: string | null;
  readonly redText: string | null;
}

/** A photo or video as it is shown; its bytes are at `/api/media/<id>/<variant>`. */
export interface DocumentMedia {
  readonly id: string;
  readonly kind: "photo" | "video";
  /** Pixels as shown. */
  readonly width: number;
  readonly height: number;
  /** Of a video. */
  readonly durationMs: number | null;
}

/** An exercise's words and pictures, frozen at publishing. */
export interface DocumentWords {
  readonly name: string;
  readonly setup: string;
  readonly steps: readonly string[];
  readonly feel: string;
  /** What people often do wrong, and what to do instead; empty in versions from before it was frozen. */
  readonly faults: readonly string[];
  readonly libraryCautions: readonly string[];
  readonly alt: string;
  /** Language of the words where they are not in the document's; null: they are. */
  readonly writtenIn: Locale | null;
  /** Picture frozen at publishing, an id; null: none. The picture itself: `DrawnDocument`. */
  readonly figureId: string | null;
  /** Photos and videos of the clinic's own, frozen at publishing, in their order. */
  readonly media: readonly DocumentMedia[];
}

/** An easier or harder variant as the patient gets it. */
export interface DocumentVariant extends DocumentWords {
  readonly prescribedId: string;
  readonly stepId: string;
  readonly direction: LadderDirection;
  readonly slug: string;
  readonly dosage: Dosage;
}

/** An exercise as the patient gets it. */
export interface DocumentExercise extends DocumentWords, Omit<LineExtras, "ladder"> {
  readonly prescribedId: string;
  readonly lineId: string;
  readonly slug: string;
  readonly position: number;
  readonly dosage: Dosage;
  /** Easier ones first, each way in the order of trying. */
  readonly ladder: readonly DocumentVariant[];
  /** Therapist's cue for this patient. */
  readonly cue: string | null;
  /** Therapist's caution for this patient, printed in the caution box. */
  readonly caution: string | null;
}

/** Advice as the patient gets it: words frozen at publishing. */
export interface DocumentAdvice {
  readonly id: string;
  readonly kind: AdviceKind;
  readonly title: string;
  readonly body: string;
}

/** The one view model of a published plan version in one language: screen, phone, paper and export read it. */
export interface PlanDocument extends PlanDates {
  readonly locale: Locale;
  readonly planId: string;
  readonly versionId: string;
  readonly versionNumber: number;
  readonly title: string;
  readonly publishedOn: LocalDate;
  readonly startsOn: LocalDate;
  /** Absolute address of the plan page behind the QR code; carries no sign-in. */
  readonly planUrl: string;
  readonly paperSize: PaperSize;
  readonly clinic: {
    readonly name: string;
    readonly phone: string | null;
    readonly address: string | null;
    readonly emergencyNumber: string;
    readonly logo: { readonly mime: "image/png" | "image/jpeg"; readonly base64: string } | null;
  };
  readonly therapistName: string;
  readonly patientGivenName: string;
  readonly note: string | null;
  readonly painRule: PainRule;
  /** In order; empty in versions from before plans had any. */
  readonly advice: readonly DocumentAdvice[];
  /** In order; empty: the plan has none. */
  readonly phases: readonly Phase[];
  readonly exercises: readonly DocumentExercise[];
}
