"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { DocumentExercise } from "../../../domain/plan/plan-document";
import { dosageInWords } from "../../../i18n/dosage-words";
import { Button } from "../../../ui/button";
import { Icon } from "../../../ui/icon";
import { Sheet } from "../../../ui/sheet";
import { StarMark } from "../../plans/components/star-mark";
import type { PlanView, TodayLine, todayLines } from "../offline/plan-view";
import { ExerciseGuide } from "./exercise-guide";
import { KeptThumb } from "./kept-figure";
import { PhaseNow } from "./phase-now";
import { usePortal } from "./portal-context";
import { useStartSession } from "./session-card";

/** Today's exercises, still open or done; a press shows how each is done. */
export function TodayList({
  lines,
  view,
}: {
  lines: ReturnType<typeof todayLines>;
  view: PlanView;
}) {
  const t = useTranslations("portal.today");
  const common = useTranslations("common");
  const { locale } = usePortal();
  const start = useStartSession(view);
  const [shown, setShown] = useState<DocumentExercise | null>(null);
  const { asNeeded } = lines;
  const beside = view.document.exercises.length > asNeeded.length;
  return (
    <>
      <PhaseNow view={view} />
      {lines.due.length > 0 && (
        <section aria-label={t("list")}>
          <Lines lines={lines.due} onShow={setShown} />
        </section>
      )}
      {asNeeded.length > 0 && (
        <section>
          {beside && <h2 className="text-lg">{t("neededTitle")}</h2>}
          <Lines lines={asNeeded} onShow={setShown} />
          {beside && (
            <Button wide className="mt-3" onClick={() => start(asNeeded.map((l) => l.exercise))}>
              {t("neededStart")}
            </Button>
          )}
        </section>
      )}
      <Sheet
        open={shown !== null}
        onClose={() => setShown(null)}
        title={shown?.name ?? ""}
        closeLabel={common("close")}
      >
        {shown && <ExerciseGuide exercise={shown} rule={view.document.painRule} locale={locale} />}
      </Sheet>
    </>
  );
}

function Lines({
  lines,
  onShow,
}: {
  lines: readonly TodayLine[];
  onShow: (exercise: DocumentExercise) => void;
}) {
  const t = useTranslations("portal.today");
  return (
    <ul className="divide-y divide-line border-b border-line">
      {lines.map((line) => (
        <li key={line.exercise.prescribedId}>
          <button
            type="button"
            aria-label={t("details", { name: line.exercise.name })}
            aria-describedby={`line-${line.exercise.prescribedId}`}
            onClick={() => onShow(line.exercise)}
            className="flex min-h-20 w-full flex-wrap items-center gap-x-3.5 gap-y-1 rounded-control py-3 text-left hover:bg-sand"
          >
            <span className="relative">
              <KeptThumb exercise={line.exercise} />
              <Mark line={line} />
            </span>
            <span className="flex min-w-0 flex-1 basis-40 items-center gap-3.5">
              <LineWords line={line} />
              <Icon name="chevron-right" className="text-tertiary" />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Mark({ line: { done, due } }: { line: TodayLine }) {
  const isDone = done > 0 && done >= due;
  if (!isDone) return null;
  return (
    <span className="absolute -right-1 -bottom-1 flex size-[28px] items-center justify-center rounded-full border-2 border-paper bg-spruce text-[17px] text-surface">
      <Icon name="check" />
    </span>
  );
}

function LineWords({ line: { exercise, done, due } }: { line: TodayLine }) {
  const t = useTranslations("portal.today");
  const { locale } = usePortal();
  const state =
    done === 0
      ? due > 0
        ? t("listOpen")
        : null
      : done < due
        ? t("listPart", { done, due })
        : t("listDone", { done });
  return (
    <span id={`line-${exercise.prescribedId}`} className="min-w-0 flex-1">
      <span lang={exercise.writtenIn ?? undefined} className="block font-semibold">
        {exercise.name}
      </span>
      <span className="block text-sm text-secondary tabular-nums">
        {dosageInWords(exercise.dosage, locale).amount}
      </span>
      {exercise.mustDo && <StarMark locale={locale} className="text-sm" />}
      {state && done > 0 && (
        <span className="block text-sm font-semibold text-spruce">{state}</span>
      )}
      {state && done === 0 && <span className="sr-only">{state}</span>}
    </span>
  );
}
