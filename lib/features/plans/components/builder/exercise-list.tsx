"use client";

import { GridList, GridListItem } from "react-aria-components/GridList";
import { DropIndicator, useDragAndDrop } from "react-aria-components/useDragAndDrop";
import { useTranslations } from "use-intl";
import type { PrecautionFinding } from "../../../../domain/cautions/precaution-check";
import type { LadderDirection } from "../../../../domain/plan/line";
import { cx } from "../../../../ui/cx";
import type { BuilderData } from "../../builder-queries";
import { type CardFinding, ExerciseCard } from "./exercise-card";
import type { Builder } from "./use-builder";
import type { Phases } from "./use-phases";
import type { Selection } from "./use-selection";

export interface ExerciseListProps {
  readonly data: BuilderData;
  readonly builder: Builder;
  readonly phases: Phases;
  readonly selection: Selection;
  readonly findingsOf: (lineId: string) => readonly CardFinding[];
  /** To a place among the exercises that are shown. */
  readonly onMove: (lineId: string, to: number) => void;
  readonly onRemove: (lineId: string) => void;
  readonly onShowFinding: (finding: PrecautionFinding) => void;
  readonly onStar: (lineId: string) => void;
  readonly onLadder: (lineId: string, direction: LadderDirection) => void;
  readonly onRemoveStep: (stepId: string) => void;
}

/** The exercises that are shown, in order; moved by mouse, touch or keyboard, and announced while moving. */
export function ExerciseList(props: ExerciseListProps) {
  const { builder, selection, onMove } = props;
  const t = useTranslations("plans.builder.list");
  const lines = builder.shown.visible;
  const names = new Map(lines.map(({ lineId, slug }) => [lineId, builder.exerciseOf(slug).name]));
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ "text/plain": names.get(String(key)) ?? "" })),
    onReorder({ keys, target }) {
      const lineId = String([...keys][0]);
      const rest = lines.filter((line) => line.lineId !== lineId);
      const at = rest.findIndex((line) => line.lineId === target.key);
      if (at >= 0) onMove(lineId, target.dropPosition === "before" ? at : at + 1);
    },
    renderDropIndicator: (target) => (
      <DropIndicator
        target={target}
        className="-my-1.5 h-0.5 rounded-full data-drop-target:bg-spruce"
      />
    ),
  });
  return (
    <div data-plan-lines>
      <GridList
        aria-label={t("label")}
        selectionMode="none"
        keyboardNavigationBehavior="tab"
        dragAndDropHooks={dragAndDropHooks}
        className="grid grid-cols-1 gap-3 outline-none"
      >
        {lines.map((line, position) => (
          <GridListItem
            key={line.lineId}
            id={line.lineId}
            textValue={names.get(line.lineId) ?? ""}
            className={cx(
              "group/line rounded-card border bg-surface data-dragging:opacity-50 data-focus-visible:outline-2 data-focus-visible:outline-spruce",
              selection.has(line.lineId) ? "border-spruce-mid" : "border-line",
            )}
          >
            <ExerciseCard
              {...props}
              line={line}
              exercise={builder.exerciseOf(line.slug)}
              position={position}
              count={lines.length}
            />
          </GridListItem>
        ))}
      </GridList>
    </div>
  );
}
