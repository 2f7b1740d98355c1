import { documentTranslator } from "../../../i18n/document-words";
import { phaseTitle } from "../../../i18n/exercise-words";
import { currentPhase, type PlanView } from "../offline/plan-view";
import { usePortal } from "./portal-context";

/** Which phase of the plan it is now, and what the star means where there is one. Nothing in a plain plan. */
export function PhaseNow({ view }: { view: PlanView }) {
  const { locale } = usePortal();
  const now = currentPhase(view);
  const hasStars = view.document.exercises.some(({ mustDo }) => mustDo);
  if (!now && !hasStars) return null;
  return (
    <div className="grid gap-1">
      {now && (
        <h2 dir="auto" className="text-lg break-words">
          {phaseTitle(now.phase, now.number, locale)}
        </h2>
      )}
      {now?.phase.aim && (
        <p dir="auto" className="text-secondary break-words">
          {now.phase.aim}
        </p>
      )}
      {hasStars && (
        <p className="text-sm text-secondary">{documentTranslator(locale)("starHow")}</p>
      )}
    </div>
  );
}
