"use client";

import { useEffect, useState } from "react";
import { draftExercises, type SessionDraft } from "../offline/session-draft";
import { LogForm } from "./log-form";
import { PlayerAfter } from "./player-after";
import { PlayerBefore } from "./player-before";
import { PlayerDone } from "./player-done";
import { PlayerExercise } from "./player-exercise";
import { go, usePortal } from "./portal-context";
import { type Finished, useRecordDraft } from "./record-draft";

/** The session: a past one as a form, today's exercise by exercise. A reload goes on where it was. */
export function PlayerScreen() {
  const { state, client } = usePortal();
  const [finished, setFinished] = useState<Finished | null>(null);
  const record = useRecordDraft();
  const { draft, form } = state;
  const idle = !draft && !form && !finished;
  useEffect(() => {
    if (idle) go("/today");
  }, [idle]);

  if (finished) return <PlayerDone finished={finished} />;
  if (form) {
    return <LogForm key={form.id} form={form} />;
  }
  if (!draft) return null;
  const finish = async () => {
    const entry = await record(draft);
    setFinished({ entry, draft });
    await client.saveDraft(null);
    window.scrollTo(0, 0);
  };
  return <Player draft={draft} onFinish={finish} />;
}

function Player({ draft, onFinish }: { draft: SessionDraft; onFinish: () => Promise<void> }) {
  const { state, client, locale } = usePortal();
  const plan = state.snapshot?.plans.find((each) => each.planId === draft.planId);
  const gone = plan === undefined;
  useEffect(() => {
    if (gone) go("/today");
  }, [gone]);
  if (!plan) return null;
  const exercises = draftExercises(draft, plan, locale);
  const save = (next: SessionDraft) => void client.saveDraft(next);
  const toStep = (step: number) => {
    save({ ...draft, step });
    window.scrollTo(0, 0);
    document.getElementById("main")?.focus({ preventScroll: true });
  };
  const props = { draft, plan, exercises, save, toStep };
  const exercise = exercises[draft.step - 1];
  if (draft.step === 0) return <PlayerBefore {...props} />;
  if (exercise)
    return <PlayerExercise key={exercise.prescribedId} {...props} exercise={exercise} />;
  return <PlayerAfter {...props} onFinish={onFinish} />;
}
