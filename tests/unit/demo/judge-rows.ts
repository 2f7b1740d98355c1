import type { DemoRows } from "@/db/seed/demo-rows";
import type { SelfAccess } from "@/lib/auth/access";
import type { LocalDate } from "@/lib/domain/calendar/local-date";
import { judgeMorning, judgeSession } from "@/lib/features/sessions/judge-entry";
import { syncItem } from "@/lib/features/sessions/schema";
import type { SessionRows } from "@/lib/features/sessions/sync-queries";

type LogRow = DemoRows["sessionLog"][number];

function exercisesOf(rows: DemoRows, sessionLogId: string) {
  return rows.exerciseLog.filter((row) => row.sessionLogId === sessionLogId);
}

/** The row as the phone that made it would hand it in. */
function itemOf(rows: DemoRows, row: LogRow) {
  const { id, rootId, versionId, occurredAt, typedAt, zone, localOn, source } = row;
  const { painBefore, painAfter, stoppedForPain, withdrawn, note } = row;
  return {
    kind: "session",
    id,
    rootId,
    versionId,
    occurredAt: occurredAt.toISOString(),
    typedAt: typedAt.toISOString(),
    zone,
    localOn: source === "late" && id === rootId ? localOn : null,
    painBefore,
    painAfter,
    stoppedForPain,
    withdrawn,
    note,
    exercises: exercisesOf(rows, id).map(
      ({ clinicId: _, sessionLogId: __, patientId: ___, ...done }) => done,
    ),
  };
}

/** Both rows with their keys in one order and without what the database adds. */
function comparable(row: object): string {
  const { createdAt: _, exercises: __, ...rest } = row as Record<string, unknown>;
  return JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Hands every session and morning of a clinic to the judges of the sync verb, as of the moment each was
 * typed. Answers a sentence for each that is refused or would have become another row.
 */
export function judgeRows(rows: DemoRows, now: Date): string[] {
  const complaints: string[] = [];
  const complain = (key: string, what: unknown) =>
    complaints.push(`${key}: ${JSON.stringify(what)}`);
  for (const row of rows.sessionLog) {
    const plan = rows.plan.find(({ id }) => id === row.planId)!;
    const version = {
      versionId: row.versionId,
      planId: row.planId,
      planStartedOn: plan.startedOn as LocalDate,
      prescribedIds: rows.prescribedExercise
        .filter(({ versionId }) => versionId === row.versionId)
        .map(({ id }) => id),
    };
    const chain = rows.sessionLog
      .filter((other) => other.rootId === row.rootId && other.typedAt < row.typedAt)
      .map((other) => ({ ...other, exercises: exercisesOf(rows, other.id) }) as SessionRows);
    const item = syncItem.parse(itemOf(rows, row));
    if (item.kind !== "session") continue;
    const verdict = judgeSession(
      item,
      { versions: [version], sessions: chain },
      row as unknown as SelfAccess,
      { skewMs: 0, now: row.typedAt },
    );
    if (verdict.status !== "accepted") complain(row.id, verdict);
    else if (comparable(verdict.row) !== comparable(row)) complain(row.id, [verdict.row, row]);
    if (row.typedAt > now) complain(row.id, "typed in the future");
  }
  for (const row of rows.morningLog) {
    const { id, rootId, occurredAt, typedAt, zone, pain } = row;
    const item = syncItem.parse({
      kind: "morning",
      id,
      rootId,
      occurredAt: occurredAt.toISOString(),
      typedAt: typedAt.toISOString(),
      zone,
      localOn: null,
      pain,
    });
    if (item.kind !== "morning") continue;
    const access = row as unknown as SelfAccess;
    const verdict = judgeMorning(item, { mornings: [] }, access, { skewMs: 0, now: typedAt });
    if (verdict.status !== "accepted") complain(id, verdict);
    else if (comparable(verdict.row) !== comparable(row)) complain(id, [verdict.row, row]);
    if (typedAt > now) complain(id, "typed in the future");
  }
  return complaints;
}
