"use client";

import { useTranslations } from "use-intl";
import { earlierOf } from "../../../domain/calendar/local-date";
import { longDate } from "../../../i18n/date-words";
import { dayWords } from "../../../i18n/day-words";
import { LinkButton } from "../../../ui/button";
import { Card } from "../../../ui/card";
import { EmptyState } from "../../../ui/empty-state";
import { Notice } from "../../../ui/notice";
import { type PlanView, todayLines } from "../offline/plan-view";
import { changeWords } from "./change-words";
import { PlanChoice, useCurrentPlan } from "./current-plan";
import { DayList } from "./day-list";
import { MorningCheck } from "./morning-check";
import { usePortal } from "./portal-context";
import { PortalHeader } from "./portal-header";
import { RefusedEntries } from "./refused-entries";
import { SessionCard } from "./session-card";
import { TodayList } from "./today-list";

const NOON = 12;
const EVENING = 18;

function useGreeting(): string {
  const t = useTranslations("portal.greeting");
  const { now, today, locale } = usePortal();
  const hour = now.getHours();
  const part = hour < NOON ? "morning" : hour < EVENING ? "afternoon" : "evening";
  return t(part, { day: dayWords(today, locale, { style: "weekday", standing: true }) });
}

/** What is due today, and everything that is one tap from it. */
export function TodayScreen() {
  const t = useTranslations("portal");
  const { state } = usePortal();
  const greeting = useGreeting();
  const { view, choose } = useCurrentPlan();
  const name = state.snapshot?.patient.givenName ?? "";
  return (
    <>
      <PortalHeader over={greeting} title={t("greeting.hello", { name })} />
      <RefusedEntries />
      {view ? (
        <>
          <PlanChoice view={view} choose={choose} />
          <PlanToday view={view} />
        </>
      ) : (
        <EmptyState title={t("today.noPlanTitle")} icon="list">
          {t("today.noPlanText")}
        </EmptyState>
      )}
    </>
  );
}

function PlanToday({ view }: { view: PlanView }) {
  const { plan, today } = view;
  if (plan.endedOn !== null && today > plan.endedOn) return <Ended view={view} />;
  const lines = todayLines(view);
  return (
    <div className="grid gap-5">
      <SessionCard view={view} lines={lines} />
      <MorningCheck view={view} />
      <News view={view} />
      <TodayList lines={lines} view={view} />
      <DayList view={view} />
    </div>
  );
}

/** What the newest version changed, until a session was done with it. */
function News({ view: { plan, document, sessions } }: { view: PlanView }) {
  const t = useTranslations("portal.change");
  const { locale } = usePortal();
  const words = changeWords(plan, locale);
  const seen = sessions.some((session) => session.versionId === document.versionId);
  if (seen || words.length === 0) return null;
  return (
    <Notice tone="marigold" icon={null} title={t("title", { name: document.therapistName })}>
      <ul className="mt-0.5 space-y-1">
        {words.map(({ id, key, ...said }) => (
          <li key={id}>{t(key, { ...said })}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Ended({ view }: { view: PlanView }) {
  const t = useTranslations("portal");
  const { locale } = usePortal();
  const date = longDate(earlierOf(view.plan.endedOn ?? view.today, view.today), locale);
  return (
    <div className="grid gap-5">
      <Card title={t("today.endedTitle")}>
        <p>{t("today.endedText", { date })}</p>
        <div className="mt-4 grid gap-2">
          <LinkButton href="/progress" prefetch={false} wide>
            {t("nav.progress")}
          </LinkButton>
          <LinkButton href="/plan" prefetch={false} wide>
            {t("today.readPlan")}
          </LinkButton>
        </div>
      </Card>
      <MorningCheck view={view} />
    </div>
  );
}
