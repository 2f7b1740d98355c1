"use client";

import { useTranslations } from "use-intl";
import { type DayMark, dayMarks } from "../../../domain/adherence/day-marks";
import { dayOutcome } from "../../../domain/adherence/day-outcome";
import { addDays } from "../../../domain/calendar/local-date";
import { versionInForce } from "../../../domain/schedule/due";
import { LATE_DAYS } from "../../../domain/session/facts";
import { dayWords } from "../../../i18n/day-words";
import { Button } from "../../../ui/button";
import type { PlanView } from "../offline/plan-view";
import { newDraft } from "../offline/session-draft";
import { go, usePortal } from "./portal-context";

/** The last seven days: what is on record for each, and a way to fill it in. */
export function DayList({ view }: { view: PlanView }) {
  const t = useTranslations("portal.days");
  const { today, facts } = view;
  const marks = dayMarks(facts, addDays(today, -LATE_DAYS), addDays(today, -1)).reverse();
  if (marks.length === 0) return null;
  return (
    <section>
      <h2 className="text-lg">{t("title")}</h2>
      <p className="text-sm text-secondary">{t("hint")}</p>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {marks.map((mark) => (
          <Day key={mark.day} mark={mark} view={view} />
        ))}
      </ul>
    </section>
  );
}

function Day({ mark, view }: { mark: DayMark; view: PlanView }) {
  const t = useTranslations("portal.days");
  const { locale } = usePortal();
  const fill = useFillIn(view);
  const sessions = view.sessions.filter((session) => session.localOn === mark.day);
  const outcome = dayOutcome(mark, sessions, view.today);
  const counts = mark.due > 1 && mark.counted > 0;
  return (
    <li className="flex min-h-16 items-center justify-between gap-3 py-1.5">
      <div className="min-w-0">
        <p className="font-semibold">
          {dayWords(mark.day, locale, { style: "short", standing: true })}
        </p>
        <p className={outcome === "done" ? "text-sm text-spruce" : "text-sm text-secondary"}>
          {counts ? t("counts", { done: mark.counted, due: mark.due }) : t(outcome)}
          {mark.late && `, ${t("late")}`}
        </p>
      </div>
      {outcome !== "done" && (
        <Button
          variant="quiet"
          aria-label={t("fillDay", { date: dayWords(mark.day, locale) })}
          onClick={() => fill(mark)}
        >
          {t("fill")}
        </Button>
      )}
    </li>
  );
}

/** Opens the form of a past day, with the exercises of the version that was in force on it. */
function useFillIn({ document, facts }: PlanView) {
  const { client, now } = usePortal();
  return ({ day }: DayMark) => {
    const { planId } = document;
    const version = versionInForce(facts.versions, day);
    const versionId = version?.versionId ?? document.versionId;
    const prescribedIds = (version ?? document).exercises.map((e) => e.prescribedId);
    const form = newDraft({ planId, versionId, prescribedIds }, { now, localOn: day });
    void client.saveForm(form).then(() => go("/session"));
  };
}
