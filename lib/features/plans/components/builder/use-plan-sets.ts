"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type TemplatePatient, templatePatientsAction } from "../../../templates/actions";
import { publishedPlansAction, readPlanSetAction } from "../../plan-set-actions";
import type { PlanEntry, PlanSet } from "../../plan-set-queries";

/** Milliseconds on one plan before its exercises are asked for: arrows pass many. */
const QUIET_MS = 150;

/** Things asked for by a key, each once until it failed. */
function useAsked<T>(ask: (key: string) => Promise<T | null | undefined>) {
  const [found, setFound] = useState<Readonly<Record<string, T>>>({});
  const [failed, setFailed] = useState<string | null>(null);
  const asked = useRef(new Set<string>());
  const load = useCallback(
    async (key: string) => {
      if (asked.current.has(key)) return;
      asked.current.add(key);
      setFailed(null);
      const answer = await ask(key).catch(() => null);
      if (answer) return setFound((all) => ({ ...all, [key]: answer }));
      asked.current.delete(key);
      setFailed(key);
    },
    [ask],
  );
  return { found, failed, load };
}

const askPlans = async (patientId: string) => (await publishedPlansAction({ patientId })).plans;
const askSet = async (planId: string) => (await readPlanSetAction({ planId })).set;
const askPeople = async () => (await templatePatientsAction()).patients;

/** Published plans by patient; null until they came. */
export function usePlansOf(patientId: string | null) {
  const { found, failed, load } = useAsked<readonly PlanEntry[]>(askPlans);
  useEffect(() => {
    if (patientId !== null) void load(patientId);
  }, [patientId, load]);
  return {
    plans: patientId === null ? null : (found[patientId] ?? null),
    failed: patientId !== null && failed === patientId,
    retry: () => void (patientId !== null && load(patientId)),
  };
}

/** The exercises of the plan that is looked at. */
export function usePlanSet(planId: string | null) {
  const { found, failed, load } = useAsked<PlanSet>(askSet);
  useEffect(() => {
    if (planId === null) return;
    const timer = setTimeout(() => void load(planId), QUIET_MS);
    return () => clearTimeout(timer);
  }, [planId, load]);
  return {
    set: planId === null ? null : (found[planId] ?? null),
    failed: planId !== null && failed === planId,
    retry: () => void (planId !== null && load(planId)),
  };
}

/** The caseload, once it is wanted. */
export function usePeople(isWanted: boolean) {
  const { found, failed, load } = useAsked<readonly TemplatePatient[]>(askPeople);
  useEffect(() => {
    if (isWanted) void load("all");
  }, [isWanted, load]);
  return {
    people: found.all ?? null,
    failed: failed !== null,
    retry: () => void load("all"),
  };
}
