"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { painZone } from "../../../domain/pain/pain-rule";
import type { DocumentExercise } from "../../../domain/plan/plan-document";
import type { PainNrs } from "../../../domain/session/facts";
import { Button } from "../../../ui/button";
import { Sheet } from "../../../ui/sheet";
import { withAnswer, withPainNow } from "../offline/session-draft";
import { StopAdvice } from "./help-sheet";
import { PainAnswer, PainQuestion } from "./pain-question";
import type { StepProps } from "./player-frame";
import { usePortal } from "./portal-context";

interface Props extends StepProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly exercise: DocumentExercise;
}

/** "It hurts": how much now, and the plan's answer at once. Red is written down as a stop. */
export function HurtsSheet(props: Props) {
  const { open, onClose, exercise, draft, plan, save } = props;
  const t = useTranslations("portal.player");
  const common = useTranslations("common");
  const { locale } = usePortal();
  const [pain, setPain] = useState<PainNrs | null>(null);
  const rule = { ...plan.documents[locale].painRule, ...exercise.painLimits };
  const close = () => {
    setPain(null);
    onClose();
  };

  function rate(rating: PainNrs | null) {
    setPain(rating);
    if (rating !== null) save(withPainNow(draft, exercise.prescribedId, rating, rule).draft);
  }

  const isRed = pain !== null && painZone(pain, rule) === "red";
  return (
    <Sheet open={open} onClose={close} title={t("hurtsTitle")} closeLabel={common("close")}>
      <div className="grid grid-cols-1 gap-4 pb-2">
        <PainQuestion label={t("hurtsQuestion")} value={pain} optional={false} onChange={rate} />
        {pain !== null && <PainAnswer pain={pain} rule={rule} />}
        {pain !== null && !isRed && (
          <Button wide variant="primary" onClick={close}>
            {t("hurtsGoOn")}
          </Button>
        )}
        {isRed && <Stopped {...props} onClose={close} />}
      </div>
    </Sheet>
  );
}

function Stopped({ onClose, exercise, draft, exercises, save, toStep }: Props) {
  const t = useTranslations("portal.player");
  const end = exercises.length + 1;

  function leave(said: Parameters<typeof withAnswer>[2], step: number) {
    save({ ...withAnswer(draft, exercise.prescribedId, said), step });
    onClose();
    window.scrollTo(0, 0);
  }

  return (
    <>
      <p className="font-semibold">{t("written")}</p>
      <div className="grid grid-cols-1 gap-2">
        <Button wide onClick={() => leave({ outcome: "partly" }, draft.step + 1)}>
          {t("hurtsPart")}
        </Button>
        <Button
          wide
          onClick={() => leave({ outcome: "skipped", skipReason: "hurts" }, draft.step + 1)}
        >
          {t("hurtsNone")}
        </Button>
        <Button
          wide
          variant="danger"
          onClick={() => {
            onClose();
            toStep(end);
          }}
        >
          {t("hurtsEnd")}
        </Button>
      </div>
      <div className="mt-3 border-t border-line pt-5">
        <StopAdvice />
      </div>
    </>
  );
}
