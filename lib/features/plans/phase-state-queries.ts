import type { Tx } from "../../../db/client";
import { type EntryCheck, entryChecks, readEntry } from "../../domain/adherence/phase-entry";
import type { LocalDate, Weekday } from "../../domain/calendar/local-date";
import type { Phase } from "../../domain/plan/phase";
import type { PlanDocument } from "../../domain/plan/plan-document";
import { isWithin } from "../../domain/schedule/date-window";
import { planFacts } from "../sessions/fact-queries";

/** A phase of the version that the patient has, as it stands today. */
export interface PhaseState {
  readonly phase: Phase;
  /** From 1. */
  readonly number: number;
  readonly isInForce: boolean;
  /** What it asks for before it begins; empty for a day or the therapist's word, and for the one in force. */
  readonly checks: readonly EntryCheck[];
}

interface Wanted {
  readonly clinicId: string;
  readonly patientId: string;
  /** Today in the patient's zone. */
  readonly today: LocalDate;
  readonly weekStart: Weekday;
}

/** The phases of a published version with the one in force and what the others wait for; empty without phases. */
export async function phaseStates(
  tx: Tx,
  { clinicId, patientId, today, weekStart }: Wanted,
  { planId, versionId, phases }: PlanDocument,
): Promise<PhaseState[]> {
  if (phases.length === 0) return [];
  const facts = await planFacts(tx, { clinicId, patientId, planId });
  if (!facts) return [];
  const version = facts.versions.find((one) => one.versionId === versionId);
  const span = version?.phases?.find((one) => isWithin([one], today));
  const reading = readEntry({ ...facts, today, weekStart }, span?.from ?? null);
  return phases.map((phase, i) => {
    const isInForce = phase.phaseId === span?.phaseId;
    const checks = isInForce || i === 0 ? [] : entryChecks(phase.entry, reading);
    return { phase, number: i + 1, isInForce, checks };
  });
}
