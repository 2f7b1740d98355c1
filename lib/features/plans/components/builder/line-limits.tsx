"use client";

import { type Dispatch, useId } from "react";
import { useTranslations } from "use-intl";
import { PAIN_RULE_BOUNDS } from "../../../../domain/pain/pain-rule";
import type { PainLimits } from "../../../../domain/plan/line";
import type { PainRule } from "../../../../domain/plan/plan-document";
import { Button } from "../../../../ui/button";
import type { BuilderAction } from "../../builder-state";
import type { ContentLine } from "../../draft-content";
import { withLimit } from "../../pain-limits";

const FIELDS = [
  ["greenMax", "green"],
  ["amberMax", "amber"],
] as const;

/** Pain limits of one exercise where they differ from the plan's; both are shown. */
export function LineLimits({
  line,
  limits,
  rule,
  dispatch,
}: {
  line: ContentLine;
  limits: PainLimits;
  /** The plan's. */
  rule: PainRule;
  dispatch: Dispatch<BuilderAction>;
}) {
  const t = useTranslations("structure.line");
  const id = useId();
  const put = (next: PainLimits | null) =>
    dispatch({
      type: "structure",
      change: { of: "line-limits", lineId: line.lineId, limits: next },
    });
  return (
    <fieldset className="mt-3 min-w-0">
      <legend className="mb-1 text-sm font-semibold">{t("limits")}</legend>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {FIELDS.map(([field, label]) => {
          const { min, max } = PAIN_RULE_BOUNDS[field];
          return (
            <span key={field} className="flex items-center gap-2">
              <label htmlFor={`${id}-${field}`}>{t(label)}</label>
              <select
                id={`${id}-${field}`}
                value={limits[field]}
                onChange={(event) => put(withLimit(limits, field, Number(event.target.value)))}
                className="min-h-target-sm rounded-control border border-control bg-surface px-2 tabular-nums"
              >
                {Array.from({ length: max - min + 1 }, (_, i) => min + i).map((n) => (
                  <option key={n} value={n}>
                    {n}
                  </option>
                ))}
              </select>
            </span>
          );
        })}
        <Button variant="quiet" size="sm" onClick={() => put(null)}>
          {t("limitsRemove")}
        </Button>
      </div>
      <p className="mt-1 text-sm text-secondary tabular-nums">
        {t("limitsPlan", { green: rule.greenMax, amber: rule.amberMax })}
      </p>
    </fieldset>
  );
}
