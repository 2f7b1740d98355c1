import type { LocalDate } from "../calendar/local-date";
import type { Dosage } from "../dosage/dosage";
import type { LineSpan } from "./phase";

export const LADDER_STEPS = ["easier", "harder"] as const;
/** Which way a variant goes from the exercise that is prescribed. */
export type LadderDirection = (typeof LADDER_STEPS)[number];

/** More variants than this one way is a choice that nobody can make on the floor (design judgement). */
export const MAX_LADDER_STEPS = 2;

/** Pain limits of one exercise where they differ from the plan's: green to `greenMax`, amber to `amberMax`. */
export interface PainLimits {
  readonly greenMax: number;
  readonly amberMax: number;
}

/** A variant that the patient may do instead, approved beforehand with its dose. */
export interface LadderStep {
  /** A UUID; stays from version to version. */
  readonly stepId: string;
  readonly direction: LadderDirection;
  readonly slug: string;
  readonly dosage: Dosage;
}

/** What a line says besides exercise, dosage and words. */
export interface LineExtras extends LineSpan {
  /** Starred: belongs to the short version for bad or busy days. */
  readonly mustDo: boolean;
  /** Null: the plan's own limits. */
  readonly painLimits: PainLimits | null;
  /** Easier ones first, each way in the order of trying. */
  readonly ladder: readonly LadderStep[];
}

/** A line as it is added: in every phase, on every day, without a star or variants. */
export const PLAIN_LINE: LineExtras = {
  phaseId: null,
  startsOn: null,
  endsOn: null,
  mustDo: false,
  painLimits: null,
  ladder: [],
};

export interface LineProblem {
  readonly field: "endsOn" | "painLimits" | "ladder" | "phaseId";
  readonly code:
    | "date_order"
    | "range_order"
    | "out_of_range"
    | "too_many"
    | "same_exercise"
    | "unknown";
  readonly max?: number;
}

/** Highest amber limit that leaves a red. */
const AMBER_MAX = 9;

/**
 * Everything wrong with what a line says besides its dosage (those of its variants are checked like any
 * dosage); empty when it may be published.
 * @param phases ids of the plan's phases
 */
export function checkExtras(
  line: LineExtras & { readonly slug: string },
  phases: ReadonlySet<string>,
): LineProblem[] {
  const problems: LineProblem[] = [];
  const { startsOn, endsOn, painLimits, ladder, phaseId } = line;
  if (startsOn !== null && endsOn !== null && endsOn < startsOn)
    problems.push({ field: "endsOn", code: "date_order" });
  if (painLimits) {
    const { greenMax, amberMax } = painLimits;
    const whole = [greenMax, amberMax].every(
      (n) => Number.isInteger(n) && n >= 0 && n <= AMBER_MAX,
    );
    if (!whole) problems.push({ field: "painLimits", code: "out_of_range", max: AMBER_MAX });
    else if (greenMax >= amberMax) problems.push({ field: "painLimits", code: "range_order" });
  }
  for (const direction of LADDER_STEPS)
    if (ladder.filter((step) => step.direction === direction).length > MAX_LADDER_STEPS)
      problems.push({ field: "ladder", code: "too_many", max: MAX_LADDER_STEPS });
  const slugs = ladder.map(({ slug }) => slug);
  if (slugs.includes(line.slug) || new Set(slugs).size < slugs.length)
    problems.push({ field: "ladder", code: "same_exercise" });
  if (phaseId !== null && !phases.has(phaseId))
    problems.push({ field: "phaseId", code: "unknown" });
  return problems;
}

/** When a plan runs, as its therapist wants it. Null: at once, and until it is ended. */
export interface PlanDates {
  /** A first day that is past means at once. */
  readonly wantedStartOn: LocalDate | null;
  readonly endsOn: LocalDate | null;
}

/** A plan that starts at once and stays in one piece. */
export const PLAIN_PLAN = { phases: [], wantedStartOn: null, endsOn: null } as const;
