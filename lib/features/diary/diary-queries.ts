import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { clinic } from "../../../db/schema/clinic";
import { patient } from "../../../db/schema/patient";
import { plan, prescribedExerciseText } from "../../../db/schema/plan";
import type { RecordAccess } from "../../auth/access";
import { may } from "../../auth/policy";
import {
  addDays,
  earlierOf,
  type LocalDate,
  laterOf,
  localDateOf,
  type Weekday,
  weekStartOf,
} from "../../domain/calendar/local-date";
import {
  DIARY_DAYS,
  type DiaryDay,
  type DiaryLine,
  diaryDays,
  diaryLines,
} from "../../domain/schedule/diary-grid";
import { NotFound } from "../../errors/app-error";
import { dosageShort } from "../../i18n/dosage-words";
import { viewPatient } from "../patients/view-patient";
import {
  type MorningRecord,
  type PlanFacts,
  planFactsOfClinic,
  type SessionRecord,
} from "../sessions/fact-queries";
import type {
  DiaryContent,
  DiaryDayView,
  DiaryExercise,
  DiaryMorning,
  DiarySession,
  DiaryWeek,
} from "./diary";

type Access = RecordAccess<"enter-diary">;

/** The page opens on the week of this many days ago: a sheet comes back when its week is nearly over. */
const SHEET_AGE_DAYS = 3;

/** Today and the weeks of a patient's diary, in the patient's zone. Throws `NotFound`. */
export async function diaryClock(tx: Tx, { clinicId, patientId }: Access, now: Date) {
  const [row] = await tx
    .select({
      timeZone: patient.timeZone,
      archivedAt: patient.archivedAt,
      weekStart: clinic.weekStart,
    })
    .from(patient)
    .innerJoin(clinic, eq(clinic.id, patient.clinicId))
    .where(and(eq(patient.clinicId, clinicId), eq(patient.id, patientId)));
  if (!row) throw new NotFound();
  const { timeZone, archivedAt } = row;
  const weekStart = row.weekStart as Weekday;
  return {
    timeZone,
    weekStart,
    isArchived: archivedAt !== null,
    today: localDateOf(now, timeZone),
  };
}

/** Every published plan of the patient, with what was logged from `sinceOn` on. */
export async function diaryPlans(
  tx: Tx,
  { clinicId, patientId }: Access,
  sinceOn: LocalDate,
): Promise<PlanFacts[]> {
  const rows = await tx
    .select({ id: plan.id })
    .from(plan)
    .where(
      and(eq(plan.clinicId, clinicId), eq(plan.patientId, patientId), isNotNull(plan.startedOn)),
    );
  const ids = rows.map(({ id }) => id);
  return [...(await planFactsOfClinic(tx, clinicId, ids, sinceOn)).values()];
}

async function firstPlanDay(tx: Tx, { clinicId, patientId }: Access): Promise<LocalDate | null> {
  const rows = await tx
    .select({ on: plan.startedOn })
    .from(plan)
    .where(
      and(eq(plan.clinicId, clinicId), eq(plan.patientId, patientId), isNotNull(plan.startedOn)),
    );
  const days = rows.flatMap(({ on }) => on ?? []);
  return days.length === 0 ? null : days.reduce(earlierOf);
}

async function namesOf(tx: Tx, clinicId: string, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, string>();
  const rows = await tx
    .select({ id: prescribedExerciseText.prescribedId, name: prescribedExerciseText.name })
    .from(prescribedExerciseText)
    .where(
      and(
        eq(prescribedExerciseText.clinicId, clinicId),
        eq(prescribedExerciseText.locale, "en"),
        inArray(prescribedExerciseText.prescribedId, [...ids]),
      ),
    );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What of a log the viewer may see and change: all of it, or what they typed in themselves. */
interface Sight {
  readonly userId: string;
  readonly seesRecord: boolean;
  readonly isArchived: boolean;
}

type Typed = Pick<SessionRecord, "source" | "typedBy">;

function sightOf(log: Typed, { userId, seesRecord, isArchived }: Sight) {
  const isOwn = log.source === "paper" && log.typedBy === userId;
  const isOpen = log.source === "paper" && (seesRecord || isOwn) && !isArchived;
  return { sees: seesRecord || isOwn, isOpen };
}

/** True when this member of staff may correct what was typed in: clinicians all of it, the front desk its own. */
export function mayCorrect({ role, userId }: Access, log: Typed): boolean {
  const seesRecord = may(role, "view-record");
  return sightOf(log, { userId, seesRecord, isArchived: false }).isOpen;
}

function contentOf(session: SessionRecord, lines: ReadonlyMap<string, string>): DiaryContent {
  const { painBefore, painAfter, exercises } = session;
  const byLine = exercises.flatMap((fact) => {
    const lineId = lines.get(fact.prescribedId);
    return lineId ? [[lineId, fact] as const] : [];
  });
  return { painBefore, painAfter, exercises: Object.fromEntries(byLine) };
}

function sessionOf(session: SessionRecord, plan: PlanFacts, sight: Sight): DiarySession {
  const version = plan.versions.find(({ versionId }) => versionId === session.versionId);
  const pairs = (version?.exercises ?? []).map((e) => [e.prescribedId, e.lineId] as const);
  const { sees, isOpen } = sightOf(session, sight);
  return {
    id: session.id,
    rootId: session.rootId,
    source: session.source,
    reportedBy: session.reportedBy ?? null,
    isOpen,
    content: sees ? contentOf(session, new Map(pairs)) : null,
    prescribedIds: Object.fromEntries(pairs.map(([id, lineId]) => [lineId, id])),
  };
}

function morningOf(morning: MorningRecord | undefined, sight: Sight): DiaryMorning | null {
  if (!morning) return null;
  const { id, rootId, source, pain } = morning;
  const { sees, isOpen } = sightOf(morning, sight);
  return { id, rootId, source, isOpen, pain: sees ? pain : null };
}

function dayView(
  day: DiaryDay,
  plans: readonly PlanFacts[],
  today: LocalDate,
  sight: Sight,
): DiaryDayView {
  const { on, state, times, hasMorning } = day;
  const isOutside = state === "outside";
  const ofDay = plans.flatMap((facts) =>
    facts.sessions.filter(({ localOn }) => localOn === on).map((s) => sessionOf(s, facts, sight)),
  );
  const morning = plans.flatMap((facts) => facts.mornings).find(({ localOn }) => localOn === on);
  return {
    on,
    state,
    closed: on > today ? "future" : isOutside && !hasMorning ? "outside" : null,
    times,
    lines: Object.fromEntries(
      day.lines.map(({ lineId, prescribedId, due }) => [lineId, { prescribedId, due }]),
    ),
    sessions: ofDay,
    hasMorning,
    morning: morningOf(morning, sight),
  };
}

function exerciseRow(
  { lineId, prescribedId, dosage }: DiaryLine,
  names: ReadonlyMap<string, string>,
  seesRecord: boolean,
): DiaryExercise {
  return {
    lineId,
    name: names.get(prescribedId) ?? "",
    dose: seesRecord ? dosageShort(dosage, "en") : null,
    unit: dosage.durationSeconds === null ? "reps" : "seconds",
  };
}

/** The week to show: that of the day asked for, else the newest whose sheet can be back. */
function chooseWeek(
  asked: LocalDate | undefined,
  first: LocalDate | null,
  { today, weekStart }: { today: LocalDate; weekStart: Weekday },
) {
  const newest = weekStartOf(today, weekStart);
  const oldest = earlierOf(newest, weekStartOf(first ?? today, weekStart));
  const wanted = weekStartOf(asked ?? addDays(today, -SHEET_AGE_DAYS), weekStart);
  const weekOn = earlierOf(newest, laterOf(oldest, wanted));
  return {
    weekOn,
    olderOn: weekOn > oldest ? addDays(weekOn, -DIARY_DAYS) : null,
    newerOn: weekOn < newest ? addDays(weekOn, DIARY_DAYS) : null,
  };
}

/**
 * A week of the patient's days with the exercises in force on each and what is there already. Whoever does
 * not see the record gets names, days, and what they typed in themselves; of everything else only that it is
 * there. `week`: any day of the week. The look is audited, once an hour.
 */
export async function diaryWeek(
  access: Access,
  { week, now }: { week: LocalDate | undefined; now: Date },
): Promise<DiaryWeek> {
  await viewPatient(access, now);
  const { clinicId, patientId, userId } = access;
  const seesRecord = may(access.role, "view-record");
  return inScope(access.scope, async (tx) => {
    const [clock, first] = await Promise.all([
      diaryClock(tx, access, now),
      firstPlanDay(tx, access),
    ]);
    const { today, isArchived } = clock;
    const chosen = chooseWeek(week, first, clock);
    const plans = await diaryPlans(tx, access, chosen.weekOn);
    const days = diaryDays(plans, chosen.weekOn);
    const lines = diaryLines(days);
    const names = await namesOf(
      tx,
      clinicId,
      lines.map(({ prescribedId }) => prescribedId),
    );
    const sight = { userId, seesRecord, isArchived };
    return {
      patientId,
      ...chosen,
      today,
      days: days.map((day) => dayView(day, plans, today, sight)),
      rows: lines.map((line) => exerciseRow(line, names, seesRecord)),
      seesRecord,
      isArchived,
    };
  });
}
