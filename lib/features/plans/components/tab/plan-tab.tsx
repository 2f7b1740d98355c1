import type { ReactNode } from "react";
import { translator } from "../../../../i18n/translator";
import type { FoundTemplate } from "../../../templates/find-templates";
import type { PlanOverview } from "../../overview-queries";
import { startOfPlan } from "../../start-choice";
import { ActivePlanView } from "./active-plan-view";
import { CreatePlanForm, type StartChoice } from "./create-plan-form";
import { EarlierPlans } from "./earlier-plans";

const t = translator("en", "plans.tab");

function choiceOf({ template, fits }: FoundTemplate): StartChoice {
  const { name, burden, leftOut } = template;
  const { exerciseCount: count, minutesPerSession: minutes } = burden;
  return {
    id: template.id,
    label: fits.length > 0 ? t("templateFits", { name, conditions: fits.join(", ") }) : name,
    says: [
      t("templateHint", { count, minutes }),
      ...(leftOut > 0 ? [t("templateLeftOut", { count: leftOut })] : []),
    ].join(" · "),
  };
}

/** An earlier plan to go on from, the last one first. */
function earlierChoice(
  { planId, title, latestVersion: number }: PlanOverview["earlier"][number],
  i: number,
): StartChoice[] {
  if (number === 0) return [];
  return [
    {
      id: startOfPlan(planId),
      label: t(i === 0 ? "startLast" : "startEarlier", { title, number }),
      says: t("startPlanHint"),
    },
  ];
}

/** The plan of a patient: the version in their hands, what changed over time, and what can be done with it. */
export function PlanTab({
  overview,
  templates,
  handOver,
}: {
  overview: PlanOverview;
  /** What a new plan may start with; those for the patient's conditions first. */
  templates: readonly FoundTemplate[];
  /** How the running plan gets to the patient. */
  handOver?: ReactNode;
}) {
  const { active, earlier, patientId, isArchived } = overview;
  return (
    <div className="grid grid-cols-1 gap-6">
      {active && <ActivePlanView overview={overview} active={active} handOver={handOver} />}
      {!active && isArchived && <p className="text-secondary">{t("archived")}</p>}
      {!active && !isArchived && (
        <section className="rounded-card border border-dashed border-control/60 px-5 py-8 sm:px-8">
          <h2 className="text-lg">{t(earlier.length > 0 ? "againTitle" : "newTitle")}</h2>
          <p className="mb-5 max-w-[60ch] text-secondary">{t("newText")}</p>
          <CreatePlanForm
            patientId={patientId}
            templates={[...earlier.flatMap(earlierChoice), ...templates.map(choiceOf)]}
            labels={{
              title: t("title"),
              hint: t("titleHint"),
              start: t("startWith"),
              startEmpty: t("startEmpty"),
              startHint: t("startHint"),
              submit: t("create"),
            }}
          />
        </section>
      )}
      {earlier.length > 0 && <EarlierPlans earlier={earlier} />}
    </div>
  );
}
