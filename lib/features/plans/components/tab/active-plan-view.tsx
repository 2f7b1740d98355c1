import type { ReactNode } from "react";
import type { Locale, PlanDocument } from "../../../../domain/plan/plan-document";
import { planParts } from "../../../../domain/plan/plan-parts";
import { longDate, shortDate } from "../../../../i18n/date-words";
import { painRuleSentences } from "../../../../i18n/document-words";
import { MessageProvider } from "../../../../i18n/message-provider";
import { messagesOf } from "../../../../i18n/messages";
import { translator } from "../../../../i18n/translator";
import { LinkButton } from "../../../../ui/button";
import { Card } from "../../../../ui/card";
import { EmptyState } from "../../../../ui/empty-state";
import { Notice } from "../../../../ui/notice";
import type { ActivePlan, PlanOverview } from "../../overview-queries";
import { CopyVersion } from "../copy-version";
import { PrintButton } from "../print/print-button";
import { ContraindicatedList } from "../standing-notice";
import { VersionTemplateButton } from "../version-template-button";
import { DraftState } from "./draft-state";
import { PhaseList, phaseName } from "./phase-list";
import { PlanControls } from "./plan-controls";
import { PrescribedLine } from "./prescribed-line";
import { VersionHistory } from "./version-history";

const t = translator("en", "plans.tab");
const structure = translator("en", "structure");

/** The running plan: warnings first, then the version the patient has, then its history. */
export function ActivePlanView({
  overview,
  active,
  handOver,
}: {
  overview: PlanOverview;
  active: ActivePlan;
  handOver?: ReactNode;
}) {
  const { current, planId } = active;
  const editHref = `/plans/${planId}/edit`;
  return (
    <>
      <Contraindicated overview={overview} active={active} />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        {current ? (
          <CurrentVersion
            document={current}
            planId={planId}
            patientLanguage={overview.patientLanguage}
            templateButton={
              <VersionTemplateButton
                document={current}
                patientName={overview.patientName}
                language={overview.patientLanguage}
              />
            }
          />
        ) : (
          <EmptyState
            icon="list"
            title={t("unpublishedTitle")}
            action={<LinkButton href={editHref}>{t("openBuilder")}</LinkButton>}
          >
            {t("unpublishedText", { count: active.draft.exerciseCount })}
          </EmptyState>
        )}
        <div className="grid grid-cols-1 gap-6">
          <Card title={active.title} subtitle={stateWords(overview, active)}>
            <PlanControls
              planId={planId}
              title={active.title}
              givenName={overview.patientGivenName}
              today={overview.today}
              pause={active.pause}
              isPublished={current !== null}
            />
          </Card>
          {active.phases.length > 0 && (
            <PhaseList
              phases={active.phases}
              planId={planId}
              givenName={overview.patientGivenName}
            />
          )}
          {handOver && <div id="hand-over">{handOver}</div>}
          {active.draft.changes && active.draft.changes.length > 0 && (
            <DraftState active={active} zone={overview.clinicZone} />
          )}
          {active.history.length > 0 && (
            <VersionHistory active={active} zone={overview.clinicZone} />
          )}
        </div>
      </div>
    </>
  );
}

function stateWords({ today }: PlanOverview, { startedOn, pause }: ActivePlan): string {
  if (!startedOn) return t("notStarted");
  const started = t("since", { date: longDate(startedOn, "en") });
  if (!pause) return started;
  const { startsOn, endsOn, isRunning } = pause;
  const from = startsOn === today ? t("today") : shortDate(startsOn, "en");
  const words = endsOn
    ? t(isRunning ? "pausedUntil" : "willPauseUntil", { from, until: shortDate(endsOn, "en") })
    : t(isRunning ? "paused" : "willPause", { from });
  return `${started} · ${words}`;
}

function Contraindicated({ overview, active }: { overview: PlanOverview; active: ActivePlan }) {
  const { contraindicated, current, planId } = active;
  if (contraindicated.length === 0 || !current) return null;
  return (
    <Notice
      tone="clay"
      title={t("contraindicatedTitle", {
        name: overview.patientGivenName,
        number: current.versionNumber,
      })}
      actions={<LinkButton href={`/plans/${planId}/edit`}>{t("editPlan")}</LinkButton>}
    >
      <ContraindicatedList items={contraindicated} />
    </Notice>
  );
}

function CurrentVersion({
  document,
  planId,
  patientLanguage,
  templateButton,
}: {
  document: PlanDocument;
  planId: string;
  patientLanguage: Locale;
  templateButton: ReactNode;
}) {
  const { versionNumber, exercises, note, painRule, advice } = document;
  const rule = painRuleSentences(painRule, "en");
  return (
    <Card
      title={t("current", { number: versionNumber })}
      subtitle={t("published", {
        date: longDate(document.publishedOn, "en"),
        name: document.therapistName,
      })}
      actions={
        <>
          <PrintButton
            of={{
              planId,
              number: versionNumber,
              locale: patientLanguage,
              paperSize: document.paperSize,
            }}
          />
          <LinkButton href={`/plans/${planId}/versions/${versionNumber}`}>{t("page")}</LinkButton>
          <MessageProvider locale="en" messages={{ handout: messagesOf("en").handout }}>
            <CopyVersion planId={planId} number={versionNumber} patientLanguage={patientLanguage} />
          </MessageProvider>
          {templateButton}
        </>
      }
    >
      {note && (
        <p dir="auto" className="mb-4 border-l-3 border-spruce pl-3 whitespace-pre-line">
          {note}
        </p>
      )}
      {planParts(document).map((part) => (
        <section key={part.phase?.phaseId ?? "every"} className="mt-6 first:mt-0">
          {document.phases.length > 0 && (
            <h3 dir="auto" className="mb-1.5 break-words">
              {part.phase ? phaseName(part.phase, part.number) : structure("tab.every")}
            </h3>
          )}
          {part.exercises.length === 0 && (
            <p className="text-secondary">{structure("tab.onlyEvery")}</p>
          )}
          <ol className="divide-y divide-line border-y border-line empty:hidden">
            {part.exercises.map((exercise) => (
              <PrescribedLine
                key={exercise.lineId}
                exercise={exercise}
                rule={painRule}
                number={exercises.indexOf(exercise) + 1}
              />
            ))}
          </ol>
        </section>
      ))}
      {advice.length > 0 && (
        <>
          <h3 className="mt-5 mb-1">{t("advice")}</h3>
          <p className="text-secondary">{advice.map(({ title }) => title).join(" · ")}</p>
        </>
      )}
      <h3 className="mt-5 mb-1">{rule.title}</h3>
      <ul className="text-secondary">
        {rule.zones.map(({ zone, range, text }) => (
          <li key={zone}>
            <span className="font-semibold text-ink tabular-nums">{range}</span>: {text}
          </li>
        ))}
      </ul>
    </Card>
  );
}
