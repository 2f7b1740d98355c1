import Link from "next/link";
import type { useTranslations } from "use-intl";
import { Badge } from "@/lib/ui/badge";
import { LinkButton } from "@/lib/ui/button";
import { cx } from "@/lib/ui/cx";
import type { Column } from "@/lib/ui/data-table";
import { Skeleton } from "@/lib/ui/skeleton";
import type { CaseloadFacts, PainFigure } from "../caseload-fact-queries";
import type { RowWords } from "./row-words";
import { SessionGrid } from "./session-grid";

type T = ReturnType<typeof useTranslations<"patients.caseload">>;
/** Numbers by patient id; null: asked for, and there are none. */
export type FactsById = Readonly<Record<string, CaseloadFacts | null>>;

function None({ words }: { words: string }) {
  return (
    <>
      <span aria-hidden="true" className="text-tertiary">
        –
      </span>
      <span className="sr-only">{words}</span>
    </>
  );
}

function figureWords(figure: PainFigure | null, t: T): string {
  if (!figure) return t("painUnknown");
  const mean = figure.mean.toFixed(1);
  return figure.provisional ? `${mean} ${t("provisional")}` : mean;
}

function Pain({ facts, t }: { facts: CaseloadFacts; t: T }) {
  const { painNow: now, painBaseline: baseline } = facts;
  if (!now && !baseline) return <span className="text-sm text-secondary">{t("notEnough")}</span>;
  const words = t("painWords", { now: figureWords(now, t), baseline: figureWords(baseline, t) });
  return (
    <>
      <span aria-hidden="true" title={words} className="whitespace-nowrap tabular-nums">
        <span
          className={cx("text-lg", now?.provisional || !now ? "text-secondary" : "font-semibold")}
        >
          {now ? now.mean.toFixed(1) : "–"}
        </span>{" "}
        <span className={baseline?.provisional ? "text-tertiary" : "text-secondary"}>
          / {baseline ? baseline.mean.toFixed(1) : "–"}
        </span>
      </span>
      <span className="sr-only">{words}</span>
    </>
  );
}

function Sessions({ facts, t }: { facts: CaseloadFacts; t: T }) {
  const { grid, sessions, pausedDays } = facts;
  const count = (kind: CaseloadFacts["grid"][number]) => grid.filter((d) => d === kind).length;
  const label = t("gridLabel", {
    done: count("done"),
    partial: count("partial"),
    missed: count("missed"),
  });
  return (
    <div className="flex items-center gap-3">
      <SessionGrid days={grid} label={label} />
      <div className="text-sm tabular-nums">
        {sessions ? (
          <span className="whitespace-nowrap">
            <strong>{sessions.done}</strong> {t("of", { due: sessions.due })}
          </span>
        ) : (
          <span className="text-secondary">{t("noTarget")}</span>
        )}
        {pausedDays > 0 && (
          <span className="block text-xs text-secondary">{t("paused", { days: pausedDays })}</span>
        )}
      </div>
    </div>
  );
}

/** What a phone shows in place of the columns. */
function Brief({ row, facts, t }: { row: RowWords; facts?: CaseloadFacts | null; t: T }) {
  const last = row.lastSession ?? t("never");
  return (
    <div className="mt-2 md:hidden">
      {facts && (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <Sessions facts={facts} t={t} />
          <p className="text-sm text-secondary">
            {t("brief.pain")} <Pain facts={facts} t={t} />
          </p>
        </div>
      )}
      <p className="mt-1 text-sm text-secondary tabular-nums">
        {[
          ...(row.hasFacts ? [t("brief.lastSession", { day: last })] : []),
          ...(row.nextVisit ? [t("brief.nextVisit", { day: row.nextVisit })] : []),
        ].join(" · ")}
      </p>
    </div>
  );
}

function personColumn(t: T, facts: FactsById): Column<RowWords> {
  return {
    key: "person",
    header: t("person"),
    primary: true,
    className: "md:max-w-72 max-md:[&>div]:w-full",
    cell: (row) => (
      <>
        <Link href={row.href} className="text-lg leading-snug font-semibold hover:underline">
          <bdi>{row.name}</bdi>
        </Link>
        <span className="block text-xs text-secondary">
          <bdi>{row.under}</bdi>
          {row.plan && <span className="xl:hidden"> · {row.plan.words}</span>}
        </span>
        <Brief row={row} facts={facts[row.id]} t={t} />
      </>
    ),
  };
}

function openColumn(t: T): Column<RowWords> {
  return {
    key: "open",
    header: t("open"),
    headerHidden: true,
    align: "end",
    className: "max-xl:hidden max-md:hidden",
    cell: (row) => (
      <LinkButton href={row.href} size="sm" aria-label={t("openNamed", { name: row.name })}>
        {t("open")}
      </LinkButton>
    ),
  };
}

function visitColumn(t: T): Column<RowWords> {
  return {
    key: "visit",
    header: t("nextVisit"),
    className: "max-md:hidden",
    cell: (row) =>
      row.nextVisit ? (
        <span className="text-sm whitespace-nowrap tabular-nums">{row.nextVisit}</span>
      ) : (
        <None words={t("noneWords")} />
      ),
  };
}

/** Columns for those who treat; rows whose numbers are on their way keep their place. */
export function clinicalColumns(t: T, facts: FactsById): Column<RowWords>[] {
  const numbers = (row: RowWords, show: (facts: CaseloadFacts) => React.ReactNode) => {
    const found = facts[row.id];
    if (found) return show(found);
    return row.hasFacts && found === undefined ? (
      <Skeleton className="h-6 w-20" />
    ) : (
      <None words={t("noneWords")} />
    );
  };
  return [
    personColumn(t, facts),
    {
      key: "plan",
      header: t("plan"),
      className: "max-xl:hidden max-md:hidden",
      cell: ({ plan }) =>
        plan === null ? (
          <span className="text-sm text-secondary">{t("noPlan")}</span>
        ) : plan.kind === "draft" ? (
          <Badge>{plan.words}</Badge>
        ) : (
          <span className="text-sm whitespace-nowrap tabular-nums">
            {plan.words}
            <span className="block text-xs text-secondary">{plan.date}</span>
          </span>
        ),
    },
    {
      key: "pain",
      header: t("pain"),
      className: "max-md:hidden",
      cell: (row) => numbers(row, (found) => <Pain facts={found} t={t} />),
    },
    {
      key: "sessions",
      header: t("sessions"),
      className: "max-md:hidden",
      cell: (row) => numbers(row, (found) => <Sessions facts={found} t={t} />),
    },
    {
      key: "last",
      header: t("lastSession"),
      className: "max-md:hidden",
      cell: ({ lastSession }) => (
        <span
          className={cx("text-sm whitespace-nowrap tabular-nums", !lastSession && "text-secondary")}
        >
          {lastSession ?? t("never")}
        </span>
      ),
    },
    visitColumn(t),
    openColumn(t),
  ];
}

/** Columns for the front desk: contact data and visits. */
export function contactColumns(t: T): Column<RowWords>[] {
  return [
    personColumn(t, {}),
    {
      key: "treating",
      header: t("treating"),
      cell: ({ therapistName }) => therapistName ?? <None words={t("noneWords")} />,
    },
    visitColumn(t),
    openColumn(t),
  ];
}
