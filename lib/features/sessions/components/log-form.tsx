"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { localDateOf } from "../../../domain/calendar/local-date";
import type { DocumentExercise } from "../../../domain/plan/plan-document";
import { dayWords } from "../../../i18n/day-words";
import { dosageInWords } from "../../../i18n/dosage-words";
import { Button } from "../../../ui/button";
import { Checkbox } from "../../../ui/checkbox";
import { answerOf, draftExercises, type SessionDraft, withAnswer } from "../offline/session-draft";
import { ExerciseAnswerFields } from "./exercise-answer";
import { PainQuestion } from "./pain-question";
import { isEmptyDraft, NoteField } from "./player-after";
import { go, usePortal } from "./portal-context";
import { useRecordDraft } from "./record-draft";

/** A past session on one page: filled in afterwards, or corrected. */
export function LogForm({ form }: { form: SessionDraft }) {
  const t = useTranslations("portal.form");
  const { state, client, locale, zone } = usePortal();
  const record = useRecordDraft();
  const [pending, setPending] = useState(false);
  const plan = state.snapshot?.plans.find((each) => each.planId === form.planId);
  const gone = plan === undefined;
  useEffect(() => {
    if (gone) go("/today");
  }, [gone]);
  if (!plan) return null;

  const save = (next: SessionDraft) => void client.saveForm(next);
  const back = form.mode === "correct" ? "/progress" : "/today";
  const leave = async () => {
    await client.saveForm(null);
    go(back);
  };
  const day = form.localOn ?? localDateOf(new Date(form.occurredAt), zone);
  const date = dayWords(day, locale);
  const exercises = draftExercises(form, plan, locale);
  return (
    <div className="grid gap-7">
      <header>
        <h1 className="text-2xl">
          {form.mode === "correct" ? t("correctTitle", { date }) : t("lateTitle", { date })}
        </h1>
        <p className="mt-1 text-secondary">
          {form.mode === "correct" ? t("correctText") : t("lateText")}
        </p>
      </header>
      <PainQuestion
        label={t("before")}
        value={form.painBefore}
        onChange={(painBefore) => save({ ...form, painBefore })}
      />
      <ol className="grid gap-7 border-y border-line py-6">
        {exercises.map((exercise) => (
          <ExerciseRow key={exercise.prescribedId} exercise={exercise} form={form} save={save} />
        ))}
      </ol>
      <PainQuestion
        label={t("after")}
        value={form.painAfter}
        onChange={(painAfter) => save({ ...form, painAfter })}
      />
      <Checkbox
        label={t("stopped")}
        checked={form.stoppedForPain}
        onChange={(event) => save({ ...form, stoppedForPain: event.target.checked })}
      />
      <NoteField draft={form} save={save} />
      <div className="grid gap-2">
        <Button
          wide
          size="lg"
          variant="primary"
          disabled={isEmptyDraft(form)}
          pending={pending}
          onClick={() => {
            setPending(true);
            void record(form).then(leave);
          }}
        >
          {t("save")}
        </Button>
        <Button wide variant="quiet" onClick={() => void leave()}>
          {t("cancel")}
        </Button>
      </div>
    </div>
  );
}

function ExerciseRow({
  exercise,
  form,
  save,
}: {
  exercise: DocumentExercise;
  form: SessionDraft;
  save: (next: SessionDraft) => void;
}) {
  const { locale } = usePortal();
  return (
    <li>
      <h2 className="text-lg">{exercise.name}</h2>
      <p className="mb-3 text-sm text-secondary tabular-nums">
        {dosageInWords(exercise.dosage, locale).amount}
      </p>
      <ExerciseAnswerFields
        exercise={exercise}
        answer={answerOf(form, exercise.prescribedId)}
        onChange={(said) => save(withAnswer(form, exercise.prescribedId, said))}
      />
    </li>
  );
}
