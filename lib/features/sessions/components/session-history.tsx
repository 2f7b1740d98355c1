"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { clockWords } from "../../../i18n/clock-words";
import { dayWords } from "../../../i18n/day-words";
import { Badge } from "../../../ui/badge";
import { Button } from "../../../ui/button";
import { Icon } from "../../../ui/icon";
import type { PlanView, ViewSession } from "../offline/plan-view";
import { usePortal } from "./portal-context";
import { SessionSheet } from "./session-sheet";

const FIRST = 10;

/** Everything entered, newest first; a press shows it, and lets the last seven days be changed. */
export function SessionHistory({ view }: { view: PlanView }) {
  const t = useTranslations("portal.progress");
  const [all, setAll] = useState(false);
  const [rootId, setRootId] = useState<string | null>(null);
  const newest = [...view.sessions].reverse();
  const listed = all ? newest : newest.slice(0, FIRST);
  const shown = newest.find((session) => session.rootId === rootId) ?? null;
  return (
    <section>
      <h2 className="text-lg">{t("history")}</h2>
      {newest.length === 0 && <p className="text-secondary">{t("historyEmpty")}</p>}
      <ul className="mt-2 divide-y divide-line border-y border-line empty:hidden">
        {listed.map((session) => (
          <li key={session.rootId}>
            <Row session={session} onShow={() => setRootId(session.rootId)} />
          </li>
        ))}
      </ul>
      {listed.length < newest.length && (
        <Button wide variant="quiet" className="mt-2" onClick={() => setAll(true)}>
          {t("showMore")}
        </Button>
      )}
      <SessionSheet session={shown} view={view} onClose={() => setRootId(null)} />
    </section>
  );
}

function Row({ session, onShow }: { session: ViewSession; onShow: () => void }) {
  const t = useTranslations("portal.progress");
  const { locale, zone } = usePortal();
  const { exercises, painBefore, painAfter } = session;
  const done = exercises.filter((e) => e.outcome !== "skipped").length;
  const skipped = exercises.length - done;
  const pains = [painBefore, painAfter].map((pain) => pain ?? "–").join(" → ");
  const rated = painBefore !== null || painAfter !== null;
  return (
    <button
      type="button"
      onClick={onShow}
      className="flex min-h-16 w-full items-center gap-3 rounded-control py-2.5 text-left hover:bg-sand"
    >
      <span className="min-w-0 flex-1">
        <span className="block font-semibold">
          {dayWords(session.localOn, locale, { style: "short", standing: true })}
          {session.source === "live" && (
            <span className="font-normal text-secondary tabular-nums">
              , {clockWords(session.occurredAt, zone)}
            </span>
          )}
        </span>
        <span className="block text-sm text-secondary tabular-nums">
          {t("counts", { done })}
          {skipped > 0 && `, ${t("skips", { skipped })}`}
          {rated && ` · ${t("pains", { pains })}`}
        </span>
        <Marks session={session} />
      </span>
      <Icon name="chevron-right" className="text-tertiary" />
    </button>
  );
}

/** Late, on this phone, stopped: what the numbers do not say. */
function Marks({ session }: { session: ViewSession }) {
  const { source, reportedBy, whereabouts, stoppedForPain } = session;
  const t = useTranslations("portal.progress");
  const marks = [
    stoppedForPain && (
      <Badge key="stopped" tone="clay">
        {t("stopped")}
      </Badge>
    ),
    source === "late" && <Badge key="late">{t("late")}</Badge>,
    source === "paper" && (
      <Badge key="paper">{t(reportedBy ? `paperBy.${reportedBy}` : "paper")}</Badge>
    ),
    whereabouts === "waiting" && (
      <Badge key="waiting" tone="marigold">
        {t("waiting")}
      </Badge>
    ),
  ].filter(Boolean);
  if (marks.length === 0) return null;
  return <span className="mt-1 flex flex-wrap gap-1.5">{marks}</span>;
}
