"use client";

import type { Dispatch } from "react";
import { GridList, GridListItem } from "react-aria-components/GridList";
import { DropIndicator, useDragAndDrop } from "react-aria-components/useDragAndDrop";
import { useTranslations } from "use-intl";
import type { PrecautionFinding } from "../../../../domain/cautions/precaution-check";
import type { Locale } from "../../../../domain/plan/plan-document";
import type { BuilderAction, Pending } from "../../builder-state";
import type { ContentLine } from "../../draft-content";
import type { ExerciseWords, PlanExercise } from "../../exercise-queries";
import { type CardFinding, ExerciseCard } from "./exercise-card";

export interface ExerciseListProps {
  readonly lines: readonly ContentLine[];
  readonly exerciseOf: (slug: string) => PlanExercise;
  readonly pending: Pending;
  /** The patient's language. */
  readonly locale: Locale;
  /** Texts by slug as the patient will read them. */
  readonly words: Readonly<Record<string, ExerciseWords>>;
  readonly findingsOf: (lineId: string) => readonly CardFinding[];
  readonly dispatch: Dispatch<BuilderAction>;
  readonly onMove: (lineId: string, to: number) => void;
  readonly onRemove: (lineId: string) => void;
  readonly onDuplicate: (lineId: string) => void;
  readonly onShowFinding: (finding: PrecautionFinding) => void;
}

/** The plan's exercises in order; moved by mouse, touch or keyboard, and announced while moving. */
export function ExerciseList(props: ExerciseListProps) {
  const { lines, onMove } = props;
  const t = useTranslations("plans.builder.list");
  const names = new Map(lines.map(({ lineId, slug }) => [lineId, props.exerciseOf(slug).name]));
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
          className="rounded-card border border-line bg-surface data-dragging:opacity-50 data-focus-visible:outline-2 data-focus-visible:outline-spruce"
        >
          <ExerciseCard
            line={line}
            exercise={props.exerciseOf(line.slug)}
            position={position}
            count={lines.length}
            pending={props.pending}
            locale={props.locale}
            writtenIn={props.words[line.slug]?.writtenIn ?? null}
            findings={props.findingsOf(line.lineId)}
            dispatch={props.dispatch}
            onMove={onMove}
            onRemove={props.onRemove}
            onDuplicate={props.onDuplicate}
            onShowFinding={props.onShowFinding}
          />
        </GridListItem>
      ))}
    </GridList>
  );
}
