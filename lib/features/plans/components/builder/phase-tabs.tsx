"use client";

import { useTranslations } from "use-intl";
import { MAX_PHASES } from "../../../../domain/plan/phase";
import { Chip, ChipRow } from "../../../../ui/chip";
import { cx } from "../../../../ui/cx";
import { Icon } from "../../../../ui/icon";
import type { Builder } from "./use-builder";
import type { Phases } from "./use-phases";

/** The phases over the list. A plan without any has one quiet button. */
export function PhaseTabs({
  builder,
  phases: { show, add },
  canEdit,
}: {
  builder: Builder;
  phases: Phases;
  canEdit: boolean;
}) {
  const t = useTranslations("structure.phase");
  const { shown: at, state } = builder;
  const { phases } = state.content;
  const isFull = phases.length >= MAX_PHASES;
  const addChip = canEdit && !isFull && (
    <button
      type="button"
      aria-label={t("addLabel")}
      data-add-phase
      onClick={add}
      className={cx(
        "inline-flex min-h-target-sm items-center gap-1.5 rounded-full border border-line px-3.5 py-1 text-sm text-secondary hover:border-control hover:text-ink",
        phases.length === 0 ? "border-dashed" : "bg-surface",
      )}
    >
      <Icon name="plus" className="!size-3.5" />
      {t("add")}
    </button>
  );
  if (phases.length === 0) return addChip || null;
  return (
    <ChipRow label={t("row")}>
      {phases.map((phase) => (
        <Chip
          key={phase.phaseId}
          data-phase-tab
          selected={at.phase?.phaseId === phase.phaseId}
          title={at.nameOf(phase)}
          className="max-w-64"
          onClick={() => show({ phaseId: phase.phaseId })}
        >
          <span className="min-w-0 truncate">{at.nameOf(phase)}</span>
        </Chip>
      ))}
      <Chip data-phase-tab selected={at.shown === "all"} onClick={() => show("all")}>
        {t("all")}
      </Chip>
      {addChip}
    </ChipRow>
  );
}
