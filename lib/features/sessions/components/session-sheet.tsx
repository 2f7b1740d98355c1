"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { daysBetween } from "../../../domain/calendar/local-date";
import { type ExerciseFact, LATE_DAYS } from "../../../domain/session/facts";
import { dayWords } from "../../../i18n/day-words";
import { Button } from "../../../ui/button";
import { Sheet } from "../../../ui/sheet";
import { showToast } from "../../../ui/toast";
import type { PlanView, ViewSession } from "../offline/plan-view";
import { correctionOf, draftEntry, draftExercises } from "../offline/session-draft";
import { go, usePortal } from "./portal-context";

/** One session of the past in full; within seven days it can be corrected or taken back. */
export function SessionSheet({
  session,
  view,
  onClose,
}: {
  session: ViewSession | null;
  view: PlanView;
  onClose: () => void;
}) {
  const t = useTranslations("portal.progress");
  const common = useTranslations("common");
  const { locale } = usePortal();
  const date = session ? dayWords(session.localOn, locale) : "";
  return (
    <Sheet
      open={session !== null}
      onClose={onClose}
      title={t("details", { date })}
      closeLabel={common("close")}
    >
      {session && (
        <div className="grid grid-cols-1 gap-4 pb-2">
          <Said session={session} view={view} />
          <Change key={session.id} session={session} view={view} onClose={onClose} />
        </div>
      )}
    </Sheet>
  );
}

function Said({ session, view }: { session: ViewSession; view: PlanView }) {
  const t = useTranslations("portal");
  const { locale } = usePortal();
  const order = view.facts.versions.find((each) => each.versionId === session.versionId);
  const prescribedIds = (order ?? session).exercises.map((e) => e.prescribedId);
  const said = new Set(session.exercises.map((e) => e.prescribedId));
  const known = draftExercises({ ...session, prescribedIds }, view.plan, locale).filter(
    ({ prescribedId }) => said.has(prescribedId),
  );
  const { painBefore, painAfter, note } = session;
  return (
    <>
      <p className="tabular-nums">
        {t("progress.before")}: {painBefore ?? t("pain.notRated")} · {t("progress.after")}:{" "}
        {painAfter ?? t("pain.notRated")}
      </p>
      <ul className="grid gap-2">
        {known.map((exercise) => (
          <li key={exercise.prescribedId}>
            <p className="font-semibold">{exercise.name}</p>
            <ExerciseSaid
              fact={session.exercises.find((e) => e.prescribedId === exercise.prescribedId)}
            />
          </li>
        ))}
      </ul>
      {note && (
        <p dir="auto" className="whitespace-pre-line border-l-3 border-spruce pl-4">
          {note}
        </p>
      )}
    </>
  );
}

function ExerciseSaid({ fact }: { fact: ExerciseFact | undefined }) {
  const t = useTranslations("portal");
  if (!fact) return null;
  const seconds = (n: number) => `${n} ${t("player.seconds")}`;
  const parts = [
    t(`player.outcome.${fact.outcome}`),
    fact.skipReason && t(`player.skip.${fact.skipReason}`),
    fact.setsDone !== null && `${t("player.sets")} ${fact.setsDone}`,
    fact.repsDone !== null && `${t("player.reps")} ${fact.repsDone}`,
    fact.holdSecondsDone !== null && `${t("player.hold")} ${seconds(fact.holdSecondsDone)}`,
    fact.durationSecondsDone !== null &&
      `${t("player.duration")} ${seconds(fact.durationSecondsDone)}`,
    fact.painWorst !== null && t("pain.value", { n: fact.painWorst }),
    fact.effort && t(`player.effort.${fact.effort}`),
  ].filter(Boolean);
  return <p className="text-sm text-secondary tabular-nums">{parts.join(" · ")}</p>;
}

function Change({
  session,
  view: { plan, facts, today },
  onClose,
}: {
  session: ViewSession;
  view: PlanView;
  onClose: () => void;
}) {
  const t = useTranslations("portal.progress");
  const { client, zone } = usePortal();
  const [asks, setAsks] = useState(false);
  if (daysBetween(session.localOn, today) > LATE_DAYS) {
    return <p className="text-sm text-secondary">{t("tooOld")}</p>;
  }
  const version = facts.versions.find((each) => each.versionId === session.versionId);
  const prescribedIds = (version?.exercises ?? session.exercises).map((e) => e.prescribedId);
  const correction = () => correctionOf(session, { planId: plan.planId, prescribedIds });

  async function correct() {
    await client.saveForm(correction());
    go("/session");
  }

  async function takeBack() {
    const entry = draftEntry(correction(), { typedAt: new Date(), zone });
    await client.record({ ...entry, withdrawn: true });
    onClose();
    showToast({ message: t("takenBack") });
  }

  if (asks) {
    return (
      <div role="alert">
        <p className="font-semibold">{t("takeBackTitle")}</p>
        <p>{t("takeBackText")}</p>
        <div className="mt-3 grid gap-2">
          <Button wide variant="danger" onClick={() => void takeBack()}>
            {t("takeBackNow")}
          </Button>
          <KeepButton onPress={() => setAsks(false)} />
        </div>
      </div>
    );
  }
  return (
    <div className="grid gap-2">
      <Button wide variant="primary" onClick={() => void correct()}>
        {t("correct")}
      </Button>
      <Button wide onClick={() => setAsks(true)}>
        {t("takeBack")}
      </Button>
    </div>
  );
}

function KeepButton({ onPress }: { onPress: () => void }) {
  const t = useTranslations("common");
  return (
    <Button wide onClick={onPress}>
      {t("cancel")}
    </Button>
  );
}
