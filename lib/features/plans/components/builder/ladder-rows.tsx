"use client";

import { type Dispatch, useState } from "react";
import { useTranslations } from "use-intl";
import type { LadderStep } from "../../../../domain/plan/line";
import { dosageShort } from "../../../../i18n/dosage-words";
import { IconButton } from "../../../../ui/button";
import { cx } from "../../../../ui/cx";
import { Icon } from "../../../../ui/icon";
import type { BuilderAction, Pending } from "../../builder-state";
import type { ContentLine } from "../../draft-content";
import type { PlanExercise } from "../../exercise-queries";
import { DosageFields } from "./dosage-fields";

interface LadderRowsProps {
  readonly line: ContentLine;
  readonly exerciseOf: (slug: string) => PlanExercise;
  readonly pending: Pending;
  readonly dispatch: Dispatch<BuilderAction>;
  readonly onRemoveStep: (stepId: string) => void;
}

/** The variants of an exercise as quiet chips; a press opens the dose. */
export function LadderRows(props: LadderRowsProps) {
  const { line } = props;
  const [opened, setOpened] = useState<string | null>(null);
  if (line.ladder.length === 0) return null;
  const step = line.ladder.find(({ stepId }) => stepId === opened);
  return (
    <div className="mt-2">
      <div className="flex flex-wrap gap-1.5">
        {line.ladder.map((one) => (
          <StepChip
            key={one.stepId}
            {...props}
            step={one}
            isOpen={one.stepId === opened}
            onPress={() => setOpened(one.stepId === opened ? null : one.stepId)}
          />
        ))}
      </div>
      {step && <StepEditor key={step.stepId} {...props} step={step} />}
    </div>
  );
}

function StepChip({
  step,
  exerciseOf,
  pending,
  isOpen,
  onPress,
}: LadderRowsProps & { step: LadderStep; isOpen: boolean; onPress: () => void }) {
  const t = useTranslations("structure.ladder");
  const { name } = exerciseOf(step.slug);
  const isTyped = Object.keys(pending.dosage[step.stepId] ?? {}).length > 0;
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      data-step={step.stepId}
      onClick={onPress}
      className={cx(
        "inline-flex min-h-8 max-w-full items-center gap-1.5 rounded-full border px-3 text-left text-sm hover:border-control",
        isOpen ? "border-spruce-line bg-spruce-tint" : "border-line bg-paper",
        isTyped && !isOpen && "border-clay",
      )}
    >
      <span className="min-w-0 truncate" title={name}>
        {t(`step.${step.direction}`, { name })}
      </span>
      <span className="shrink-0 text-secondary tabular-nums">{dosageShort(step.dosage, "en")}</span>
      <Icon name="chevron-down" className={cx("!size-3 shrink-0", isOpen && "rotate-180")} />
    </button>
  );
}

function StepEditor({
  line,
  step,
  exerciseOf,
  pending,
  dispatch,
  onRemoveStep,
}: LadderRowsProps & { step: LadderStep }) {
  const t = useTranslations("structure.ladder");
  const { stepId } = step;
  const exercise = exerciseOf(step.slug);
  const first = line.ladder.find(({ direction }) => direction === step.direction);
  return (
    <fieldset className="mt-2 flex min-w-0 items-start gap-2 border-l-3 border-spruce-line pl-3">
      <legend className="sr-only">{t("edit", { name: exercise.name })}</legend>
      <div className="min-w-0 flex-1">
        <DosageFields
          lineId={stepId}
          dosage={step.dosage}
          typed={pending.dosage[stepId] ?? {}}
          start={exercise.dosage}
          dispatch={dispatch}
          amountOnly
        />
      </div>
      <span className="flex shrink-0">
        {first?.stepId !== stepId && (
          <IconButton
            icon="arrow-up"
            size="sm"
            label={t("first", { name: exercise.name })}
            onClick={() => dispatch({ type: "structure", change: { of: "raise-step", stepId } })}
          />
        )}
        <IconButton
          icon="close"
          size="sm"
          label={t("remove", { name: exercise.name })}
          onClick={() => onRemoveStep(stepId)}
        />
      </span>
    </fieldset>
  );
}
