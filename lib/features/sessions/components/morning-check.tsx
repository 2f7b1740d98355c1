"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { addDays } from "../../../domain/calendar/local-date";
import { dayResponse } from "../../../domain/pain/day-response";
import type { PainNrs } from "../../../domain/session/facts";
import { Button } from "../../../ui/button";
import { Card } from "../../../ui/card";
import { newClientId } from "../offline/client-id";
import { asksForMorning, type PlanView, type ViewMorning } from "../offline/plan-view";
import { PainQuestion } from "./pain-question";
import { usePortal } from "./portal-context";

function useRate(known: ViewMorning | undefined) {
  const { client, now, state, zone } = usePortal();
  return (pain: PainNrs) => {
    const id = newClientId();
    const at = new Date(now.getTime() - state.skewMs).toISOString();
    const when = { occurredAt: at, typedAt: new Date().toISOString(), zone, localOn: null };
    void client.record({ kind: "morning", id, rootId: known?.rootId ?? id, pain, ...when });
  };
}

/** The morning after a session: one tap, and what it means. */
export function MorningCheck({ view }: { view: PlanView }) {
  const t = useTranslations("portal.morning");
  const [changes, setChanges] = useState(false);
  const known = view.mornings.find((morning) => morning.localOn === view.today);
  const rate = useRate(known);
  const asks = asksForMorning(view);
  const followed = view.sessions.some((s) => s.localOn === addDays(view.today, -1));
  if (!asks && !(known && followed)) return null;
  if (known && !changes) {
    return <Given view={view} pain={known.pain} onChange={() => setChanges(true)} />;
  }
  return (
    <Card title={t("title")}>
      <PainQuestion
        label={t("question")}
        hint={t("hint")}
        value={null}
        optional={false}
        instant
        onChange={(pain) => {
          if (pain === null) return;
          rate(pain);
          setChanges(false);
        }}
      />
    </Card>
  );
}

function Given({
  view: { today, sessions, mornings, document },
  pain,
  onChange,
}: {
  view: PlanView;
  pain: PainNrs;
  onChange: () => void;
}) {
  const t = useTranslations("portal.morning");
  const { state } = dayResponse(today, sessions, mornings, document.painRule);
  return (
    <Card>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2 className="text-lg">{t("given", { n: pain })}</h2>
        <Button variant="quiet" onClick={onChange}>
          {t("change")}
        </Button>
      </div>
      {state === "settled" && <p>{t("settled")}</p>}
      {state === "not_settled" && <p className="text-marigold">{t("notSettled")}</p>}
    </Card>
  );
}
