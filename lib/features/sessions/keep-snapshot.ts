import { sql } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { portalSnapshot } from "../../../db/schema/portal-snapshot";
import { recordAudit } from "../../audit/record";
import type { PatientViewer, SelfAccess } from "../../auth/access";
import { addDays, type LocalDate, localDateOf } from "../../domain/calendar/local-date";
import { PRIVACY_VERSION } from "../account/privacy";
import { SNAPSHOT_DAYS, SNAPSHOT_FORMAT } from "./snapshot";
import { readSnapshot } from "./snapshot-queries";

const AUDIT_EVERY_MS = 3_600_000;

export interface KeptSnapshot {
  /** Digest of what the body was made from; the same for the same body. */
  readonly stamp: string;
  /** A `PortalSnapshot` as JSON. */
  readonly body: string;
}

interface StampRow extends Record<string, unknown> {
  readonly stamp: string;
  readonly body: string | null;
  readonly audited: boolean;
}

/**
 * Digest of everything a snapshot is made from, with the kept body if it has the same one. What was
 * logged or published is only appended to, so counting tells whether it changed; what can change
 * is digested column by column. The first day in reach is part of it, so that a release that makes the
 * body otherwise shows within a day even where `SNAPSHOT_FORMAT` stays.
 */
async function findKept(
  tx: Tx,
  { clinicId, patientId }: SelfAccess,
  { now, origin, sinceOn }: { now: Date; origin: string; sinceOn: LocalDate },
): Promise<StampRow> {
  const made = `${SNAPSHOT_FORMAT} ${PRIVACY_VERSION} ${sinceOn} ${origin}`;
  const since = new Date(now.getTime() - AUDIT_EVERY_MS).toISOString();
  const rows = await tx.execute<StampRow>(sql`
    with who as (select ${clinicId}::uuid as c, ${patientId}::uuid as p),
    made as (select md5(concat_ws('|', ${made}::text,
      (select row(name, phone, address, emergency_number, paper_size, week_start)::text
        from clinic, who where id = c),
      (select row(given_name, language, time_zone)::text
        from patient, who where clinic_id = c and id = p),
      (select string_agg(row(id, title, qr_token, latest_version, started_on, ended_on)::text, ',' order by id)
        from plan, who where clinic_id = c and patient_id = p),
      (select string_agg(row(id, starts_on, ends_on)::text, ',' order by id)
        from plan_pause, who where clinic_id = c and patient_id = p),
      (select count(*) from phase_begun, who where clinic_id = c and patient_id = p),
      (select count(*) from consent, who where clinic_id = c and patient_id = p),
      (select count(*) from session_log, who where clinic_id = c and patient_id = p),
      (select count(*) from morning_log, who where clinic_id = c and patient_id = p)
    )) as stamp)
    select made.stamp, kept.body, exists (select from audit_event e
        where e.clinic_id = c and e.patient_id = p and e.at > ${since}::timestamptz
          and e.action = 'snapshot.read') as audited
    from made cross join who
    left join portal_snapshot kept
      on kept.clinic_id = c and kept.patient_id = p and kept.stamp = made.stamp`);
  return rows[0]!;
}

/**
 * The patient's snapshot: the kept one while nothing it was made from has changed, else a new one that
 * is kept. Runs in the transaction of `withSelf`. Audited once an hour at most. `origin`: public address,
 * for the plan page behind the QR code.
 */
export async function keepSnapshot(
  tx: Tx,
  access: SelfAccess,
  viewer: PatientViewer,
  { now, origin }: { readonly now: Date; readonly origin: string },
): Promise<KeptSnapshot> {
  const sinceOn = addDays(localDateOf(now, viewer.timeZone), -SNAPSHOT_DAYS);
  const { stamp, body: kept, audited } = await findKept(tx, access, { now, origin, sinceOn });
  const body = kept ?? JSON.stringify(await readSnapshot(tx, access, viewer, { sinceOn, origin }));
  const { clinicId, patientId } = access;
  const row = { clinicId, patientId, stamp, body, madeAt: now };
  await Promise.all([
    kept === null &&
      tx
        .insert(portalSnapshot)
        .values(row)
        .onConflictDoUpdate({
          target: [portalSnapshot.clinicId, portalSnapshot.patientId],
          set: { stamp, body, madeAt: now },
        }),
    !audited &&
      recordAudit(tx, access, {
        action: "snapshot.read",
        subjectKind: "patient",
        subjectId: patientId,
      }),
  ]);
  return { stamp, body };
}
