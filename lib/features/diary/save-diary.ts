import { inScope, type Tx } from "../../../db/client";
import { insertBoth, insertRows } from "../../../db/insert-rows";
import { exerciseLog, morningLog, sessionLog } from "../../../db/schema/session-log";
import { type AuditEntry, recordAudit } from "../../audit/record";
import type { RecordAccess } from "../../auth/access";
import { diaryDays } from "../../domain/schedule/diary-grid";
import { Conflict, Invalid } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { openRecord } from "../patients/open-record";
import { exerciseContent } from "../sessions/judge-entry";
import { isTakenId } from "../sessions/sync-batch";
import { diaryClock, diaryPlans, mayCorrect } from "./diary-queries";
import {
  type Accepted,
  type Judged,
  type Judging,
  judgeMorning,
  judgeSession,
} from "./judge-diary";
import { type DiaryMorningRow, type DiarySessionRow, knownRows } from "./known-rows";
import { type DiaryInput, diaryInput } from "./schema";

/** What became of a typed-in week; entries that were saved before count again. */
export interface DiarySaved {
  readonly sessions: number;
  readonly mornings: number;
}

type Access = RecordAccess<"enter-diary">;

function isAccepted<Row>(judged: Judged<Row>): judged is Accepted<Row> {
  return judged !== "duplicate" && "row" in judged;
}

/** Every entry that has to be written. Throws `Invalid` with a sentence for each that cannot be taken. */
function acceptAll(judging: Judging) {
  const { sessions, mornings } = judging.input;
  const fieldErrors: Record<string, string> = {};
  const taken = <Row>(kind: string, all: readonly Judged<Row>[]): Accepted<Row>[] => {
    all.forEach((judged, i) => {
      if (judged === "duplicate" || isAccepted(judged)) return;
      fieldErrors[`${kind}.${i}.${judged.field}`] = judged.sentence;
    });
    return all.filter(isAccepted);
  };
  const accepted = {
    sessions: taken(
      "sessions",
      sessions.map((_, i) => judgeSession(i, judging)),
    ),
    mornings: taken(
      "mornings",
      mornings.map((_, i) => judgeMorning(i, judging)),
    ),
  };
  if (Object.keys(fieldErrors).length > 0) throw new Invalid(fieldErrors);
  return accepted;
}

function actionOf({ row, replaced }: Accepted<{ withdrawn: boolean }>): AuditEntry["action"] {
  if (!replaced) return "diary.enter";
  return row.withdrawn ? "diary.withdraw" : "diary.correct";
}

function changedInSession({ row, replaced }: Accepted<DiarySessionRow>): string[] {
  if (!replaced) return [];
  const fields = ["painBefore", "painAfter", "withdrawn", "reportedBy"] as const;
  const changed: string[] = fields.filter((field) => row[field] !== replaced[field]);
  const isSame = exerciseContent(row.exercises) === exerciseContent(replaced.exercises);
  return isSame ? changed : [...changed, "exercises"];
}

function changedInMorning({ row, replaced }: Accepted<DiaryMorningRow>): string[] {
  if (!replaced) return [];
  const fields = ["pain", "withdrawn", "reportedBy"] as const;
  return fields.filter((field) => row[field] !== replaced[field]);
}

async function write(tx: Tx, access: Access, accepted: ReturnType<typeof acceptAll>) {
  const sessions = accepted.sessions.map(({ row }) => row);
  const mornings = accepted.mornings.map(({ row }) => row);
  const exercises = sessions.flatMap((row) => row.exercises);
  if (exercises.length > 0) await insertBoth(tx, [sessionLog, sessions], [exerciseLog, exercises]);
  else if (sessions.length > 0) await insertRows(tx, sessionLog, sessions);
  if (mornings.length > 0) await insertRows(tx, morningLog, mornings);
  await recordAudit(
    tx,
    access,
    ...accepted.sessions.map((each) => ({
      action: actionOf(each),
      subjectKind: "session_log",
      subjectId: each.row.id,
      fields: changedInSession(each),
    })),
    ...accepted.mornings.map((each) => ({
      action: actionOf(each),
      subjectKind: "morning_log",
      subjectId: each.row.id,
      fields: changedInMorning(each),
    })),
  );
}

async function judgingOf(tx: Tx, access: Access, input: DiaryInput, now: Date): Promise<Judging> {
  const [clock, plans, known] = [
    await diaryClock(tx, access, now),
    await diaryPlans(tx, access, input.weekOn),
    await knownRows(tx, access, input),
  ];
  return {
    access,
    input,
    known,
    now,
    days: diaryDays(plans, input.weekOn),
    versions: plans.flatMap(({ versions }) => versions),
    today: clock.today,
    zone: clock.timeZone,
    mayCorrect: (row) => mayCorrect(access, row),
  };
}

/**
 * Takes a week that staff typed in from a paper diary: one session for each column, one rating for each
 * morning, all or none. Any day from the plan's start to today (the patient's zone); the limit of a phone
 * does not hold, since paper was filled in on its day. Entries are appended; a correction replaces, taking
 * back keeps, what was typed from paper before, never what came from a phone. The same entry twice is one.
 * Throws `Invalid` by field (`sessions.2.exercises.0.setsDone`), `Conflict` when the record is archived or an
 * id holds something else, `NotFound`.
 */
export async function saveDiary(access: Access, input: unknown, now: Date): Promise<DiarySaved> {
  const typed = parse(diaryInput, input);
  try {
    await inScope(access.scope, async (tx) => {
      await openRecord(tx, access);
      await write(tx, access, acceptAll(await judgingOf(tx, access, typed, now)));
    });
  } catch (error) {
    if (isTakenId(error))
      throw new Conflict("Some entries were saved before. Open the week again.");
    throw error;
  }
  return { sessions: typed.sessions.length, mornings: typed.mornings.length };
}
