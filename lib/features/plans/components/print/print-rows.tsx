"use client";

import { useTranslations } from "use-intl";
import { Badge } from "../../../../ui/badge";
import type { PrintRow } from "../../print-queries";

/** A box to tick for each plan. */
export function PrintRows({
  rows,
  chosen,
  disabled,
  onToggle,
}: {
  rows: readonly PrintRow[];
  chosen: ReadonlySet<string>;
  disabled: boolean;
  onToggle: (planId: string) => void;
}) {
  const t = useTranslations("handout.print");
  return (
    <fieldset
      disabled={disabled}
      className="mt-4 min-w-0 divide-y divide-line rounded-card border border-line bg-surface"
    >
      <legend className="sr-only">{t("choose")}</legend>
      {rows.map(({ planId, patientName, planTitle, number, isPrinted, visit }) => (
        <label
          key={planId}
          className="flex cursor-pointer items-start gap-3 px-4 py-3 has-checked:bg-spruce-tint/40 has-disabled:cursor-default"
        >
          <input
            type="checkbox"
            checked={chosen.has(planId)}
            onChange={() => onToggle(planId)}
            className="mt-[0.12em] size-[1.3em] shrink-0 accent-spruce"
          />
          <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <span className="min-w-0 [overflow-wrap:anywhere]">
              <bdi className="font-semibold">{patientName}</bdi>
              <span className="block text-sm text-secondary">
                {t("planVersion", { title: planTitle, number })}
              </span>
            </span>
            <span className="flex flex-wrap items-center gap-2 text-sm tabular-nums">
              {visit && (visit.time ? t("visitAt", { time: visit.time }) : t("visitToday"))}
              {!isPrinted && <Badge tone="spruce">{t("notPrinted")}</Badge>}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
