"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { searchable } from "../../../../domain/library/search-text";
import { shortDate } from "../../../../i18n/date-words";
import type { TemplatePatient } from "../../../templates/actions";
import type { BuilderData } from "../../builder-queries";
import type { PlanEntry } from "../../plan-set-queries";
import { setOfPlan } from "../../template-content";
import { type InsertPane, Waiting } from "./insert-pane";
import { PlanList } from "./plan-list";
import { usePeople, usePlanSet, usePlansOf } from "./use-plan-sets";

/** When a plan ran, in words. */
function usePlanWords() {
  const t = useTranslations("templates.plans");
  return ({ number, startedOn, endedOn, planId }: PlanEntry, thisPlanId: string) => {
    const from = startedOn && shortDate(startedOn, "en");
    return [
      t("version", { number }),
      ...(planId === thisPlanId ? [t("this")] : []),
      ...(from && endedOn ? [t("span", { from, to: shortDate(endedOn, "en") })] : []),
      ...(from && !endedOn ? [t("since", { from })] : []),
    ].join(" · ");
  };
}

const begins = (text: string, words: readonly string[]) =>
  words.every((word) => ` ${text}`.includes(` ${word}`));

/** Plans to copy from: this patient's, and with a name typed any other patient's. Names stay in the browser. */
export function usePlanPane(
  data: BuilderData,
  {
    isActive,
    isShown,
    onOpen,
  }: { readonly isActive: boolean; readonly isShown: boolean; readonly onOpen: () => void },
): InsertPane {
  const t = useTranslations("templates.plans");
  const wordsOf = usePlanWords();
  const [text, setText] = useState("");
  const [other, setOther] = useState<TemplatePatient | null>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const typed = searchable(text).split(" ").filter(Boolean);
  const searches = typed.length > 0;
  const everybody = usePeople(isActive && searches);
  const own = usePlansOf(isActive ? (other?.id ?? data.patientId) : null);

  const people = (everybody.people ?? [])
    .filter(({ id }) => id !== data.patientId)
    .filter(({ searchText }) => begins(searchText, typed));
  const isThis = ({ planId }: PlanEntry) => planId === data.planId;
  const plans = [
    ...(own.plans ?? []).filter((plan) => !isThis(plan)),
    ...(own.plans ?? []).filter(isThis),
  ];
  const current = searches
    ? null
    : (plans.find(({ planId }) => planId === wanted) ?? plans[0] ?? null);
  const { set, failed, retry } = usePlanSet(isShown ? (current?.planId ?? null) : null);
  const load = searches ? everybody : own;
  const isWaiting = searches ? everybody.people === null : own.plans === null;
  const goTo = (person: TemplatePatient | null) => {
    setOther(person);
    setText("");
    setWanted(null);
  };

  return {
    list: (
      <PlanList
        text={text}
        givenName={data.sheet.patientGivenName}
        other={other}
        people={searches ? people : null}
        plans={plans.map((plan) => ({ ...plan, says: wordsOf(plan, data.planId) }))}
        currentId={current?.planId ?? null}
        waiting={isWaiting ? <Waiting failed={load.failed} onRetry={load.retry} /> : null}
        onText={setText}
        onPerson={goTo}
        onCurrent={setWanted}
        onChoose={(planId) => {
          setWanted(planId);
          onOpen();
        }}
      />
    ),
    hasCurrent: current !== null,
    set: set && setOfPlan(set, { patientId: data.patientId, locale: data.sheet.locale }),
    failed,
    retry,
    head: current && (
      <p className="mt-1 text-sm text-secondary tabular-nums">
        {other && <span className="font-semibold text-ink">{other.name} · </span>}
        {wordsOf(current, data.planId)}
      </p>
    ),
    foot: other && t("audited"),
    otherPatient: other?.name ?? null,
  };
}
