"use client";

import { useTranslations } from "use-intl";
import {
  trailingAdherence,
  type WeekAdherence,
  WINDOW_DAYS,
  weeklyAdherence,
} from "../../../domain/adherence/adherence";
import { addDays } from "../../../domain/calendar/local-date";
import { longDate, nearDate } from "../../../i18n/date-words";
import { EmptyState } from "../../../ui/empty-state";
import type { PlanView } from "../offline/plan-view";
import { PlanChoice, useCurrentPlan } from "./current-plan";
import { PainProgress } from "./pain-progress";
import { usePortal } from "./portal-context";
import { PortalHeader } from "./portal-header";
import { SessionHistory } from "./session-history";

const WEEKS = 12;

/** Own sessions per week, own pain, and everything entered. The numbers are the clinic's. */
export function ProgressScreen() {
  const t = useTranslations("portal");
  const { view, choose } = useCurrentPlan();
  return (
    <>
      <PortalHeader title={t("progress.title")} />
      {view ? (
        <div className="grid gap-9">
          <div>
            <PlanChoice view={view} choose={choose} />
            <Sessions view={view} />
          </div>
          <PainProgress view={view} />
          <SessionHistory view={view} />
        </div>
      ) : (
        <EmptyState title={t("today.noPlanTitle")} icon="chart">
          {t("today.noPlanText")}
        </EmptyState>
      )}
    </>
  );
}

function Sessions({ view }: { view: PlanView }) {
  const t = useTranslations("portal.progress");
  const { locale } = usePortal();
  const { facts } = view;
  const { sessions, hasTarget, first, readOn, pausedDays } = trailingAdherence(facts);
  const counts = { done: sessions.done, due: sessions.due };
  const whole = addDays(readOn, -WINDOW_DAYS) >= facts.startedOn;
  const weeks = weeklyAdherence(facts).slice(-WEEKS).reverse();
  return (
    <section>
      <h2 className="text-lg">{t("sessions")}</h2>
      {hasTarget && sessions.percent !== null ? (
        <p className="text-xl font-semibold tabular-nums">
          {whole
            ? t("last28", counts)
            : t("sinceStart", { ...counts, date: longDate(first, locale) })}{" "}
          <span className="font-normal text-secondary">
            ({t("percent", { n: sessions.percent })})
          </span>
        </p>
      ) : (
        <p>{hasTarget ? t("nothingDue") : t("noTarget")}</p>
      )}
      <p className="mt-1 text-sm text-secondary">
        {t("definition")}
        {pausedDays > 0 && ` ${t("paused", { n: pausedDays })}.`}
      </p>
      {hasTarget && (
        <ul className="mt-4 grid gap-3">
          {weeks.map((week) => (
            <Week key={week.weekStartsOn} week={week} view={view} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Week({ week, view }: { week: WeekAdherence; view: PlanView }) {
  const t = useTranslations("portal.progress");
  const { locale } = usePortal();
  const { done, due } = week.sessions;
  const name = week.current
    ? t("thisWeek")
    : t("weekOf", { date: nearDate(week.weekStartsOn, view.today, locale) });
  return (
    <li>
      <p className="flex flex-wrap justify-between gap-x-4">
        <span>{name}</span>
        <span className="tabular-nums">
          {due > 0 ? t("weekCounts", { done, due }) : t("weekNone")}
          {week.pausedDays > 0 && `, ${t("paused", { n: week.pausedDays })}`}
        </span>
      </p>
      {due > 0 && (
        <div aria-hidden="true" className="mt-1 h-2.5 overflow-hidden rounded-full bg-spruce-tint">
          <div
            className="h-full rounded-full bg-spruce-mid"
            style={{ width: `${(100 * done) / due}%` }}
          />
        </div>
      )}
    </li>
  );
}
