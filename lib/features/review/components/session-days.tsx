import { localDate } from "../../../domain/calendar/local-date";
import { longDate } from "../../../i18n/date-words";
import { momentWords } from "../../../i18n/moment-words";
import { translator } from "../../../i18n/translator";
import { Badge } from "../../../ui/badge";
import { LinkButton } from "../../../ui/button";
import { Card } from "../../../ui/card";
import { EmptyState } from "../../../ui/empty-state";
import { PainMark } from "../../../ui/pain-mark";
import type { HistoryDay, HistoryMorning, SessionHistory } from "../history";
import { longDayName } from "./day-words";
import { Disclosure } from "./disclosure";
import { paperWords } from "./review-words";
import { SessionItem } from "./session-item";

const t = translator("en", "review.history");

/** "November 2026". */
function monthName(month: string): string {
  return longDate(localDate(`${month}-01`), "en").replace(/^\d+ /, "");
}

function responseWords({ response }: HistoryMorning): string | null {
  if (!response) return null;
  if (response.state === "not_settled" && response.points !== null)
    return t("notSettled", { points: response.points });
  return t(response.state === "settled" ? "settled" : "unknown");
}

function Morning({ morning }: { morning: HistoryMorning }) {
  const { pain, source, paper, withdrawn, earlier, response } = morning;
  const words = responseWords(morning);
  return (
    <li className="border-t border-line px-4 py-3 sm:px-6">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 tabular-nums">
        <span className="font-semibold">{t("morning")}</span>
        {withdrawn ? <s className="text-secondary">{pain}</s> : <PainMark score={pain} />}
        {words && !withdrawn && (
          <span className={response?.state === "not_settled" ? "text-clay" : "text-secondary"}>
            {words}
          </span>
        )}
        {source !== "live" && <Badge>{t(source)}</Badge>}
        {withdrawn && <Badge tone="marigold">{t("takenBackHere")}</Badge>}
        {earlier.length > 0 && !withdrawn && <Badge>{t("corrected")}</Badge>}
        {paper && <span className="text-sm text-secondary">{paperWords(paper)}</span>}
      </p>
      {earlier.length > 0 && (
        <div className="print:hidden">
          <Disclosure summary={t("earlier", { count: earlier.length })}>
            <ul className="text-sm">
              {earlier.map(({ pain: was, typedAt, zone }) => (
                <li key={typedAt.toISOString()}>
                  {t("morningWas", { pain: was })}{" "}
                  <span className="text-secondary">
                    {t("typed", { when: momentWords(typedAt, "en", zone) })}
                  </span>
                </li>
              ))}
            </ul>
          </Disclosure>
        </div>
      )}
    </li>
  );
}

function Day({ day }: { day: HistoryDay }) {
  return (
    <Card title={longDayName(day.on)} flush>
      <ul>
        {day.mornings.map((morning) => (
          <Morning key={morning.rootId} morning={morning} />
        ))}
        {day.sessions.map((session, i) => (
          <SessionItem key={session.rootId} session={session} isFirst={i === 0} />
        ))}
      </ul>
    </Card>
  );
}

function MonthLinks({ history }: { history: SessionHistory }) {
  const { olderMonth, newerMonth, patientId } = history;
  const href = (month: string) => `/patients/${patientId}/sessions?month=${month}`;
  if (!olderMonth && !newerMonth) return null;
  return (
    <nav aria-label={t("month")} className="flex flex-wrap gap-2 print:hidden">
      {olderMonth && (
        <LinkButton
          href={href(olderMonth)}
          icon="chevron-left"
          size="sm"
          aria-label={t("older", { month: monthName(olderMonth) })}
        >
          {monthName(olderMonth)}
        </LinkButton>
      )}
      {newerMonth && (
        <LinkButton
          href={href(newerMonth)}
          icon="chevron-right"
          size="sm"
          aria-label={t("newer", { month: monthName(newerMonth) })}
        >
          {monthName(newerMonth)}
        </LinkButton>
      )}
    </nav>
  );
}

function PaperLink({ patientId, isOnly }: { patientId: string; isOnly?: boolean }) {
  return (
    <LinkButton
      href={`/patients/${patientId}/sessions/paper`}
      size={isOnly ? "md" : "sm"}
      className="print:hidden"
    >
      {t("typePaper")}
    </LinkButton>
  );
}

/** One month of sessions by day, newest first: what was really done beside what was prescribed. */
export function SessionDays({ history }: { history: SessionHistory }) {
  const { month, days, hasLogs, patientId } = history;
  if (!hasLogs)
    return (
      <EmptyState
        icon="list"
        title={t("emptyTitle")}
        action={<PaperLink patientId={patientId} isOnly />}
      >
        {t("empty")}
      </EmptyState>
    );
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-lg">{monthName(month)}</h2>
        <div className="flex flex-wrap gap-2">
          <MonthLinks history={history} />
          <PaperLink patientId={patientId} />
        </div>
      </div>
      {days.length === 0 ? (
        <EmptyState title={t("emptyMonthTitle", { month: monthName(month) })} headingLevel={3} />
      ) : (
        days.map((day) => <Day key={day.on} day={day} />)
      )}
    </div>
  );
}
