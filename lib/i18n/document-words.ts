import { createTranslator } from "use-intl/core";
import type { PainZone } from "../domain/pain/pain-rule";
import type { PainRule } from "../domain/plan/plan-document";
import type { Locale } from "./locale";
import en from "./messages/en/document.json" with { type: "json" };
import es from "./messages/es/document.json" with { type: "json" };

function translate(locale: Locale, messages: typeof en) {
  return createTranslator({
    locale,
    messages: { document: messages },
    namespace: "document",
    onError(error) {
      throw error;
    },
  });
}

/** Only this namespace, so that the phone does not load the clinic's catalogue. */
const translators: Record<Locale, ReturnType<typeof translate>> = {
  en: translate("en", en),
  es: translate("es", es),
};

/** Translator of the `document` namespace, for paper, sheet and phone alike. */
export function documentTranslator(locale: Locale): ReturnType<typeof translate> {
  return translators[locale];
}

/** One zone of the pain rule in words; `text` is the therapist's own where given. */
export interface PainZoneWords {
  readonly zone: PainZone;
  /** "Green". */
  readonly name: string;
  /** "Carry on". */
  readonly action: string;
  /** "Pain 0 to 3". */
  readonly range: string;
  readonly text: string;
}

export interface PainRuleWords {
  readonly title: string;
  /** What the ends of the scale mean. */
  readonly scale: string;
  /** Green, amber, red. */
  readonly zones: readonly PainZoneWords[];
  /** What "settled" means under this rule. */
  readonly settled: string;
}

/** The pain rule of a plan as the patient reads it (clinical rule: pain rule of a plan, Silbernagel and Thomee). */
export function painRuleSentences(rule: PainRule, locale: Locale): PainRuleWords {
  const t = documentTranslator(locale);
  const zone = (zone: PainZone, min: number, max: number, own: string | null): PainZoneWords => ({
    zone,
    name: t(`zone.${zone}.name`),
    action: t(`zone.${zone}.action`),
    range: min === max ? t("pain", { n: min }) : t("painRange", { min, max }),
    text: own?.trim() || t(`${zone}Text`),
  });
  return {
    title: t("painRuleTitle"),
    scale: t("painScale"),
    zones: [
      zone("green", 0, rule.greenMax, rule.greenText),
      zone("amber", rule.greenMax + 1, rule.amberMax, rule.amberText),
      zone("red", rule.amberMax + 1, 10, rule.redText),
    ],
    settled: t("settled", { n: rule.settledMax }),
  };
}

/** What to do, the signs it is for, and what to say on the phone. */
export interface StopAdvice {
  readonly kind: "emergency" | "urgent" | "stop";
  readonly title: string;
  readonly signs: readonly string[];
  readonly say: string;
}

export interface StopWords {
  readonly title: string;
  /** Most urgent first. */
  readonly advice: readonly StopAdvice[];
  readonly notWatched: string;
}

/** The stop and emergency text with the clinic's own numbers (clinical rule: stop and emergency text). */
export function stopText(
  locale: Locale,
  { emergencyNumber, phone }: { emergencyNumber: string; phone: string | null },
): StopWords {
  const t = documentTranslator(locale);
  return {
    title: t("stopTitle"),
    advice: [
      {
        kind: "emergency",
        title: t("emergency.title", { number: emergencyNumber }),
        signs: [t("emergency.signs.chest"), t("emergency.signs.cauda"), t("emergency.signs.head")],
        say: t("emergency.say"),
      },
      {
        kind: "urgent",
        title: t("urgent.title"),
        signs: [t("urgent.signs.calf")],
        say: t("urgent.say"),
      },
      {
        kind: "stop",
        title: phone ? t("stop.titleWithPhone", { phone }) : t("stop.title"),
        signs: [t("stop.signs.pain"), t("stop.signs.nerve")],
        say: t("stop.say"),
      },
    ],
    notWatched: t("notWatched"),
  };
}
