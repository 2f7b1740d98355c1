import type { DocumentExercise, PlanDocument } from "../domain/plan/plan-document";
import { longDate } from "./date-words";
import { painRuleSentences } from "./document-words";
import { dosageShort } from "./dosage-words";
import { paperTranslator } from "./paper-words";

/** What an exercise says on paper beside name, dosage and steps; each null where it says nothing. */
export interface LineWords {
  /** "★ Short version". */
  readonly star: string | null;
  /** "From 3 December 2026 to 9 December 2026". */
  readonly window: string | null;
  /** "Pain 0 to 2: Carry on · Pain 3 to 4: Ease off · Pain 5 to 10: Stop", where it differs from the plan's. */
  readonly limits: string | null;
  /** "Bridge with both legs: 2 × 10", each. */
  readonly easier: string | null;
  readonly harder: string | null;
}

function windowWords({ startsOn, endsOn }: DocumentExercise, { locale }: PlanDocument) {
  const t = paperTranslator(locale);
  const from = startsOn && longDate(startsOn, locale);
  const to = endsOn && longDate(endsOn, locale);
  if (from && to) return t("window.both", { from, to });
  if (from) return t("window.from", { from });
  return to ? t("window.to", { to }) : null;
}

function limitWords({ painLimits }: DocumentExercise, { painRule, locale }: PlanDocument) {
  if (!painLimits) return null;
  return painRuleSentences({ ...painRule, ...painLimits }, locale)
    .zones.map(({ range, action }) => `${range}: ${action}`)
    .join(" · ");
}

/** The particulars of an exercise in the document's language. */
export function lineWords(exercise: DocumentExercise, document: PlanDocument): LineWords {
  const variants = (wanted: "easier" | "harder") =>
    exercise.ladder
      .filter(({ direction }) => direction === wanted)
      .map(({ name, dosage }) => `${name}: ${dosageShort(dosage, document.locale)}`)
      .join("; ") || null;
  return {
    star: exercise.mustDo ? paperTranslator(document.locale)("star") : null,
    window: windowWords(exercise, document),
    limits: limitWords(exercise, document),
    easier: variants("easier"),
    harder: variants("harder"),
  };
}
