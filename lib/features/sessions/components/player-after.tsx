"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { NOTE_MAX } from "../../../domain/session/log-bounds";
import { Button } from "../../../ui/button";
import { TextArea } from "../../../ui/text-area";
import { type SessionDraft, unanswered } from "../offline/session-draft";
import { PainAnswer, PainQuestion } from "./pain-question";
import { PlayerFrame, type StepProps } from "./player-frame";
import { usePortal } from "./portal-context";

/** True when there is nothing in it to hand in. */
export function isEmptyDraft(draft: SessionDraft): boolean {
  return (
    draft.painBefore === null &&
    draft.painAfter === null &&
    draft.note.trim() === "" &&
    !draft.stoppedForPain &&
    Object.values(draft.answers).every((a) => a.outcome === null && a.painWorst === null)
  );
}

/** After the last exercise: pain afterwards, a note, and what is still open. */
export function PlayerAfter({
  onFinish,
  ...props
}: StepProps & { readonly onFinish: () => Promise<void> }) {
  const { draft, plan, exercises, save, toStep } = props;
  const t = useTranslations("portal.player");
  const { locale } = usePortal();
  const [pending, setPending] = useState(false);
  const empty = isEmptyDraft(draft);
  return (
    <PlayerFrame
      draft={draft}
      place={t("placeAfter")}
      actions={
        <>
          <Button className="min-w-[5rem] flex-1" onClick={() => toStep(exercises.length)}>
            {t("back")}
          </Button>
          <Button
            className="min-w-[10rem] flex-[2]"
            variant="primary"
            disabled={empty}
            pending={pending}
            pendingLabel={t("saving")}
            onClick={() => {
              setPending(true);
              void onFinish();
            }}
          >
            {t("finish")}
          </Button>
        </>
      }
    >
      <h1 className="text-2xl">{t("afterTitle")}</h1>
      <div className="mt-4 grid gap-6">
        <StillOpen {...props} />
        <div className="grid gap-4">
          <PainQuestion
            label={t("afterQuestion")}
            value={draft.painAfter}
            onChange={(painAfter) => save({ ...draft, painAfter })}
          />
          {draft.painAfter !== null && (
            <PainAnswer pain={draft.painAfter} rule={plan.documents[locale].painRule} />
          )}
        </div>
        <NoteField draft={draft} save={save} />
        {empty && <p className="text-secondary">{t("empty")}</p>}
      </div>
    </PlayerFrame>
  );
}

/** The note to the therapist. */
export function NoteField({ draft, save }: Pick<StepProps, "draft" | "save">) {
  const t = useTranslations("portal.player");
  return (
    <TextArea
      label={t("note")}
      hint={t("noteHint")}
      maxLength={NOTE_MAX}
      value={draft.note}
      onChange={(event) => save({ ...draft, note: event.target.value })}
    />
  );
}

function StillOpen({ draft, exercises, toStep }: StepProps) {
  const t = useTranslations("portal.player");
  const open = new Set(unanswered(draft));
  if (open.size === 0) return null;
  return (
    <section className="rounded-card border border-line bg-surface px-4 py-3">
      <p>{t("open", { n: open.size })}</p>
      <ul>
        {exercises.map((exercise, i) =>
          open.has(exercise.prescribedId) ? (
            <li key={exercise.prescribedId}>
              <button
                type="button"
                onClick={() => toStep(i + 1)}
                className="min-h-target text-left font-semibold text-spruce underline underline-offset-4"
              >
                {exercise.name}
              </button>
            </li>
          ) : null,
        )}
      </ul>
    </section>
  );
}
