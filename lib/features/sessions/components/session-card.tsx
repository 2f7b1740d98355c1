"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { todayTarget } from "../../../domain/adherence/day-marks";
import { weekTarget } from "../../../domain/adherence/week-target";
import { weekStartOf } from "../../../domain/calendar/local-date";
import type { DocumentExercise } from "../../../domain/plan/plan-document";
import { hasTarget } from "../../../domain/schedule/due";
import { longDate } from "../../../i18n/date-words";
import { Button, LinkButton } from "../../../ui/button";
import { Card } from "../../../ui/card";
import { nextSession, type PlanView, sessionMinutes, type todayLines } from "../offline/plan-view";
import { newDraft } from "../offline/session-draft";
import { go, usePortal } from "./portal-context";

type Lines = ReturnType<typeof todayLines>;

/** Begins a live session with these exercises and goes to the player. */
export function useStartSession(view: PlanView) {
  const { client, now, state } = usePortal();
  return (exercises: readonly DocumentExercise[]) => {
    const { planId, versionId } = view.document;
    const prescribedIds = exercises.map((exercise) => exercise.prescribedId);
    const device = new Date(now.getTime() - state.skewMs);
    const draft = newDraft({ planId, versionId, prescribedIds }, { now: device, localOn: null });
    void client.saveDraft(draft).then(() => go("/session"));
  };
}

/** The one thing to do now: start, go on, or rest. */
export function SessionCard({ view, lines }: { view: PlanView; lines: Lines }) {
  const { state } = usePortal();
  if (state.draft?.mode === "live") return <Resume />;
  const target = todayTarget(view.facts);
  if (target.scope === "paused") return <Paused view={view} />;
  if (target.scope === "outside") return <NotYet view={view} />;
  if (lines.due.length > 0) return <DueToday view={view} lines={lines} target={target} />;
  if (view.document.exercises.some((e) => hasTarget(e.dosage.frequency))) {
    return <Rest view={view} />;
  }
  return <AsNeeded view={view} lines={lines} />;
}

function DueToday({
  view,
  lines,
  target,
}: {
  view: PlanView;
  lines: Lines;
  target: ReturnType<typeof todayTarget>;
}) {
  const t = useTranslations("portal.today");
  const start = useStartSession(view);
  const exercises = nextSession(lines.due);
  const isAnyDay = target.scope === "week";
  const isDone =
    lines.due.every((line) => line.done >= line.due) && (isAnyDay || target.done >= target.due);
  const several = target.scope === "day" && target.due > 1;
  const title = isDone
    ? t("again")
    : several
      ? t("sessionOf", { n: Math.min(target.done + 1, target.due), total: target.due })
      : t("session");
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-[min(11rem,100%)] flex-1">
          <h2 className="text-lg">{title}</h2>
          <p>
            {t("exercises", { n: exercises.length })} ·{" "}
            {t("minutes", { n: sessionMinutes(exercises) })}
          </p>
          {isAnyDay && !isDone && <p className="text-secondary">{t("anyDayText")}</p>}
          <WeekLine view={view} />
        </div>
        <WeekRing view={view} />
      </div>
      <Button
        wide
        size="lg"
        variant={isDone ? "secondary" : "primary"}
        className="mt-4"
        onClick={() => start(exercises)}
      >
        {isDone ? t("startAgain") : t("start")}
      </Button>
    </Card>
  );
}

function WeekLine({ view }: { view: PlanView }) {
  const t = useTranslations("portal.today");
  const week = weekTarget(view.facts);
  const since = weekStartOf(view.today, view.facts.weekStart);
  const logged = view.sessions.filter(
    ({ localOn, exercises }) =>
      localOn >= since && exercises.some(({ outcome }) => outcome !== "skipped"),
  );
  return (
    <p className="text-secondary tabular-nums">
      {week.due > 0
        ? t("week", { done: week.done, due: week.due })
        : t("weekFree", { done: logged.length })}
    </p>
  );
}

const RADIUS = 26;
const ROUND = 2 * Math.PI * RADIUS;

/** The week's counts as an arc; the words beside it say the same. */
function WeekRing({ view }: { view: PlanView }) {
  const { done, due } = weekTarget(view.facts);
  if (due === 0) return null;
  const share = done / due;
  return (
    <svg viewBox="0 0 64 64" aria-hidden="true" className="size-16 shrink-0 -rotate-90">
      <circle
        cx="32"
        cy="32"
        r={RADIUS}
        fill="none"
        strokeWidth="7"
        className="stroke-spruce-tint"
      />
      {share > 0 && (
        <circle
          cx="32"
          cy="32"
          r={RADIUS}
          fill="none"
          strokeWidth="7"
          strokeLinecap={share < 1 ? "round" : "butt"}
          strokeDasharray={`${share * ROUND} ${ROUND}`}
          className="stroke-spruce-mid"
        />
      )}
    </svg>
  );
}

function Resume() {
  const t = useTranslations("portal.today");
  const { state, client } = usePortal();
  const [asks, setAsks] = useState(false);
  const { draft } = state;
  if (!draft) return null;
  const place = { n: draft.step + 1, total: draft.prescribedIds.length + 2 };
  return (
    <Card title={asks ? t("discardTitle") : t("resume")}>
      <p>{asks ? t("discardText") : t("resumeText", place)}</p>
      <div className="mt-4 grid gap-2">
        {asks ? (
          <>
            <Button wide variant="primary" onClick={() => setAsks(false)}>
              {t("discardKeep")}
            </Button>
            <Button wide variant="danger" onClick={() => void client.saveDraft(null)}>
              {t("discardNow")}
            </Button>
          </>
        ) : (
          <>
            <Button wide size="lg" variant="primary" onClick={() => go("/session")}>
              {t("resume")}
            </Button>
            <Button wide variant="quiet" onClick={() => setAsks(true)}>
              {t("discard")}
            </Button>
          </>
        )}
      </div>
    </Card>
  );
}

function Rest({ view }: { view: PlanView }) {
  const t = useTranslations("portal.today");
  const start = useStartSession(view);
  const exercises = view.document.exercises.filter((e) => hasTarget(e.dosage.frequency));
  return (
    <Card title={t("restTitle")}>
      <p>{t("restText")}</p>
      <WeekLine view={view} />
      <Button wide className="mt-4" onClick={() => start(exercises)}>
        {t("startAnyway")}
      </Button>
    </Card>
  );
}

function AsNeeded({ view, lines }: { view: PlanView; lines: Lines }) {
  const t = useTranslations("portal.today");
  const start = useStartSession(view);
  const exercises = lines.asNeeded.map((line) => line.exercise);
  return (
    <Card title={t("neededTitle")}>
      <p>{t("neededText")}</p>
      <WeekLine view={view} />
      <Button wide size="lg" variant="primary" className="mt-4" onClick={() => start(exercises)}>
        {t("neededStart")}
      </Button>
    </Card>
  );
}

function Paused({ view }: { view: PlanView }) {
  const t = useTranslations("portal.today");
  const { locale } = usePortal();
  const { today } = view;
  const pause = view.plan.pauses.find(
    (p) => p.startsOn <= today && (p.endsOn === null || today <= p.endsOn),
  );
  return (
    <Card title={t("pausedTitle")}>
      <p>
        {pause?.endsOn
          ? t("pausedUntil", { date: longDate(pause.endsOn, locale) })
          : t("pausedOpen")}
      </p>
    </Card>
  );
}

function NotYet({ view }: { view: PlanView }) {
  const t = useTranslations("portal.today");
  const { locale } = usePortal();
  return (
    <Card title={t("notYetTitle", { date: longDate(view.plan.startedOn, locale) })}>
      <p>{t("notYetText")}</p>
      <LinkButton href="/plan" prefetch={false} wide className="mt-4">
        {t("readPlan")}
      </LinkButton>
    </Card>
  );
}
