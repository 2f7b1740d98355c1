import { translator } from "../../../../i18n/translator";
import type { PlanOverview } from "../../overview-queries";
import { ActivePlanView } from "./active-plan-view";
import { CreatePlanForm } from "./create-plan-form";
import { EarlierPlans } from "./earlier-plans";

const t = translator("en", "plans.tab");

/** The plan of a patient: the version in their hands, what changed over time, and what can be done with it. */
export function PlanTab({ overview }: { overview: PlanOverview }) {
  const { active, earlier, patientId, isArchived } = overview;
  return (
    <div className="grid grid-cols-1 gap-6">
      {active && <ActivePlanView overview={overview} active={active} />}
      {!active && isArchived && <p className="text-secondary">{t("archived")}</p>}
      {!active && !isArchived && (
        <section className="rounded-card border border-dashed border-control/60 px-5 py-8 sm:px-8">
          <h2 className="text-lg">{t(earlier.length > 0 ? "againTitle" : "newTitle")}</h2>
          <p className="mb-5 max-w-[60ch] text-secondary">{t("newText")}</p>
          <CreatePlanForm
            patientId={patientId}
            labels={{ title: t("title"), hint: t("titleHint"), submit: t("create") }}
          />
        </section>
      )}
      {earlier.length > 0 && <EarlierPlans earlier={earlier} />}
    </div>
  );
}
