import type { EntryCheck } from "../../../../domain/adherence/phase-entry";
import type { Phase } from "../../../../domain/plan/phase";
import { phaseBeginWords } from "../../../../i18n/phase-words";
import { translator } from "../../../../i18n/translator";
import { Badge } from "../../../../ui/badge";
import { Card } from "../../../../ui/card";
import { cx } from "../../../../ui/cx";
import { Icon } from "../../../../ui/icon";
import type { PhaseState } from "../../phase-state-queries";
import { BeginPhaseButton } from "./begin-phase-button";

const t = translator("en", "structure");

/** "Phase 2 · Move", on the therapist's side. */
export function phaseName({ name }: Phase, number: number): string {
  const own = name.trim();
  return own === "" ? t("phase.plain", { number }) : t("phase.named", { number, name: own });
}

/** The phases of the version that the patient has: which is in force, and what the others wait for. */
export function PhaseList({
  phases,
  planId,
  givenName,
}: {
  phases: readonly PhaseState[];
  planId: string;
  givenName: string;
}) {
  const now = phases.find(({ isInForce }) => isInForce);
  const nowName = now ? phaseName(now.phase, now.number) : "";
  return (
    <Card title={t("tab.phases")} subtitle={now && t("tab.current", { name: nowName })}>
      <ol className="divide-y divide-line">
        {phases.map((state) => {
          const { phase, number, isInForce, checks } = state;
          const name = phaseName(phase, number);
          return (
            <li key={phase.phaseId} className="py-3 first:pt-0 last:pb-0">
              <h3 dir="auto" className="break-words">
                {name}
                {isInForce && (
                  <Badge tone="spruce" className="ml-2 !text-xs">
                    {t("tab.inForce")}
                  </Badge>
                )}
              </h3>
              {phase.aim && (
                <p dir="auto" className="break-words">
                  {phase.aim}
                </p>
              )}
              {!isInForce && checks.length === 0 && (
                <p className="text-sm text-secondary">
                  {phaseBeginWords(phase, number === 1, "en", "therapist")}
                </p>
              )}
              {checks.length > 0 && (
                <ul className="mt-1 grid gap-0.5 text-sm">
                  {checks.map((check) => (
                    <CheckLine key={check.field} check={check} />
                  ))}
                </ul>
              )}
              {!isInForce && now && (
                <div className="mt-2">
                  <BeginPhaseButton
                    planId={planId}
                    phaseId={phase.phaseId}
                    labels={{
                      button: t(number < now.number ? "tab.again" : "tab.begin", { name }),
                      title: t("tab.title", { name }),
                      text: t("tab.text", { patient: givenName, current: nowName }),
                      confirm: t("tab.confirm", { name }),
                      cancel: t("tab.cancel"),
                      failed: t("tab.failed"),
                    }}
                  />
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}

function checkWords(check: EntryCheck): string {
  const { limit } = check;
  if (check.field === "painMax")
    return check.worst === null
      ? t("tab.painNone", { limit })
      : t("tab.pain", { limit, value: check.worst });
  if (check.field === "sessionsMin") return t("tab.sessions", { limit, value: check.done });
  const { done, due } = check.adherence;
  return due === 0 ? t("tab.adherenceNone", { limit }) : t("tab.adherence", { limit, done, due });
}

function CheckLine({ check }: { check: EntryCheck }) {
  return (
    <li className={cx("flex gap-1.5 tabular-nums", check.isMet ? "text-spruce" : "text-secondary")}>
      <Icon name={check.isMet ? "check" : "minus"} className="mt-[0.15em]" />
      <span>
        {checkWords(check)} · {t(check.isMet ? "tab.met" : "tab.notMet")}
      </span>
    </li>
  );
}
