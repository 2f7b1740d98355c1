import type { Tx } from "../../../db/client";
import { insertBoth, insertRows } from "../../../db/insert-rows";
import { exerciseLog, morningLog, sessionLog } from "../../../db/schema/session-log";
import { type AuditEntry, recordAudit } from "../../audit/record";
import type { SelfAccess } from "../../auth/access";
import { clockSkewMs } from "../../domain/session/log-bounds";
import { Conflict, Invalid } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import {
  type Clocks,
  exerciseContent,
  judgeMorning,
  judgeSession,
  type Verdict,
} from "./judge-entry";
import { type SyncItem, syncBatchInput, syncItem } from "./schema";
import type { SyncAnswer, SyncResult } from "./sync-answer";
import { type KnownFacts, knownFacts, type MorningRow, type SessionRows } from "./sync-queries";

interface NewRows {
  readonly sessions: SessionRows[];
  readonly mornings: MorningRow[];
  readonly audit: AuditEntry[];
}

const noRows = (): NewRows => ({ sessions: [], mornings: [], audit: [] });

const UNIQUE_VIOLATION = "23505";

/** True for the failure of an id that somebody else's row holds, or that a retry just wrote. */
export function isTakenId(error: unknown): boolean {
  return (error as { cause?: { code?: string } }).cause?.code === UNIQUE_VIOLATION;
}

function readId(raw: unknown): string | null {
  const id = (raw as { id?: unknown } | null)?.id;
  return typeof id === "string" ? id.slice(0, 64) : null;
}

function parseItem(raw: unknown): SyncItem | SyncResult {
  try {
    return parse(syncItem, raw);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const fields = error.fieldErrors;
    return { id: readId(raw), status: "rejected", code: "invalid", fields };
  }
}

function changedFields(row: SessionRows, old: SessionRows): string[] {
  const fields = ["painBefore", "painAfter", "stoppedForPain", "withdrawn", "note"] as const;
  const changed: string[] = fields.filter((field) => row[field] !== old[field]);
  if (exerciseContent(row.exercises) !== exerciseContent(old.exercises)) changed.push("exercises");
  return changed;
}

interface Judging {
  readonly access: SelfAccess;
  readonly clocks: Clocks;
  readonly known: KnownFacts;
  readonly rows: NewRows;
}

/** Judges one entry and, when it is taken, adds its rows, which later entries of the batch then see. */
function judge(item: SyncItem, { access, clocks, known, rows }: Judging): Verdict<unknown> {
  const audit = (action: AuditEntry["action"], subjectKind: string, fields: string[] = []) =>
    rows.audit.push({ action, subjectKind, subjectId: item.id, fields });
  if (item.kind === "session") {
    const sessions = [...known.sessions, ...rows.sessions];
    const verdict = judgeSession(item, { versions: known.versions, sessions }, access, clocks);
    if (verdict.status === "accepted") {
      rows.sessions.push(verdict.row);
      if (item.rootId === item.id) audit("session.log", "session_log");
      else {
        const old = verdict.replaced;
        audit("session.correct", "session_log", old ? changedFields(verdict.row, old) : []);
      }
    }
    return verdict;
  }
  const mornings = [...known.mornings, ...rows.mornings];
  const verdict = judgeMorning(item, { mornings }, access, clocks);
  if (verdict.status === "accepted") {
    rows.mornings.push(verdict.row);
    audit("session.log-morning", "morning_log", verdict.replaced ? ["pain"] : []);
  }
  return verdict;
}

async function write(tx: Tx, access: SelfAccess, rows: NewRows): Promise<void> {
  const exercises = rows.sessions.flatMap((row) => row.exercises);
  await Promise.all([
    exercises.length > 0
      ? insertBoth(tx, [sessionLog, rows.sessions], [exerciseLog, exercises])
      : rows.sessions.length > 0 && insertRows(tx, sessionLog, rows.sessions),
    rows.mornings.length > 0 && insertRows(tx, morningLog, rows.mornings),
    recordAudit(tx, access, ...rows.audit),
  ]);
}

function toResult(id: string, verdict: Verdict<unknown>): SyncResult {
  return verdict.status === "rejected"
    ? { id, status: "rejected", code: verdict.code, fields: verdict.fields }
    : { id, status: verdict.status, code: null, fields: {} };
}

const isItem = (parsed: SyncItem | SyncResult): parsed is SyncItem => "kind" in parsed;

/** Entry by entry behind a savepoint: the slow way, for a batch that holds an id of somebody else's row. */
async function takeEach(
  tx: Tx,
  parsed: readonly (SyncItem | SyncResult)[],
  judging: Omit<Judging, "rows">,
): Promise<SyncResult[]> {
  const kept = noRows();
  const results: SyncResult[] = [];
  for (const item of parsed) {
    if (!isItem(item)) {
      results.push(item);
      continue;
    }
    const own = noRows();
    const known = {
      ...judging.known,
      sessions: [...judging.known.sessions, ...kept.sessions],
      mornings: [...judging.known.mornings, ...kept.mornings],
    };
    const verdict = judge(item, { ...judging, known, rows: own });
    try {
      await tx.transaction((savepoint) => write(savepoint, judging.access, own));
      kept.sessions.push(...own.sessions);
      kept.mornings.push(...own.mornings);
      results.push(toResult(item.id, verdict));
    } catch (error) {
      if (!isTakenId(error)) throw error;
      const fields = { id: "This id is in use for something else." };
      results.push({ id: item.id, status: "rejected", code: "conflict", fields });
    }
  }
  return results;
}

/** A batch whose envelope is good, its entries parsed one by one. */
export interface Batch {
  readonly patientId: string;
  readonly deviceNow: Date;
  readonly parsed: readonly (SyncItem | SyncResult)[];
}

/** Parses what a phone hands in, before it is known who sent it. Throws `Invalid` for a batch that is none. */
export function readBatch(input: unknown): Batch {
  const { patientId, deviceNow, items } = parse(syncBatchInput, input);
  return { patientId, deviceNow, parsed: items.map(parseItem) };
}

/** What `takeBatch` judges by. */
export function batchFacts(
  tx: Tx,
  claimed: Pick<SelfAccess, "clinicId" | "patientId">,
  { parsed }: Batch,
): Promise<KnownFacts> {
  return knownFacts(tx, claimed, parsed.filter(isItem));
}

interface Taking {
  readonly now: Date;
  readonly oneByOne?: boolean;
}

/**
 * Takes what a phone hands in: sessions, corrections, morning ratings. Entry by entry, so a
 * bad one does not hold up the others; the same entry twice is one row. Runs in the transaction that
 * found the session and `known`, and audits in it. Throws `Conflict` for the outbox of another patient
 * than the one signed in. An id that appeared since it looked fails the transaction (`isTakenId`): run
 * it again, then with `oneByOne`.
 */
export async function takeBatch(
  tx: Tx,
  access: SelfAccess,
  { patientId, deviceNow, parsed }: Batch,
  known: KnownFacts,
  { now, oneByOne = false }: Taking,
): Promise<SyncAnswer> {
  if (patientId !== access.patientId) throw new Conflict("Somebody else is signed in here.");
  const clocks = { now, skewMs: clockSkewMs(deviceNow, now) };
  const serverNow = now.toISOString();
  if (oneByOne) {
    return { serverNow, results: await takeEach(tx, parsed, { access, clocks, known }) };
  }
  const rows = noRows();
  const results = parsed.map((item) =>
    isItem(item) ? toResult(item.id, judge(item, { access, clocks, known, rows })) : item,
  );
  await write(tx, access, rows);
  return { serverNow, results };
}

/** `readBatch`, `batchFacts` and `takeBatch` in the transaction of `withSelf`. Throws `Invalid`, `Conflict`. */
export async function syncBatch(
  tx: Tx,
  access: SelfAccess,
  input: unknown,
  taking: Taking,
): Promise<SyncAnswer> {
  const batch = readBatch(input);
  const known = await batchFacts(tx, access, batch);
  return takeBatch(tx, access, batch, known, taking);
}
