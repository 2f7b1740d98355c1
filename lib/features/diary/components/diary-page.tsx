import { longDate, nearDate } from "../../../i18n/date-words";
import { MessageProvider } from "../../../i18n/message-provider";
import { messagesOf } from "../../../i18n/messages";
import { translator } from "../../../i18n/translator";
import { LinkButton } from "../../../ui/button";
import { Card } from "../../../ui/card";
import { EmptyState } from "../../../ui/empty-state";
import type { DiaryWeek } from "../diary";
import { DiaryEditor } from "./diary-editor";

const t = translator("en", "diary");

/** What the sheet was made from; a newer one begins anew. */
function stampOf({ weekOn, days }: DiaryWeek): string {
  const ids = days.flatMap(({ sessions, morning }) => [
    ...sessions.map(({ id }) => id),
    morning?.id ?? "",
  ]);
  return [weekOn, ...ids].join();
}

function WeekLinks({ week }: { week: DiaryWeek }) {
  const { patientId, today, olderOn, newerOn } = week;
  const href = (on: string) => `/patients/${patientId}/sessions/paper?week=${on}`;
  return (
    <nav aria-label={t("week")} className="flex flex-wrap gap-2">
      {olderOn && (
        <LinkButton href={href(olderOn)} icon="chevron-left" size="sm">
          {t("older", { date: nearDate(olderOn, today, "en") })}
        </LinkButton>
      )}
      {newerOn && (
        <LinkButton href={href(newerOn)} icon="chevron-right" size="sm">
          {t("newer", { date: nearDate(newerOn, today, "en") })}
        </LinkButton>
      )}
      {week.seesRecord && (
        <LinkButton href={`/patients/${patientId}/sessions`} size="sm" variant="quiet">
          {t("back")}
        </LinkButton>
      )}
    </nav>
  );
}

function Body({ week }: { week: DiaryWeek }) {
  if (week.isArchived)
    return (
      <EmptyState icon="list" title={t("archivedTitle")} headingLevel={3}>
        {t("archived")}
      </EmptyState>
    );
  if (week.rows.length === 0)
    return (
      <EmptyState
        icon="list"
        title={t(week.olderOn ? "notStartedTitle" : "emptyTitle")}
        headingLevel={3}
      >
        {t("empty")}
      </EmptyState>
    );
  return <DiaryEditor key={stampOf(week)} week={week} />;
}

/** The page that a paper diary is typed into. */
export function DiaryPage({ week }: { week: DiaryWeek }) {
  const { diary, dosage } = messagesOf("en");
  const isEmpty = week.isArchived || week.rows.length === 0;
  return (
    <MessageProvider locale="en" messages={{ diary, dosage }}>
      <Card
        title={t("title", { date: longDate(week.weekOn, "en") })}
        actions={<WeekLinks week={week} />}
        flush={!isEmpty}
      >
        <Body week={week} />
      </Card>
    </MessageProvider>
  );
}
