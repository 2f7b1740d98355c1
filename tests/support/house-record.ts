import { inScope, type Tx } from "@/db/client";
import { newId } from "@/db/id";
import { consent, episode, goal, patientCondition, visit } from "@/db/schema/patient";
import { portalSnapshot } from "@/db/schema/portal-snapshot";
import { exerciseLog, morningLog, sessionLog } from "@/db/schema/session-log";
import { recordAudit } from "@/lib/audit/record";
import { addDays, type LocalDate, localDateOf } from "@/lib/domain/calendar/local-date";
import { PRIVACY_VERSION } from "@/lib/features/account/privacy";
import type { TestPatient, TestStaff } from "./fixtures";
import type { Marker, Needles } from "./house";
import { insertPlan, OVERRIDDEN } from "./house-plan";

/** What the record and the plan of a house's patient consist of. */
export interface HouseRecord {
  readonly planId: string;
  readonly versionId: string;
  readonly prescribedId: string;
  readonly lineId: string;
  readonly qrToken: string;
  readonly revision: number;
  readonly conditionRowId: string;
  readonly goalId: string;
  readonly visitId: string;
  readonly sessionLogId: string;
  readonly today: LocalDate;
  readonly needles: Pick<Needles, "plan" | "diary" | "log" | "clinical">;
}

function textsFrom(as: Marker) {
  return {
    plan: {
      title: as("PlanTitle"),
      note: as("VersionNote"),
      cue: as("Cue"),
      caution: as("Caution"),
      exercise: as("Exercise"),
      phase: as("PhaseName"),
      greenText: as("Green"),
      amberText: as("Amber"),
      redText: as("Red"),
    },
    log: { note: as("SessionNote") },
    clinical: {
      goal: as("Goal"),
      condition: as("ConditionNote"),
      episode: as("Episode"),
      reason: as("Reason"),
      draftNote: as("DraftNote"),
      draftCue: as("DraftCue"),
      draftCaution: as("DraftCaution"),
      pause: as("PauseReason"),
    },
  };
}

type Texts = ReturnType<typeof textsFrom>;
type Ids = Record<
  "plan" | "episode" | "version" | "prescribed" | "line" | "condition" | "goal" | "visit" | "log",
  string
>;

/** What the rows of a record are made from. */
export interface Work {
  readonly tx: Tx;
  readonly clinicId: string;
  readonly patientId: string;
  readonly by: string;
  readonly ids: Ids;
  readonly texts: Texts;
  readonly qrToken: string;
  readonly today: LocalDate;
}

async function insertRecord({ tx, clinicId, patientId, by, ids, texts, today }: Work) {
  const own = { clinicId, patientId, createdBy: by };
  const { clinical } = texts;
  await tx.insert(patientCondition).values({
    ...own,
    id: ids.condition,
    conditionId: OVERRIDDEN.conditionId,
    note: clinical.condition,
  });
  await tx.insert(goal).values({ ...own, id: ids.goal, text: clinical.goal });
  await tx.insert(visit).values({ ...own, id: ids.visit, visitOn: addDays(today, 3) });
  await tx.insert(episode).values({
    ...own,
    id: ids.episode,
    title: clinical.episode,
    startedOn: addDays(today, -20),
  });
}

async function insertLogs({ tx, clinicId, patientId, ids, texts, today }: Work) {
  const localOn = addDays(today, -2);
  const at = new Date(`${localOn}T10:00:00Z`);
  const typed = {
    clinicId,
    patientId,
    id: ids.log,
    rootId: ids.log,
    occurredAt: at,
    typedAt: at,
    zone: "Europe/Madrid",
    localOn,
    source: "live" as const,
  };
  await tx.insert(sessionLog).values({
    ...typed,
    planId: ids.plan,
    versionId: ids.version,
    painBefore: 4,
    painAfter: 6,
    note: texts.log.note,
  });
  await tx.insert(exerciseLog).values({
    clinicId,
    patientId,
    sessionLogId: ids.log,
    prescribedId: ids.prescribed,
    outcome: "done",
    setsDone: 3,
    repsDone: 10,
  });
  await tx.insert(morningLog).values({ ...typed, pain: 5 });
  await tx
    .insert(portalSnapshot)
    .values({ clinicId, patientId, stamp: "stale", body: "{}", madeAt: new Date() });
}

/** Fills the record of a house's patient; the neighbour gets a consent. */
export async function makeHouseRecord(
  { clinicId, patientId }: TestPatient,
  neighbour: TestPatient,
  therapist: TestStaff,
  as: Marker,
): Promise<HouseRecord> {
  const names = ["plan", "episode", "version", "prescribed", "line"] as const;
  const others = ["condition", "goal", "visit", "log"] as const;
  const ids = Object.fromEntries([...names, ...others].map((name) => [name, newId()])) as Ids;
  const today = localDateOf(new Date(), "Europe/Madrid");
  const texts = textsFrom(as);
  const qrToken = newId();
  const by = therapist.userId;
  await inScope({ clinicId, userId: by }, async (tx) => {
    const work: Work = { tx, clinicId, patientId, by, ids, texts, qrToken, today };
    await insertRecord(work);
    await insertPlan(work);
    await insertLogs(work);
    await tx.insert(consent).values(
      [patientId, neighbour.patientId].map((person) => ({
        clinicId,
        id: newId(),
        patientId: person,
        documentVersion: PRIVACY_VERSION,
        locale: "en" as const,
      })),
    );
    await recordAudit(
      tx,
      { clinicId, userId: by },
      { action: "plan.publish", subjectKind: "plan_version", patientId },
    );
  });
  const { exercise, ...plan } = texts.plan;
  return {
    planId: ids.plan,
    versionId: ids.version,
    prescribedId: ids.prescribed,
    lineId: ids.line,
    qrToken,
    revision: 1,
    conditionRowId: ids.condition,
    goalId: ids.goal,
    visitId: ids.visit,
    sessionLogId: ids.log,
    today,
    needles: {
      plan: Object.values(plan),
      diary: [exercise],
      log: Object.values(texts.log),
      clinical: Object.values(texts.clinical),
    },
  };
}
