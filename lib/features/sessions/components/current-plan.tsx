"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Chip, ChipRow } from "../../../ui/chip";
import type { PlanView } from "../offline/plan-view";
import { planView } from "../offline/plan-view";
import type { PortalSnapshot, SnapshotPlan } from "../snapshot";
import { usePortal } from "./portal-context";

let chosenPlanId: string | null = null;

function pick(snapshot: PortalSnapshot | null, wanted: string | null): SnapshotPlan | null {
  const plans = snapshot?.plans ?? [];
  return plans.find((plan) => plan.planId === wanted) ?? plans[0] ?? null;
}

/** The plan that the screens are about, as it stands now; null when there is none. */
export function useCurrentPlan(): { view: PlanView | null; choose: (planId: string) => void } {
  const { state, today, locale } = usePortal();
  const [wanted, setWanted] = useState(chosenPlanId);
  const { snapshot, entries, skewMs } = state;
  const plan = pick(snapshot, wanted);
  const view =
    plan && snapshot
      ? planView(plan, entries, { today, skewMs, weekStart: snapshot.clinic.weekStart, locale })
      : null;
  return {
    view,
    choose(planId) {
      chosenPlanId = planId;
      setWanted(planId);
    },
  };
}

/** For the few who have more than one plan: which one this is about. */
export function PlanChoice({ view, choose }: { view: PlanView; choose: (planId: string) => void }) {
  const t = useTranslations("portal.today");
  const { state, locale, today } = usePortal();
  const running = (state.snapshot?.plans ?? []).filter(
    (plan) => plan.endedOn === null || plan.endedOn >= today,
  );
  if (running.length < 2) return null;
  return (
    <div className="mb-4">
      <ChipRow label={t("plans")}>
        {running.map((plan) => (
          <Chip
            key={plan.planId}
            selected={plan.planId === view.plan.planId}
            onClick={() => choose(plan.planId)}
          >
            {plan.documents[locale].title}
          </Chip>
        ))}
      </ChipRow>
    </div>
  );
}
