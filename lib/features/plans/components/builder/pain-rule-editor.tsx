"use client";

import { type Dispatch, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { PAIN_RULE_BOUNDS } from "../../../../domain/pain/pain-rule";
import type { Locale, PainRule } from "../../../../domain/plan/plan-document";
import { PAIN_MAX } from "../../../../domain/session/facts";
import { painRuleSentences } from "../../../../i18n/document-words";
import { Button } from "../../../../ui/button";
import type { BuilderAction, Pending } from "../../builder-state";
import { DraftText } from "./draft-text";

const LIMITS = ["greenMax", "amberMax", "settledMax"] as const;
const LABELS = { greenMax: "green", amberMax: "amber", settledMax: "settled" } as const;
const WORDS = ["greenText", "amberText", "redText"] as const;

const span = (from: number, to: number) => (from === to ? String(from) : `${from}–${to}`);

/** The pain rule of this plan: limits that always fit each other, and the therapist's own words. */
export function PainRuleEditor({
  rule,
  pending,
  locale,
  dispatch,
}: {
  rule: PainRule;
  pending: Pending;
  /** The patient's language, in which the standard sentences are shown. */
  locale: Locale;
  dispatch: Dispatch<BuilderAction>;
}) {
  const t = useTranslations("plans.builder");
  const [opened, setOpened] = useState(false);
  const { zones } = painRuleSentences(
    { ...rule, greenText: null, amberText: null, redText: null },
    locale,
  );
  return (
    <section aria-label={t("pain.title")}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-lg">{t("pain.title")}</h2>
        <Button variant="quiet" size="sm" aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {opened ? t("pain.done") : t("pain.edit")}
        </Button>
      </div>
      <p className="text-sm text-secondary tabular-nums">
        {t("pain.summary", {
          green: span(0, rule.greenMax),
          amber: span(rule.greenMax + 1, rule.amberMax),
          red: span(rule.amberMax + 1, PAIN_MAX),
          settled: rule.settledMax,
        })}
      </p>
      {opened && (
        <div className="mt-3 grid gap-4 rounded-card border border-line bg-surface p-4">
          <p className="text-sm text-secondary">{t("pain.lead")}</p>
          <div className="flex flex-wrap gap-4">
            {LIMITS.map((field) => (
              <Limit
                key={field}
                label={t(`pain.${LABELS[field]}`)}
                bounds={PAIN_RULE_BOUNDS[field]}
                value={rule[field]}
                words={(n) => (field === "settledMax" ? t("pain.settledUnit", { n }) : String(n))}
                onChoose={(value) => dispatch({ type: "pain-limit", field, value })}
              />
            ))}
          </div>
          <p className="font-semibold">{t("pain.ownWords")}</p>
          {WORDS.map((field, i) => (
            <DraftText
              key={field}
              label={t(`pain.words.${field}`)}
              hint={t("pain.standard", { sentence: zones[i]?.text ?? "" })}
              field={field}
              value={rule[field]}
              pending={pending}
              dispatch={dispatch}
              rows={1}
            />
          ))}
        </div>
      )}
    </section>
  );
}

function Limit({
  label,
  bounds,
  value,
  words,
  onChoose,
}: {
  label: string;
  bounds: { readonly min: number; readonly max: number };
  value: number;
  words: (n: number) => string;
  onChoose: (value: number) => void;
}) {
  const id = useId();
  const numbers = Array.from({ length: bounds.max - bounds.min + 1 }, (_, i) => bounds.min + i);
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-semibold">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChoose(Number(event.target.value))}
        className="min-h-target rounded-control border border-control bg-surface px-3 tabular-nums"
      >
        {numbers.map((n) => (
          <option key={n} value={n}>
            {words(n)}
          </option>
        ))}
      </select>
    </div>
  );
}
