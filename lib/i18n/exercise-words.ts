import type { LineExtras, PainLimits } from "../domain/plan/line";
import type { Phase } from "../domain/plan/phase";
import type { PainRule } from "../domain/plan/plan-document";
import { longDate } from "./date-words";
import { documentTranslator, painRuleSentences } from "./document-words";
import type { Locale } from "./locale";

/** "From 3 December 2026 to 9 December 2026"; null: on every day of the plan. */
export function windowWords(
  { startsOn, endsOn }: Pick<LineExtras, "startsOn" | "endsOn">,
  locale: Locale,
): string | null {
  const t = documentTranslator(locale);
  const from = startsOn && longDate(startsOn, locale);
  const to = endsOn && longDate(endsOn, locale);
  if (from && to) return t("window.both", { from, to });
  if (from) return t("window.from", { from });
  return to ? t("window.to", { to }) : null;
}

/** "Pain 0 to 2: Carry on · Pain 3 to 4: Ease off · Pain 5 to 10: Stop". */
export function limitWords(limits: PainLimits, rule: PainRule, locale: Locale): string {
  return painRuleSentences({ ...rule, ...limits }, locale)
    .zones.map(({ range, action }) => `${range}: ${action}`)
    .join(" · ");
}

/** "Phase 2: Move". */
export function phaseTitle({ name }: Phase, number: number, locale: Locale): string {
  const t = documentTranslator(locale);
  const own = name.trim();
  return own === "" ? t("phase.plain", { n: number }) : t("phase.title", { n: number, name: own });
}
