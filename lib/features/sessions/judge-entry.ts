import type { SelfAccess } from "../../auth/access";
import {
  addDays,
  daysBetween,
  type LocalDate,
  localDateOf,
} from "../../domain/calendar/local-date";
import { LATE_DAYS, type LogSource } from "../../domain/session/facts";
import { correctedInstant, LIVE_HOURS } from "../../domain/session/log-bounds";
import type { MorningItem, SessionItem } from "./schema";
import type { RejectCode } from "./sync-answer";
import type { KnownFacts, MorningRow, SessionRows } from "./sync-queries";

/** A judged entry: taken with its row, here already, or refused. */
export type Verdict<Row> =
  | { readonly status: "accepted"; readonly row: Row; readonly replaced: Row | null }
  | { readonly status: "duplicate" }
  | {
      readonly status: "rejected";
      readonly code: RejectCode;
      readonly fields: Readonly<Record<string, string>>;
    };

/** The clocks of a batch: the device's error, and the server's now. */
export interface Clocks {
  readonly skewMs: number;
  readonly now: Date;
}

/** A clock that was set back since typing puts an entry a little into the future; more is a mistake. */
const FUTURE_TOLERANCE_MS = 10 * 60_000;
const HOUR_MS = 3_600_000;

function rejected(code: RejectCode, field: string, sentence: string) {
  return { status: "rejected", code, fields: { [field]: sentence } } as const;
}

const FUTURE = "This is in the future.";
const TOO_LATE = `A day can be filled in or corrected up to ${LATE_DAYS} days later.`;
const TAKEN = "This id is in use for something else.";

interface When {
  readonly occurredAt: Date;
  readonly typedAt: Date;
  readonly zone: string;
  readonly localOn: LocalDate;
  readonly source: LogSource;
}

type Timed = Pick<SessionItem, "occurredAt" | "typedAt" | "zone" | "localOn">;
type ChainStart = Pick<SessionRows, "occurredAt" | "zone" | "localOn" | "source"> | undefined;

/** When a fresh entry was done: the chosen day as it is, else the device's time corrected. */
function doneWhen(item: Timed, typedAt: Date, skewMs: number) {
  if (item.localOn === null) {
    const { at, on } = correctedInstant(item.occurredAt, skewMs, item.zone);
    const late = typedAt.getTime() - at.getTime() > LIVE_HOURS * HOUR_MS;
    return { occurredAt: at, localOn: on, source: late ? ("late" as const) : ("live" as const) };
  }
  if (localDateOf(item.occurredAt, item.zone) !== item.localOn) return null;
  return { occurredAt: item.occurredAt, localOn: item.localOn, source: "late" as const };
}

/** What a correction is: what staff typed in from paper and a patient changes is filled in afterwards. */
function sourceAgain(chain: NonNullable<ChainStart>, typedOn: LocalDate): LogSource {
  return typedOn > chain.localOn || chain.source === "paper" ? "late" : chain.source;
}

/**
 * Settles the two clocks of an entry. A sitting's day is frozen by the first row of its chain; a
 * correction typed on a later day counts as filled in afterwards. Lateness is measured when typed.
 */
function settleTime(item: Timed, chain: ChainStart, { skewMs, now }: Clocks) {
  const typed = correctedInstant(item.typedAt, skewMs, item.zone);
  const future = rejected("in_future", "typedAt", FUTURE);
  if (typed.at.getTime() > now.getTime() + FUTURE_TOLERANCE_MS) return future;
  const typedAt = typed.at > now ? now : typed.at;
  const typedOn = localDateOf(typedAt, item.zone);
  const done = chain
    ? { ...chain, source: sourceAgain(chain, typedOn) }
    : doneWhen(item, typedAt, skewMs);
  if (!done) return rejected("invalid", "localOn", "The day and the time do not belong together.");
  if (daysBetween(done.localOn, typedOn) > LATE_DAYS) {
    return rejected("too_late", "occurredAt", TOO_LATE);
  }
  if (!chain) {
    const ahead = done.occurredAt.getTime() - typedAt.getTime();
    if (done.localOn > typedOn || (item.localOn === null && ahead > FUTURE_TOLERANCE_MS)) {
      return rejected("in_future", "occurredAt", FUTURE);
    }
  }
  const zone = chain?.zone ?? item.zone;
  const { occurredAt, localOn, source } = done;
  return {
    status: "settled",
    when: { occurredAt, typedAt, zone, localOn, source } as When,
  } as const;
}

/** The exercises of a row in one form, whatever their order. */
export function exerciseContent(exercises: SessionRows["exercises"]): string {
  const rows = [...exercises]
    .sort((a, b) => (a.prescribedId < b.prescribedId ? -1 : 1))
    .map((e) => [
      e.prescribedId,
      e.outcome,
      e.setsDone,
      e.repsDone,
      e.holdSecondsDone,
      e.durationSecondsDone,
      e.painWorst,
      e.effort,
      e.skipReason,
    ]);
  return JSON.stringify(rows);
}

/** What makes two rows the same log: everything but the clocks, which a retry measures anew. */
function contentOf(row: SessionRows): string {
  const { rootId, versionId, painBefore, painAfter, stoppedForPain, withdrawn, note } = row;
  const columns = [rootId, versionId, painBefore, painAfter, stoppedForPain, withdrawn, note];
  return JSON.stringify(columns) + exerciseContent(row.exercises);
}

/** The columns of a session row that come from the entry itself. */
function sessionColumns(item: SessionItem, { clinicId, patientId }: SelfAccess, planId: string) {
  const { id, rootId, versionId, painBefore, painAfter, stoppedForPain, withdrawn, note } = item;
  const exercises = item.exercises.map((e) => ({ ...e, clinicId, patientId, sessionLogId: id }));
  const pains = { painBefore, painAfter, stoppedForPain };
  return {
    clinicId,
    id,
    patientId,
    rootId,
    planId,
    versionId,
    ...pains,
    withdrawn,
    note,
    exercises,
  };
}

/** Of one chain, the row typed last: what a correction replaces. */
function newestOf<T extends { typedAt: Date }>(chain: readonly T[]): T | null {
  return chain.reduce<T | null>((a, b) => (a && a.typedAt > b.typedAt ? a : b), null);
}

/** Judges a session entry against what is known; see `SyncResult`. */
export function judgeSession(
  item: SessionItem,
  known: { versions: KnownFacts["versions"]; sessions: readonly SessionRows[] },
  access: SelfAccess,
  clocks: Clocks,
): Verdict<SessionRows> {
  const version = known.versions.find((v) => v.versionId === item.versionId);
  if (!version) return rejected("not_found", "versionId", "This plan is not here.");
  const columns = sessionColumns(item, access, version.planId);
  const same = known.sessions.find((row) => row.id === item.id);
  if (same) {
    const unchanged = contentOf(same) === contentOf({ ...same, ...columns });
    return unchanged ? { status: "duplicate" } : rejected("conflict", "id", TAKEN);
  }
  const chain = known.sessions.filter((row) => row.rootId === item.rootId);
  if (chain[0] && chain[0].versionId !== item.versionId) {
    return rejected("conflict", "versionId", "A correction keeps the plan of its session.");
  }
  const stranger = item.exercises.findIndex((e) => !version.prescribedIds.includes(e.prescribedId));
  if (stranger >= 0) {
    const field = `exercises.${stranger}.prescribedId`;
    return rejected("not_found", field, "This exercise is not in the plan.");
  }
  const time = settleTime(item, chain[0], clocks);
  if (time.status === "rejected")
    return { ...time, ...beforePlan(item, version.planStartedOn, clocks) };
  const early = chain[0] ? null : beforePlan(item, version.planStartedOn, clocks);
  if (early) return early;
  const row = { ...columns, ...time.when };
  return { status: "accepted", row, replaced: newestOf(chain) };
}

/** Too early for the plan: a device west of the record's zone may be one day behind. */
function beforePlan(item: SessionItem, startedOn: LocalDate | null, { skewMs }: Clocks) {
  const on = item.localOn ?? correctedInstant(item.occurredAt, skewMs, item.zone).on;
  if (startedOn !== null && on >= addDays(startedOn, -1)) return null;
  return rejected("before_plan", "occurredAt", "This is before the plan began.");
}

/** Judges a morning rating. */
export function judgeMorning(
  item: MorningItem,
  known: { mornings: readonly MorningRow[] },
  { clinicId, patientId }: SelfAccess,
  clocks: Clocks,
): Verdict<MorningRow> {
  const same = known.mornings.find((row) => row.id === item.id);
  if (same) {
    const unchanged = same.pain === item.pain && same.rootId === item.rootId;
    return unchanged ? { status: "duplicate" } : rejected("conflict", "id", TAKEN);
  }
  const chain = known.mornings.filter((row) => row.rootId === item.rootId);
  const time = settleTime(item, chain[0], clocks);
  if (time.status === "rejected") return time;
  const { id, rootId, pain } = item;
  const row = { clinicId, id, patientId, rootId, pain, withdrawn: false, ...time.when };
  return { status: "accepted", row, replaced: newestOf(chain) };
}
