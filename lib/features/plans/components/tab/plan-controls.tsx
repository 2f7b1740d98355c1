import type { LocalDate } from "../../../../domain/calendar/local-date";
import { translator } from "../../../../i18n/translator";
import type { PauseEntry } from "../../overview-queries";
import { EndPlanButton } from "./end-plan-button";
import { PauseButton } from "./pause-button";
import { ResumeButton } from "./resume-button";

const t = translator("en", "plans.tab");

/** Pause, resume, end. */
export function PlanControls({
  planId,
  title,
  givenName,
  today,
  pause,
  isPublished,
}: {
  planId: string;
  title: string;
  givenName: string;
  today: LocalDate;
  pause: PauseEntry | null;
  isPublished: boolean;
}) {
  return (
    <div className="grid gap-3">
      {pause?.reason && (
        <p className="text-secondary">{t("pauseReasonIs", { text: pause.reason })}</p>
      )}
      <div className="flex flex-wrap gap-2">
        {pause && (
          <ResumeButton
            planId={planId}
            label={t(pause.isRunning ? "resume" : "cancelPause")}
            failed={t("failed")}
          />
        )}
        {isPublished && !pause && (
          <PauseButton
            planId={planId}
            today={today}
            labels={{
              button: t("pause"),
              title: t("pauseTitle"),
              text: t("pauseText"),
              startsOn: t("pauseFrom"),
              endsOn: t("pauseTo"),
              optional: t("optional"),
              endsOnHint: t("pauseToHint"),
              reason: t("pauseReason"),
              submit: t("pauseSubmit"),
              close: t("cancel"),
            }}
          />
        )}
        <EndPlanButton
          planId={planId}
          labels={{
            button: t("end"),
            title: t("endTitle", { title }),
            text: t("endText", { name: givenName }),
            confirm: t("endConfirm"),
            cancel: t("cancel"),
            failed: t("failed"),
          }}
        />
      </div>
    </div>
  );
}
