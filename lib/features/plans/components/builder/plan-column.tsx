"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { PrecautionFinding } from "../../../../domain/cautions/precaution-check";
import { Button } from "../../../../ui/button";
import { cx } from "../../../../ui/cx";
import { EmptyState } from "../../../../ui/empty-state";
import { Notice } from "../../../../ui/notice";
import type { BuilderData } from "../../builder-queries";
import { AdviceSection, type AdviceSectionProps } from "./advice-section";
import { DraftText } from "./draft-text";
import { ExerciseList } from "./exercise-list";
import { PainRuleEditor } from "./pain-rule-editor";
import { PrecautionPanel } from "./precaution-panel";
import type { Builder } from "./use-builder";

/** The plan itself: what it asks of the patient, its exercises, the check, the pain rule, the note and the advice. */
export function PlanColumn({
  data,
  builder,
  onMove,
  onRemove,
  onShowFinding,
  onAddExercise,
  advice,
  onInsertTemplate,
  onSaveTemplate,
  addLine,
}: {
  data: BuilderData;
  builder: Builder;
  onMove: (lineId: string, to: number) => void;
  onRemove: (lineId: string) => void;
  onShowFinding: (finding: PrecautionFinding) => void;
  onAddExercise: () => void;
  advice: Pick<AdviceSectionProps, "onAdd" | "onMove" | "onRemove">;
  onInsertTemplate: () => void;
  onSaveTemplate: () => void;
  /** The field that adds an exercise. */
  addLine: ReactNode;
}) {
  const t = useTranslations("plans.builder");
  const { state, dispatch, burden, check, exerciseOf, saver } = builder;
  const { content, pending } = state;
  return (
    <div className="mx-auto grid max-w-3xl grid-cols-1 gap-5">
      <SaveProblem builder={builder} />
      <div>
        <div className="flex flex-wrap items-center justify-between gap-x-4">
          <p className={cx("text-secondary tabular-nums", burden.exerciseCount === 0 && "sr-only")}>
            {t("burden.line", {
              count: burden.exerciseCount,
              session: burden.minutesPerSession,
              day: burden.minutesPerDay,
            })}
          </p>
          {content.lines.length > 0 && (
            <Button
              variant="quiet"
              size="sm"
              className="-mx-3 -my-1"
              aria-keyshortcuts="Alt+Shift+T"
              onClick={onSaveTemplate}
            >
              {t("saveTemplate")}
            </Button>
          )}
        </div>
        {burden.exerciseCount > data.burdenLimit && (
          <Notice tone="marigold" icon="info" className="mt-2">
            {t("burden.nudge", { limit: data.burdenLimit })}
          </Notice>
        )}
      </div>
      {content.lines.length === 0 ? (
        <EmptyState
          icon="list"
          title={t("list.empty")}
          action={
            <>
              <Button icon="plus" onClick={onAddExercise}>
                {t("addExercise")}
              </Button>
              <Button icon="list" onClick={onInsertTemplate}>
                {t("insertTemplate")}
              </Button>
            </>
          }
        >
          {t("list.emptyText")}
        </EmptyState>
      ) : (
        <div className="grid grid-cols-1 gap-3">
          <h2 className="sr-only">{t("list.label")}</h2>
          <ExerciseList
            lines={content.lines}
            exerciseOf={exerciseOf}
            pending={pending}
            locale={data.sheet.locale}
            words={builder.words}
            findingsOf={check.findingsOf}
            dispatch={dispatch}
            onMove={onMove}
            onRemove={onRemove}
            onDuplicate={builder.duplicate}
            onShowFinding={onShowFinding}
          />
        </div>
      )}
      {/* One place for both: the focus stays in the field when the first exercise comes. */}
      <div className="-mt-2 flex items-start gap-3">
        {addLine}
        {content.lines.length > 0 && (
          <button
            type="button"
            onClick={onInsertTemplate}
            className="min-h-14 rounded-card border border-dashed border-control/60 px-4 text-secondary hover:border-ink hover:text-ink max-lg:hidden"
          >
            {t("insertTemplate")}
          </button>
        )}
      </div>
      <PrecautionPanel
        data={data}
        findings={check.findings}
        unresolved={check.unresolved}
        lines={content.lines}
        exerciseOf={exerciseOf}
        dispatch={dispatch}
        onRemove={onRemove}
        flush={() => saver.flush()}
      />
      <PainRuleEditor
        rule={content.painRule}
        pending={pending}
        locale={data.sheet.locale}
        dispatch={dispatch}
      />
      <DraftText
        label={t("note.title")}
        hint={t("note.hint", { language: t(`language.${data.sheet.locale}`) })}
        field="note"
        value={content.note}
        pending={pending}
        dispatch={dispatch}
        rows={3}
      />
      <AdviceSection
        ids={content.advice}
        items={data.advice}
        titleOf={builder.names.titleOf}
        {...advice}
      />
    </div>
  );
}

function SaveProblem({ builder: { status, saver } }: { builder: Builder }) {
  const t = useTranslations("plans.builder.failed");
  if (status.kind !== "failed") return null;
  return (
    <div role="alert" className="sticky top-16 z-10 lg:top-0">
      <Notice
        tone="clay"
        icon="offline"
        title={t("title")}
        actions={
          <Button size="sm" onClick={() => void saver.flush()}>
            {t("retry")}
          </Button>
        }
      >
        {status.message ?? t("offline")}
      </Notice>
    </div>
  );
}
