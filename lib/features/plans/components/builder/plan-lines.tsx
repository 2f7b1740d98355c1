"use client";

import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import type { PrecautionFinding } from "../../../../domain/cautions/precaution-check";
import type { LadderDirection } from "../../../../domain/plan/line";
import { EmptyState } from "../../../../ui/empty-state";
import type { BuilderData } from "../../builder-queries";
import type { PlanExercise } from "../../exercise-queries";
import { BulkBar } from "./bulk-bar";
import { BurdenLine } from "./burden-line";
import { ExerciseList } from "./exercise-list";
import { LadderDialog } from "./ladder-dialog";
import { newLineId } from "./line-id";
import { PhaseHead } from "./phase-head";
import { PhaseTabs } from "./phase-tabs";
import type { Builder } from "./use-builder";
import { useLineKeys } from "./use-line-keys";
import { usePhases } from "./use-phases";
import { useSelection } from "./use-selection";

/** The exercises by phase: tabs, what they ask of the patient, the list, and what changes several at once. */
export function PlanLines({
  data,
  builder,
  onMove,
  onRemove,
  onShowFinding,
  announce,
  focusSoon,
  empty,
}: {
  data: BuilderData;
  builder: Builder;
  onMove: (lineId: string, to: number) => void;
  onRemove: (lineId: string) => void;
  onShowFinding: (finding: PrecautionFinding) => void;
  announce: (sentence: string) => void;
  focusSoon: (selector: string) => void;
  /** Stands where the plan has no exercise yet. */
  empty: ReactNode;
}) {
  const t = useTranslations("structure");
  const plans = useTranslations("plans.builder.list");
  const { shown, state, dispatch, nameOfLine } = builder;
  const { lines } = state.content;
  const phases = usePhases(builder, announce, focusSoon);
  const selection = useSelection(shown.visible, announce);
  const [ladder, setLadder] = useState<{ lineId: string; direction: LadderDirection } | null>(null);
  const canEdit = data.endedOn === null;
  const selectedIds = selection.selected.map(({ lineId }) => lineId);

  const star = (lineId: string) => {
    const line = lines.find((one) => one.lineId === lineId);
    if (!line) return;
    const mustDo = !line.mustDo;
    dispatch({ type: "structure", change: { of: "star", lineIds: [lineId], mustDo } });
    announce(t(mustDo ? "star.added" : "star.removed", { name: nameOfLine(lineId) }));
  };
  const removeSelected = () => {
    const stays = shown.visible.find(({ lineId }) => !selection.has(lineId));
    dispatch({ type: "structure", change: { of: "remove-all", lineIds: selectedIds } });
    selection.clear();
    announce(t("bulk.removed", { count: selectedIds.length }));
    focusSoon(stays ? `[data-line="${stays.lineId}"] [slot=drag]` : "[role=combobox]");
  };
  const takeStep = (exercise: PlanExercise) => {
    const line = lines.find((one) => one.lineId === ladder?.lineId);
    if (!ladder || !line) return;
    builder.learn(exercise);
    const stepId = newLineId();
    const { slug, dosage } = exercise;
    const { side, frequency } = line.dosage;
    const step = {
      stepId,
      direction: ladder.direction,
      slug,
      dosage: {
        ...dosage,
        side: dosage.side === "none" || side === "none" ? dosage.side : side,
        frequency,
      },
    };
    dispatch({ type: "structure", change: { of: "add-step", lineId: line.lineId, step } });
    setLadder(null);
    announce(t("ladder.added", { name: exercise.name, way: ladder.direction }));
    focusSoon(`[data-step="${stepId}"]`);
  };
  const removeStep = (stepId: string) => {
    const owner = lines.find(({ ladder: steps }) => steps.some((step) => step.stepId === stepId));
    const name = nameOfLine(stepId);
    dispatch({ type: "structure", change: { of: "remove-step", stepId } });
    announce(t("ladder.removed", { name }));
    if (owner) focusSoon(`[data-line="${owner.lineId}"] [slot=drag]`);
  };

  useLineKeys({
    hasSelection: selectedIds.length > 0,
    onStar: star,
    onPut: (lineId, number) => phases.put(selection.has(lineId) ? selectedIds : [lineId], number),
    onTab: phases.step,
    onExtend: (lineId, by) => {
      const to = selection.extend(lineId, by);
      if (to) focusSoon(`[data-line="${to}"] [data-select]`);
    },
    onSelectAll: selection.all,
    onClear: selection.clear,
    onRemoveSelected: removeSelected,
  });

  const ladderLine = lines.find(({ lineId }) => lineId === ladder?.lineId);
  const hasPhases = state.content.phases.length > 0;
  const tabs = <PhaseTabs builder={builder} phases={phases} canEdit={canEdit} />;
  return (
    <div className="grid grid-cols-1 gap-3">
      {hasPhases && tabs}
      {shown.phase && (
        <PhaseHead builder={builder} phases={phases} phase={shown.phase} canEdit={canEdit} />
      )}
      {(lines.length > 0 || hasPhases) && (
        <BurdenLine
          builder={builder}
          limit={data.burdenLimit}
          aside={hasPhases ? undefined : tabs}
        />
      )}
      {lines.length === 0 && !hasPhases ? (
        empty
      ) : (
        <>
          <h2 className="sr-only">{plans("label")}</h2>
          {shown.visible.length === 0 ? (
            <EmptyState icon="list" title={t("phase.none")}>
              {t("phase.noneText")}
            </EmptyState>
          ) : (
            <ExerciseList
              data={data}
              builder={builder}
              phases={phases}
              selection={selection}
              findingsOf={builder.check.findingsOf}
              onMove={onMove}
              onRemove={onRemove}
              onShowFinding={onShowFinding}
              onStar={star}
              onLadder={(lineId, direction) => setLadder({ lineId, direction })}
              onRemoveStep={removeStep}
            />
          )}
          <BulkBar
            builder={builder}
            phases={phases}
            selection={selection}
            announce={announce}
            onRemove={removeSelected}
          />
        </>
      )}
      {ladder && ladderLine && (
        <LadderDialog
          builder={builder}
          line={ladderLine}
          direction={ladder.direction}
          onTake={takeStep}
          onClose={() => setLadder(null)}
        />
      )}
    </div>
  );
}
