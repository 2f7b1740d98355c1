import type { WeekAdherence } from "../../../domain/adherence/adherence";
import type { LocalDate } from "../../../domain/calendar/local-date";
import { nearDate } from "../../../i18n/date-words";
import { translator } from "../../../i18n/translator";

const t = translator("en", "review.adherence");

function Week({ week, today }: { week: WeekAdherence; today: LocalDate }) {
  const { sessions, pausedDays } = week;
  const date = nearDate(week.weekStartsOn, today, "en");
  return (
    <tr>
      <th scope="row" className="py-1 pr-3 text-left font-normal whitespace-nowrap">
        <span className="sr-only">{t("week", { date })}</span>
        <span aria-hidden="true">{date}</span>
      </th>
      <td className="w-full py-1" aria-hidden="true">
        {sessions.percent !== null && (
          <svg
            aria-hidden="true"
            viewBox="0 0 100 8"
            preserveAspectRatio="none"
            className="block h-2 w-full min-w-12"
          >
            <rect width="100" height="8" className="fill-line" />
            <rect
              width={Math.min(100, (100 * sessions.done) / sessions.due)}
              height="8"
              className={week.current ? "fill-spruce-line" : "fill-spruce-mid"}
            />
          </svg>
        )}
      </td>
      <td className="py-1 pl-3 text-right whitespace-nowrap tabular-nums">
        {sessions.percent === null
          ? t("weekNoTarget")
          : t("of", { done: sessions.done, due: sessions.due })}
        {week.current && <span className="text-secondary"> {t("soFar")}</span>}
        {pausedDays > 0 && (
          <span className="block text-xs text-secondary">
            {t("weekPaused", { days: pausedDays })}
          </span>
        )}
      </td>
    </tr>
  );
}

/** Sessions week by week, newest first: the counts, and a bar of their share. */
export function WeekBars({ weeks, today }: { weeks: readonly WeekAdherence[]; today: LocalDate }) {
  return (
    <table className="mt-3 w-full break-inside-avoid border-t border-line text-sm">
      <caption className="pt-3 pb-1 text-left font-semibold">{t("weeks")}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t("weekHead")}</th>
          <th scope="col">{t("shareHead")}</th>
          <th scope="col">{t("countHead")}</th>
        </tr>
      </thead>
      <tbody>
        {[...weeks].reverse().map((week) => (
          <Week key={week.weekStartsOn} week={week} today={today} />
        ))}
      </tbody>
    </table>
  );
}
