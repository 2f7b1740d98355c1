"use client";

import { useTranslations } from "use-intl";
import type { DocumentExercise } from "../../../domain/plan/plan-document";
import { buttonClass } from "../../../ui/button";
import { EmptyState } from "../../../ui/empty-state";
import { Icon } from "../../../ui/icon";
import { PlanSheet } from "../../plans/components/plan-sheet";
import { SheetFigure } from "../../plans/components/sheet-figure";
import { currentPhase } from "../offline/plan-view";
import { PlanChoice, useCurrentPlan } from "./current-plan";
import { KeptMedia } from "./kept-media";
import { useFigure, usePortal } from "./portal-context";
import { PortalHeader } from "./portal-header";

/** The whole plan to read, from the same view model as the paper. */
export function PlanScreen() {
  const t = useTranslations("portal.plan");
  const { view, choose } = useCurrentPlan();
  if (!view) {
    return (
      <>
        <PortalHeader title={t("title")} />
        <EmptyState title={t("empty")} icon="list" />
      </>
    );
  }
  const { planId, versionNumber } = view.document;
  return (
    <>
      <PortalHeader title={t("title")} />
      <PlanChoice view={view} choose={choose} />
      <PlanSheet
        document={view.document}
        foldAdvice={view.sessions.length > 0}
        currentPhaseId={currentPhase(view)?.phase.phaseId ?? null}
        figureOf={(exercise) => <KeptSheetFigure exercise={exercise} />}
      />
      <p className="mt-8">
        <a
          href={`/api/plans/${planId}/versions/${versionNumber}/pdf`}
          target="_blank"
          rel="noopener"
          className={buttonClass({ wide: true })}
        >
          <Icon name="print" />
          {t("pdf")}
        </a>
        <span className="mt-1 block text-center text-sm text-secondary">{t("pdfHint")}</span>
      </p>
    </>
  );
}

function KeptSheetFigure({ exercise }: { exercise: DocumentExercise }) {
  const { locale } = usePortal();
  return (
    <>
      <SheetFigure exercise={exercise} figure={useFigure(exercise.figureId)} locale={locale} />
      <KeptMedia exercise={exercise} locale={locale} />
    </>
  );
}
