"use client";

import { useTranslations } from "use-intl";
import { adviceByMoment } from "../../../domain/plan/advice";
import { Button } from "../../../ui/button";
import { AdviceList, SheetAdvice } from "../../plans/components/sheet-advice";
import { StopAdvice } from "./help-sheet";
import { PainAnswer, PainQuestion } from "./pain-question";
import { PlayerFrame, type StepProps } from "./player-frame";
import { usePortal } from "./portal-context";

/** Before the first exercise: pain now; before the first session ever, the stop text too. */
export function PlayerBefore({ draft, plan, save, toStep }: StepProps) {
  const t = useTranslations("portal.player");
  const { state, locale } = usePortal();
  const { beforeStarting } = adviceByMoment(plan.documents[locale].advice);
  const isFirst =
    plan.sessions.length === 0 && !state.entries.some(({ item }) => item.kind === "session");
  return (
    <PlayerFrame
      draft={draft}
      place={t("placeBefore")}
      actions={
        <Button variant="primary" size="lg" wide onClick={() => toStep(1)}>
          {t("begin")}
        </Button>
      }
    >
      <h1 className="text-2xl">{t("beforeTitle")}</h1>
      <div className="mt-4 grid gap-4">
        <PainQuestion
          label={t("beforeQuestion")}
          hint={t("beforeHint")}
          value={draft.painBefore}
          onChange={(painBefore) => save({ ...draft, painBefore })}
        />
        {draft.painBefore !== null && (
          <PainAnswer pain={draft.painBefore} rule={plan.documents[locale].painRule} />
        )}
        {isFirst ? (
          <section className="mt-4 border-t border-line pt-5">
            <h2 className="mb-4 text-lg">{t("firstTime")}</h2>
            {beforeStarting.length > 0 && (
              <div className="mb-7">
                <AdviceList items={beforeStarting} />
              </div>
            )}
            <StopAdvice />
          </section>
        ) : (
          <SheetAdvice title={t("readAgain")} items={beforeStarting} as="h2" folded />
        )}
      </div>
    </PlayerFrame>
  );
}
