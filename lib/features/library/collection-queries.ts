import { sql } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import type { ClinicAccess } from "../../auth/access";

/** Longer lists are no help in finding. */
const MOST_RECENT = 40;
const MOST_USED = 60;

interface Wanted {
  readonly collection: "all" | "favourites" | "recent" | "condition";
  readonly conditionId: string | null;
}

interface SlugRow extends Record<string, unknown> {
  slug: string;
}

/** The exercises that a member of staff keeps at hand, by when they were kept, last first. */
function favourites(tx: Tx, { clinicId, userId }: ClinicAccess) {
  return tx.execute<SlugRow>(sql`select slug from exercise_favourite
    where clinic_id = ${clinicId} and user_id = ${userId} order by created_at desc, slug`);
}

/** What this member of staff last prescribed or put into a draft, last first. */
function recent(tx: Tx, { clinicId, userId }: ClinicAccess) {
  return tx.execute<SlugRow>(sql`
    with version as (select id, published_at from plan_version
        where clinic_id = ${clinicId} and published_by = ${userId}
        order by published_at desc limit ${MOST_RECENT}),
      draft as (select plan_id, updated_at from plan_draft
        where clinic_id = ${clinicId} and updated_by = ${userId}
        order by updated_at desc limit ${MOST_RECENT}),
      used as (
        select p.slug, v.published_at as at from version v
          join prescribed_exercise p on p.clinic_id = ${clinicId} and p.version_id = v.id
        union all
        select e.slug, d.updated_at from draft d
          join draft_exercise e on e.clinic_id = ${clinicId} and e.plan_id = d.plan_id)
    select slug from used group by slug order by max(at) desc, slug limit ${MOST_RECENT}`);
}

/** What the clinic prescribed to people with the condition, by how many people; then what ready templates for it hold. */
function usedFor(tx: Tx, { clinicId }: ClinicAccess, conditionId: string) {
  return tx.execute<SlugRow>(sql`
    with people as (select distinct patient_id from patient_condition
        where clinic_id = ${clinicId} and condition_id = ${conditionId} and removed_at is null),
      used as (
        select p.slug, p.patient_id::text as who from prescribed_exercise p
          join people on people.patient_id = p.patient_id where p.clinic_id = ${clinicId}
        union
        select e.slug, null from template t join template_exercise e on e.template_id = t.id
          where ${conditionId} = any (t.conditions) and t.retired_at is null)
    select slug from used group by slug order by count(who) desc, slug limit ${MOST_USED}`);
}

/** The exercises of a collection in its own order; null: all there are. */
export async function collected(
  tx: Tx,
  access: ClinicAccess,
  { collection, conditionId }: Wanted,
): Promise<string[] | null> {
  const rows = await {
    all: () => null,
    favourites: () => favourites(tx, access),
    recent: () => recent(tx, access),
    condition: () => usedFor(tx, access, conditionId ?? ""),
  }[collection]();
  return rows?.map(({ slug }) => slug) ?? null;
}
