import { shortDate } from "../../../i18n/date-words";
import { translator } from "../../../i18n/translator";
import { LinkButton } from "../../../ui/button";
import { Notice } from "../../../ui/notice";
import type { ContraindicatedExercise, PlanStanding } from "../standing-queries";

const t = translator("en", "plans.standing");

/** Exercises that the record forbids today, each with its reason. */
export function ContraindicatedList({ items }: { items: readonly ContraindicatedExercise[] }) {
  return (
    <ul className="grid gap-1">
      {items.map(({ lineId, name, conditionName, traitLabel, reason }) => (
        <li key={`${lineId} ${conditionName} ${traitLabel}`}>
          <span className="font-semibold">{name}</span>: {conditionName} ({traitLabel}). {reason}
        </li>
      ))}
    </ul>
  );
}

/** What of the patient's plan the record forbids today, and what is prescribed all the same and why. */
export function StandingNotice({ standing }: { standing: PlanStanding | null }) {
  if (!standing) return null;
  const { planId, versionNumber, contraindicated, overridden } = standing;
  return (
    <>
      {contraindicated.length > 0 && (
        <Notice
          tone="clay"
          title={t("contraindicated", { number: versionNumber })}
          actions={<LinkButton href={`/plans/${planId}/edit`}>{t("change")}</LinkButton>}
        >
          <ContraindicatedList items={contraindicated} />
        </Notice>
      )}
      {overridden.length > 0 && (
        <Notice tone="marigold" title={t("overridden")}>
          <ul className="grid gap-1">
            {overridden.map(({ lineId, name, conditionName, traitLabel, reason, by, on }) => (
              <li key={`${lineId} ${conditionName} ${traitLabel}`}>
                <span className="font-semibold">{name}</span>: {conditionName} ({traitLabel}).{" "}
                {t("reason", { by, date: shortDate(on, "en"), reason })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
