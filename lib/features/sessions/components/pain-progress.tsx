"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { addDays } from "../../../domain/calendar/local-date";
import { findBaseline } from "../../../domain/pain/baseline";
import { painChange } from "../../../domain/pain/change";
import { dailyPain } from "../../../domain/pain/daily-pain";
import { ratioToNumber } from "../../../domain/pain/ratio";
import { painSeries } from "../../../domain/pain/series";
import { type SevenDayMean, sevenDayMean } from "../../../domain/pain/seven-day-mean";
import { nearDate } from "../../../i18n/date-words";
import { DataTable } from "../../../ui/data-table";
import { Segmented } from "../../../ui/segmented";
import type { PlanView } from "../offline/plan-view";
import { PainChart } from "./pain-chart";
import { usePortal } from "./portal-context";

/** The snapshot reaches back twelve weeks: a plan that is older has its beginning elsewhere. */
const REACH_DAYS = 84;

/** Own pain in words, as dots, and as a table. */
export function PainProgress({ view }: { view: PlanView }) {
  const t = useTranslations("portal.progress");
  const { locale } = usePortal();
  const [weeks, setWeeks] = useState(4);
  const { today, sessions } = view;
  const from = addDays(today, 1 - weeks * 7);
  const { points } = painSeries(sessions, view.mornings, today);
  const shown = points.filter((p) => p.on >= from && (p.before !== null || p.after !== null));
  return (
    <section>
      <h2 className="text-lg">{t("pain")}</h2>
      <PainWords view={view} />
      <Segmented
        wide
        name="pain-period"
        label={t("period")}
        labelHidden
        value={String(weeks)}
        onChange={(value) => setWeeks(Number(value))}
        options={[
          { value: "4", label: t("weeks4") },
          { value: "12", label: t("weeks12") },
        ]}
        className="mt-4"
      />
      {shown.length === 0 ? (
        <p className="mt-4 text-secondary">{t("noPain")}</p>
      ) : (
        <>
          <PainChart
            points={shown}
            from={from}
            today={today}
            redFrom={view.document.painRule.amberMax + 1}
          />
          <details className="mt-1">
            <summary className="flex min-h-target items-center text-spruce underline underline-offset-4">
              {t("table")}
            </summary>
            <DataTable
              caption={t("pain")}
              captionHidden
              columns={[
                {
                  key: "date",
                  header: t("date"),
                  primary: true,
                  cell: (p) => nearDate(p.on, today, locale),
                },
                { key: "before", header: t("before"), align: "end", cell: (p) => p.before ?? "–" },
                { key: "after", header: t("after"), align: "end", cell: (p) => p.after ?? "–" },
              ]}
              rows={[...shown].reverse()}
              rowKey={(p) => p.sessionId}
            />
          </details>
        </>
      )}
    </section>
  );
}

const oneDecimal = (n: number, locale: string) =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(n);

/** The 7-day mean now and in the beginning; nothing where there are too few ratings. */
function PainWords({ view: { today, sessions, plan } }: { view: PlanView }) {
  const t = useTranslations("portal.progress");
  const { locale } = usePortal();
  const daily = dailyPain(sessions);
  const now = sevenDayMean(daily, today);
  if (!now) return <p>{t("painFew")}</p>;
  const whole = plan.startedOn >= addDays(today, -REACH_DAYS);
  const baseline = whole ? findBaseline(daily, { today }) : null;
  const mean = (of: SevenDayMean) => oneDecimal(ratioToNumber(of.mean), locale);
  const change = painChange(baseline, now);
  return (
    <p>
      <span className="text-xl font-semibold tabular-nums">
        {t("painNow", { mean: mean(now), n: now.values })}
      </span>
      {baseline && change.state === "known" && (
        <span className="mt-1 block tabular-nums">
          {t("painStart", { mean: mean(baseline) })}{" "}
          {change.class === "none" && change.direction === "down"
            ? t("change.none")
            : t(`change.${change.direction}`, {
                points: oneDecimal(Math.abs(change.points), locale),
              })}
        </span>
      )}
    </p>
  );
}
