import { type PainZone, painZone } from "../../../domain/pain/pain-rule";
import type { Locale, PainRule, PlanDocument } from "../../../domain/plan/plan-document";
import { painRuleSentences, stopText } from "../../../i18n/document-words";
import { cx } from "../../../ui/cx";

const ZONE: Record<PainZone, { cell: string; words: string }> = {
  green: { cell: "border-spruce bg-spruce-tint", words: "text-spruce" },
  amber: { cell: "border-marigold bg-marigold-tint", words: "text-marigold" },
  red: { cell: "border-clay bg-clay-tint", words: "text-clay" },
};

const SCORES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
const SECTION = "mt-2 break-inside-avoid border-t-2 border-ink pt-5";

/** The plan's pain rule: the scale in its zones, then each zone in words. */
export function SheetPainRule({
  rule,
  locale,
  as: Heading,
}: {
  rule: PainRule;
  locale: Locale;
  as: "h2" | "h3";
}) {
  const words = painRuleSentences(rule, locale);
  return (
    <section className={SECTION}>
      <Heading className="text-xl">{words.title}</Heading>
      <div aria-hidden="true" className="mt-4 grid grid-cols-11 gap-0.5">
        {SCORES.map((score) => (
          <span
            key={score}
            className={cx(
              "border-t-3 py-1.5 text-center font-semibold tabular-nums [print-color-adjust:exact]",
              ZONE[painZone(score, rule)].cell,
            )}
          >
            {score}
          </span>
        ))}
      </div>
      <p className="mt-1 text-sm text-secondary">{words.scale}</p>
      <dl className="mt-2">
        {words.zones.map(({ zone, name, action, range, text }) => (
          <div
            key={zone}
            className="grid gap-x-6 border-b border-line py-3 sm:grid-cols-[9rem_minmax(0,1fr)] print:grid-cols-[9rem_minmax(0,1fr)]"
          >
            <dt className="font-semibold">
              {range}
              <span className={cx("block", ZONE[zone].words)}>
                {name}: {action}
              </span>
            </dt>
            <dd dir="auto" className="max-w-[65ch] whitespace-pre-line">
              {text}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 max-w-[65ch]">{words.settled}</p>
    </section>
  );
}

const ADVICE = {
  emergency: "border-clay text-clay",
  urgent: "border-clay text-clay",
  stop: "border-marigold text-marigold",
} as const;

/** What to stop for, whom to call and what to say. */
export function SheetStop({ document, as: Heading }: { document: PlanDocument; as: "h2" | "h3" }) {
  const words = stopText(document.locale, document.clinic);
  return (
    <section className={cx(SECTION, "mt-8")}>
      <Heading className="text-xl">{words.title}</Heading>
      {words.advice.map(({ kind, title, signs, say }) => (
        <div key={kind} className={cx("mt-4 border-s-4 ps-4", ADVICE[kind])}>
          <p className="text-lg font-semibold">{title}</p>
          <ul className="list-disc ps-5 text-ink">
            {signs.map((sign) => (
              <li key={sign}>{sign}</li>
            ))}
          </ul>
          <p className="mt-1 text-secondary">{say}</p>
        </div>
      ))}
      <p className="mt-5 font-semibold">{words.notWatched}</p>
    </section>
  );
}
