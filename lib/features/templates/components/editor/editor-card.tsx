"use client";

import { type Dispatch, useState } from "react";
import { useTranslations } from "use-intl";
import { FigureThumb } from "../../../../figures/figure-thumb";
import { Button } from "../../../../ui/button";
import { Menu } from "../../../../ui/menu";
import type { BuilderAction, LineText, Pending } from "../../../plans/builder-state";
import { DosageFields } from "../../../plans/components/builder/dosage-fields";
import { DraftText } from "../../../plans/components/builder/draft-text";
import { LadderRows } from "../../../plans/components/builder/ladder-rows";
import type { ContentLine } from "../../../plans/draft-content";
import type { PlanExercise } from "../../../plans/exercise-queries";

const TEXTS: readonly LineText[] = ["cue", "caution"];

/** One exercise of a template: the dose in the builder's own fields, words, variants, and its place. */
export function EditorCard({
  line,
  position,
  count,
  exerciseOf,
  pending,
  dispatch,
  onMove,
  onRemove,
  onDuplicate,
}: {
  line: ContentLine;
  position: number;
  count: number;
  exerciseOf: (slug: string) => PlanExercise;
  pending: Pending;
  dispatch: Dispatch<BuilderAction>;
  onMove: (lineId: string, to: number) => void;
  onRemove: (lineId: string) => void;
  onDuplicate: (lineId: string) => void;
}) {
  const t = useTranslations("plans.builder.list");
  const { lineId, dosage } = line;
  const exercise = exerciseOf(line.slug);
  const [opened, setOpened] = useState<LineText | null>(null);
  const shows = (text: LineText) => line[text] !== null || opened === text;
  const { figureId, photoId } = exercise;
  return (
    <div data-line={lineId} className="flex gap-2.5 py-3 pr-3 pl-3">
      <FigureThumb
        {...{ figureId, photoId, alt: "", mirrored: dosage.side === "left" }}
        className="mt-1 !w-22 self-start max-sm:hidden"
      />
      <div className="min-w-0 flex-1">
        <div className="mb-1.5 flex items-start justify-between gap-2">
          <h2 className="min-w-0 pt-1.5 text-lg leading-snug">
            <span className="mr-1.5 text-secondary tabular-nums">{position + 1}.</span>
            {exercise.name}
          </h2>
          <div className="flex shrink-0 items-center">
            {TEXTS.filter((text) => !shows(text)).map((text) => (
              <Button
                key={text}
                variant="quiet"
                size="sm"
                className="max-sm:hidden"
                onClick={() => setOpened(text)}
              >
                {t(text === "cue" ? "addCue" : "addCaution")}
              </Button>
            ))}
            <Menu
              label={t("actions", { name: exercise.name })}
              size="sm"
              entries={[
                ...TEXTS.filter((text) => !shows(text)).map((text) => ({
                  id: text,
                  label: t(text),
                  icon: "plus" as const,
                  onAction: () => setOpened(text),
                })),
                {
                  id: "up",
                  label: t("moveUp"),
                  icon: "arrow-up",
                  disabled: position === 0,
                  onAction: () => onMove(lineId, position - 1),
                },
                {
                  id: "down",
                  label: t("moveDown"),
                  icon: "arrow-down",
                  disabled: position === count - 1,
                  onAction: () => onMove(lineId, position + 1),
                },
                {
                  id: "copy",
                  label: t("duplicate"),
                  icon: "copy",
                  onAction: () => onDuplicate(lineId),
                },
                {
                  id: "remove",
                  label: t("remove"),
                  icon: "close",
                  danger: true,
                  onAction: () => onRemove(lineId),
                },
              ]}
            />
          </div>
        </div>
        <DosageFields
          lineId={lineId}
          dosage={dosage}
          typed={pending.dosage[lineId] ?? {}}
          start={exercise.dosage}
          dispatch={dispatch}
        />
        <LadderRows
          {...{ line, exerciseOf, pending, dispatch }}
          onRemoveStep={(stepId) =>
            dispatch({ type: "structure", change: { of: "remove-step", stepId } })
          }
        />
        {TEXTS.filter(shows).map((text) => (
          <div key={text} className="mt-2">
            <DraftText
              label={t(text)}
              field={text}
              lineId={lineId}
              value={line[text]}
              pending={pending}
              dispatch={dispatch}
              autoFocus={opened === text}
            />
          </div>
        ))}
      </div>
    </div>
  );
}
