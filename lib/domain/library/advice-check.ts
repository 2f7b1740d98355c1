import { ADVICE_KINDS, type Locale } from "../plan/plan-document";
import { among, REVIEW_STATES } from "./content-check";
import { REGIONS } from "./facets";

/** Characters of an advice: a line for its title, three or four on paper for its text (design judgement). */
export const ADVICE_TITLE_MAX = 60;
export const ADVICE_TEXT_MAX = 280;

/** How many items every new plan starts with: what a patient reads before the first session. */
export const DEFAULTS = { min: 4, max: 6 } as const;

/** One advice, as far as the check looks at it. */
export interface CheckedAdvice {
  readonly id: string;
  readonly kind: string;
  readonly regions: readonly string[];
  readonly isDefault: boolean;
  /** General rules that it carries. */
  readonly rules: readonly string[];
  /** Empty where it is our own, as the words of the stop text are. */
  readonly sources: readonly string[];
  readonly reviewState: string;
  readonly words: Readonly<
    Partial<Record<Locale, { readonly title: string; readonly text: string }>>
  >;
}

/** The general rules of the source documents, and those that are left out on purpose with the reason. */
export interface AdviceRules {
  readonly all: readonly string[];
  readonly leftOut: Readonly<Record<string, string>>;
}

const length = (text: string) => Array.from(text).length;

function wordFaults({ words }: CheckedAdvice, locale: Locale): string[] {
  const own = words[locale];
  if (!own) return [`has no text in ${locale}`];
  const fields = [
    ["title", own.title, ADVICE_TITLE_MAX],
    ["text", own.text, ADVICE_TEXT_MAX],
  ] as const;
  return fields.flatMap(([field, value, max]) => {
    if (!value?.trim()) return [`has no ${field} in ${locale}`];
    return length(value) > max
      ? [`has a ${field} of more than ${max} characters in ${locale}`]
      : [];
  });
}

function ruleFaults(items: readonly CheckedAdvice[], { all, leftOut }: AdviceRules): string[] {
  const carried = new Set(items.flatMap(({ rules }) => rules));
  const named = new Set([...carried, ...Object.keys(leftOut)]);
  return [
    ...all.flatMap((rule) => {
      if (carried.has(rule) && rule in leftOut)
        return [`rule "${rule}" is carried and left out at once`];
      return named.has(rule) ? [] : [`rule "${rule}" is neither carried nor left out`];
    }),
    ...[...named].filter((rule) => !all.includes(rule)).map((rule) => `rule "${rule}" is unknown`),
    ...Object.entries(leftOut).flatMap(([rule, reason]) =>
      reason.trim() ? [] : [`rule "${rule}" is left out without a reason`],
    ),
  ];
}

/**
 * What the advice lacks or contradicts, a sentence each. Empty: every item has its words in each
 * language and within bounds, known regions and kind, its sources and an id of its own; a few are on
 * every new plan; and each general rule is either carried or left out with a reason, never both.
 */
export function adviceFaults(
  items: readonly CheckedAdvice[],
  locales: readonly Locale[],
  rules: AdviceRules,
): string[] {
  const defaults = items.filter(({ isDefault }) => isDefault).length;
  const { min, max } = DEFAULTS;
  return [
    ...items.flatMap((item, i) =>
      [
        ...(items.findIndex(({ id }) => id === item.id) === i ? [] : ["stands there twice"]),
        ...among("kind", [item.kind], ADVICE_KINDS),
        ...among("region", item.regions, REGIONS),
        ...among("review state", [item.reviewState], REVIEW_STATES),
        ...(item.rules.length > 0 && item.sources.length === 0
          ? ["carries rules and names no source"]
          : []),
        ...locales.flatMap((locale) => wordFaults(item, locale)),
      ].map((fault) => `advice ${item.id} ${fault}`),
    ),
    ...(defaults < min || defaults > max
      ? [`advice: ${defaults} are on every new plan; it should be ${min} to ${max}`]
      : []),
    ...ruleFaults(items, rules),
  ];
}
