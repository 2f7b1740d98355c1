"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { DocumentExercise } from "../../../domain/plan/plan-document";
import { Button } from "../../../ui/button";
import { answerOf, withAnswer } from "../offline/session-draft";
import { ExerciseAnswerFields } from "./exercise-answer";
import { ExerciseGuide } from "./exercise-guide";
import { HurtsSheet } from "./hurts-sheet";
import { PlayerFrame, type StepProps } from "./player-frame";
import { usePortal } from "./portal-context";

/** One exercise: how it is done, and how it went. */
export function PlayerExercise({
  exercise,
  ...props
}: StepProps & { readonly exercise: DocumentExercise }) {
  const { draft, exercises, save, toStep } = props;
  const t = useTranslations("portal.player");
  const { locale } = usePortal();
  const [hurts, setHurts] = useState(false);
  const isLast = draft.step === exercises.length;
  const answer = answerOf(draft, exercise.prescribedId);
  return (
    <PlayerFrame
      draft={draft}
      place={t("place", { n: draft.step, total: exercises.length })}
      actions={
        <>
          <Button className="min-w-[5rem] flex-1 !px-2" onClick={() => toStep(draft.step - 1)}>
            {t("back")}
          </Button>
          <Button className="min-w-[5rem] flex-1 !px-2" onClick={() => setHurts(true)}>
            {t("hurts")}
          </Button>
          <Button
            className="min-w-[6rem] flex-[1.3] !px-2"
            variant={answer.outcome === null ? undefined : "primary"}
            onClick={() => toStep(draft.step + 1)}
          >
            {isLast ? t("finishExercises") : t("next")}
          </Button>
        </>
      }
    >
      <h1 lang={exercise.writtenIn ?? undefined} className="mb-1 text-2xl">
        {exercise.name}
      </h1>
      <ExerciseGuide
        exercise={exercise}
        rule={props.plan.documents[locale].painRule}
        locale={locale}
      />
      <section className="mt-7 border-t border-line pt-5">
        <ExerciseAnswerFields
          exercise={exercise}
          isLead
          answer={answer}
          onChange={(said) => save(withAnswer(draft, exercise.prescribedId, said))}
        />
      </section>
      <HurtsSheet open={hurts} onClose={() => setHurts(false)} exercise={exercise} {...props} />
    </PlayerFrame>
  );
}
