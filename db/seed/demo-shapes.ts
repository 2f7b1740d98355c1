import type { Weekday } from "../../lib/domain/calendar/local-date";
import { DAILY_ONCE, type Dosage, type Frequency } from "../../lib/domain/dosage/dosage";
import type { LadderDirection, PainLimits } from "../../lib/domain/plan/line";
import type { PhaseEntry } from "../../lib/domain/plan/phase";
import type { Locale, PainRule } from "../../lib/domain/plan/plan-document";
import type { Effort, PainNrs, SkipReason } from "../../lib/domain/session/facts";
import type { StaffRole } from "../schema/people";

// Every "days ago" is counted from the patient's own today; a plan's days run in the patient's zone.

export interface DemoStaff {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly role: StaffRole;
}

export interface DemoClinic {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly emergencyNumber: string;
  readonly paperSize: "A4" | "Letter";
  readonly weekStart: Weekday;
  readonly timeZone: string;
  readonly staff: readonly DemoStaff[];
  readonly patients: readonly DemoPatient[];
  /** Its library holds exercises of its own, favourites and a signed wording. */
  readonly hasOwnLibrary?: boolean;
}

export interface DemoCondition {
  readonly id: string;
  readonly onset?: number;
  readonly surgery?: number;
  readonly side?: "left" | "right" | "both";
  /** Days ago on which it was written down; the record's first day when left out. */
  readonly recorded?: number;
}

export interface DemoPatient {
  readonly key: string;
  readonly given: string;
  readonly family: string;
  readonly birthOn: string;
  readonly language: Locale;
  readonly zone: string;
  readonly email?: string;
  readonly phone?: string;
  readonly recordNumber?: string;
  /** Key of a therapist of the clinic. */
  readonly therapist: string;
  readonly created: number;
  readonly archived?: number;
  readonly conditions?: readonly DemoCondition[];
  readonly goals?: readonly string[];
  /** Days ago, with the time; negative: to come. */
  readonly visits?: readonly (readonly [daysAgo: number, time: string])[];
  readonly plan?: DemoPlan;
  readonly course?: DemoCourse;
}

export interface DemoLine {
  /** Stays from version to version. */
  readonly key: string;
  readonly slug: string;
  readonly dosage: Dosage;
  readonly cue?: string;
  readonly caution?: string;
  /** Key of its phase; left out: every phase. */
  readonly phase?: string;
  readonly mustDo?: boolean;
  /** Last day, counted in days ago. */
  readonly until?: number;
  readonly painLimits?: PainLimits;
  readonly ladder?: readonly {
    readonly direction: LadderDirection;
    readonly slug: string;
    readonly dosage: Dosage;
  }[];
}

export interface DemoPhase {
  readonly key: string;
  readonly name: string;
  readonly aim: string;
  readonly entry?: Partial<PhaseEntry>;
}

export interface DemoVersion {
  readonly daysAgo: number;
  readonly at: string;
  readonly note?: string;
  readonly rule?: Partial<PainRule>;
  /** Advice beyond what every new plan starts with. */
  readonly advice?: readonly string[];
  readonly phases?: readonly DemoPhase[];
  readonly lines: readonly DemoLine[];
}

export interface DemoPlan {
  readonly title: string;
  readonly episode: string;
  readonly created: number;
  readonly versions: readonly DemoVersion[];
  /** Work in progress beyond the last version. */
  readonly draft?: { readonly note?: string; readonly lines: readonly DemoLine[] };
  /** Phases that the therapist began, with the days ago. */
  readonly begun?: readonly (readonly [phase: string, daysAgo: number])[];
  readonly overrides?: readonly {
    readonly line: string;
    readonly condition: string;
    readonly trait: string;
    readonly reason: string;
  }[];
  /** Both days included; `until` null: until resumed. */
  readonly pauses?: readonly {
    readonly from: number;
    readonly until: number | null;
    readonly reason: string;
  }[];
  readonly ended?: number;
}

/** How a patient's weeks went; the logs are drawn from it. */
export interface DemoCourse {
  /** Mean pain before a session on these days ago, earliest first; straight lines between them. */
  readonly pain: readonly (readonly [daysAgo: number, nrs: number])[];
  /** A rating lies up to this much above or below. */
  readonly spread: number;
  /** Mean of pain after minus before. */
  readonly after: number;
  /** Share of due sessions that happen. */
  readonly attend: number;
  /** Days without any log, both included. */
  readonly silent?: readonly (readonly [from: number, until: number])[];
  /** Share of mornings that are rated. */
  readonly mornings: number;
  /** Share of sessions that are filled in one to three days later. */
  readonly late?: number;
  /** Share of sessions without a rating. */
  readonly unrated?: number;
  /** Clock time of the first, second, ... session of a day. */
  readonly times: readonly string[];
  /** Weekdays on which an any-days plan is done. */
  readonly weekdays?: readonly Weekday[];
  readonly effort: Effort | null;
  readonly lines?: Readonly<Record<string, LineCourse>>;
  readonly events?: readonly SessionEvent[];
  /** Zone of the device from this day ago on. */
  readonly travel?: { readonly from: number; readonly until: number; readonly zone: string };
}

export interface LineCourse {
  /** Worst pain during it, over pain before. */
  readonly pain?: number;
  readonly effort?: Effort;
  /** Share of sessions. */
  readonly partly?: number;
  readonly steppedDown?: number;
  readonly skipped?: readonly [share: number, reason: SkipReason];
}

/** One session that went in its own way; it happens whatever the dice say. */
export interface SessionEvent {
  readonly daysAgo: number;
  readonly slot: number;
  readonly before?: PainNrs;
  readonly after?: PainNrs;
  readonly note?: string;
  /** Line at which it was stopped for pain. */
  readonly stoppedAt?: string;
  /** Every exercise done as its easier variant. */
  readonly steppedDown?: boolean;
  /** Written again so many hours later with this pain before; `null`: taken back. */
  readonly corrected?: { readonly hoursLater: number; readonly before: PainNrs | null };
}

interface DoseShape extends Partial<Omit<Dosage, "frequency" | "holdSeconds">> {
  readonly hold?: number;
  readonly times?: number;
  readonly on?: Partial<Frequency>;
}

/** A dosage from what is said of it; the rest is one set, no side, every day. */
export function dose({ hold, times = 1, on, ...said }: DoseShape): Dosage {
  const frequency = { ...DAILY_ONCE, timesPerDayMin: times, timesPerDayMax: times, ...on };
  return {
    sets: 1,
    reps: null,
    holdSeconds: hold ?? null,
    durationSeconds: null,
    restSeconds: null,
    loadGrams: null,
    band: null,
    tempo: null,
    side: "none",
    ...said,
    frequency,
  };
}

/** A line with some of its dosage, cue or caution changed. */
export function changed(
  line: DemoLine,
  to: Partial<Dosage> & Omit<Partial<DemoLine>, "key" | "dosage">,
): DemoLine {
  const { cue, caution, slug, phase, mustDo, until, painLimits, ladder, ...dosage } = to;
  const said = { cue, caution, slug, phase, mustDo, until, painLimits, ladder };
  const given = Object.fromEntries(Object.entries(said).filter(([, v]) => v !== undefined));
  return { ...line, ...given, dosage: { ...line.dosage, ...dosage } };
}
