import postgres, { type Sql, type TransactionSql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Scope } from "@/db/client";
import { clinicState, MIXED_TABLES, type Table, tenantTables } from "../support/clinic-state";
import { type House, makeHouse } from "../support/house";

const REFUSED = "42501";

const db: Sql = postgres(process.env.DATABASE_APP_URL ?? "", { max: 2, onnotice: () => {} });
const tables: Table[] = [];
let victim: House;
let attacker: House;

beforeAll(async () => {
  [victim, attacker] = await Promise.all([makeHouse(), makeHouse()]);
  tables.push(...(await tenantTables(db)));
});

afterAll(() => db.end());

class Undo extends Error {}

/** Runs `work` as the application would in this scope, and takes everything back. */
async function asIn<T>(scope: Scope, work: (tx: TransactionSql) => Promise<T>): Promise<T> {
  let result: { value: T } | undefined;
  try {
    await db.begin(async (tx) => {
      await tx`select set_config('app.clinic_id', ${scope.clinicId ?? ""}, true),
        set_config('app.user_id', ${scope.userId ?? ""}, true),
        set_config('app.patient_id', ${scope.patientId ?? ""}, true)`;
      result = { value: await work(tx) };
      throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
  if (!result) throw new Error("the work did not end");
  return result.value;
}

/** Rows that a statement touched; "refused" when policies or grants forbid it, else the code of its failure. */
async function touched(
  tx: TransactionSql,
  statement: (tx: TransactionSql) => PromiseLike<readonly unknown[]>,
) {
  try {
    return await tx.savepoint(async (point) => (await statement(point)).length);
  } catch (error) {
    const { code } = error as { code?: string };
    return code === REFUSED ? "refused" : `failed with ${code}`;
  }
}

/** The column that says whose a row is. */
const tenantColumn = ({ columns }: Table) =>
  ["clinic_id", "user_id", "id"].find((name) => columns.includes(name)) ?? "";
const personColumn = ({ name, columns }: Table) =>
  name === "patient" ? "id" : columns.includes("patient_id") ? "patient_id" : null;

const idsOf = (house: House) => [
  house.clinicId,
  ...[house.owner, house.therapist, house.desk].map(({ userId }) => userId),
];

type Rows = { column: string; ids: readonly string[] };

/** Every way to reach the rows; each must touch nothing. `row` is one of them as its owner sees it. */
async function attack(scope: Scope, { name }: Table, { column, ids }: Rows, row: string) {
  const found = await asIn(scope, async (tx) => {
    const [table, key] = [tx(name), tx(column)];
    const own = [...ids];
    return {
      select: await touched(
        tx,
        (t) => t`select 1 from ${table} where ${key} = any(${own}::uuid[])`,
      ),
      lock: await touched(
        tx,
        (t) => t`select 1 from ${table} where ${key} = any(${own}::uuid[]) for update`,
      ),
      update: await touched(
        tx,
        (t) =>
          t`update ${table} set ${key} = ${key} where ${key} = any(${own}::uuid[]) returning 1`,
      ),
      remove: await touched(
        tx,
        (t) => t`delete from ${table} where ${key} = any(${own}::uuid[]) returning 1`,
      ),
      insert: await touched(
        tx,
        (t) =>
          t`insert into ${table} select * from jsonb_populate_record(null::${table}, ${row}::text::jsonb) returning 1`,
      ),
    };
  });
  const harmful = Object.entries(found).filter(([, n]) => n !== 0 && n !== "refused");
  return [...harmful, ...(found.insert === "refused" ? [] : [["insert", found.insert]])].map(
    ([way, n]) => `${name} ${way}: ${n}`,
  );
}

/** One row of the house in a table, as text, seen by its owner. */
function rowOf(house: House, table: Table, column: string, ids: readonly string[]) {
  const scope = { clinicId: house.clinicId, userId: house.owner.userId };
  return asIn(scope, async (tx) => {
    const [found] = await tx<{ row: string }[]>`
      select to_jsonb(t)::text as row from ${tx(table.name)} t
      where ${tx(column)} = any(${[...ids]}::uuid[]) limit 1`;
    return found?.row ?? null;
  });
}

describe("row-level security", () => {
  it("has a row of the victim to lose in every table", async () => {
    expect(tables.length).toBeGreaterThan(20);
    const empty: string[] = [];
    for (const table of tables)
      if (!(await rowOf(victim, table, tenantColumn(table), idsOf(victim)))) empty.push(table.name);
    expect(empty).toEqual([]);
  });

  it("keeps another clinic's staff, patients and nobody from every row", async () => {
    const before = await clinicState(db, victim);
    const scopes: Scope[] = [
      {},
      { clinicId: attacker.clinicId },
      { clinicId: attacker.clinicId, userId: attacker.owner.userId },
      { clinicId: attacker.clinicId, patientId: attacker.patient.patientId },
      { clinicId: attacker.clinicId, patientId: victim.patient.patientId },
      { patientId: victim.patient.patientId },
    ];
    const harm: string[] = [];
    for (const table of tables) {
      const rows = { column: tenantColumn(table), ids: idsOf(victim) };
      const row = (await rowOf(victim, table, rows.column, rows.ids)) ?? "{}";
      for (const scope of scopes) harm.push(...(await attack(scope, table, rows, row)));
    }
    expect(harm).toEqual([]);
    expect(await clinicState(db, victim)).toEqual(before);
  });

  it("shows everybody the shared library, and of own rows each clinic its own", async () => {
    const scope = { clinicId: attacker.clinicId, userId: attacker.owner.userId };
    for (const name of MIXED_TABLES) {
      const seen = await asIn(
        scope,
        (tx) => tx<{ of: string }[]>`select distinct clinic_id as of from ${tx(name)}`,
      );
      expect([name, ...seen.map(({ of }) => of).sort()]).toEqual([name, attacker.clinicId, null]);
    }
  });

  it("lets nobody push own rows into another clinic", async () => {
    const scope = { clinicId: attacker.clinicId, userId: attacker.owner.userId };
    const pushed: string[] = [];
    for (const table of tables.filter(({ columns }) => columns.includes("clinic_id"))) {
      const result = await asIn(scope, (tx) =>
        touched(
          tx,
          (t) => t`update ${tx(table.name)} set clinic_id = ${victim.clinicId} returning 1`,
        ),
      );
      if (result !== "refused") pushed.push(`${table.name}: ${result}`);
    }
    expect(pushed).toEqual([]);
  });

  it("shows a patient no row of another patient of the same clinic, and no staff account", async () => {
    const { clinicId, patient, neighbour } = victim;
    const scope = { clinicId, patientId: neighbour.patientId };
    const harm: string[] = [];
    for (const table of tables.filter(({ name }) => name !== "clinic")) {
      const person = personColumn(table);
      const column = person ?? tenantColumn(table);
      const ids = person ? [patient.patientId] : idsOf(victim);
      const row = (await rowOf(victim, table, column, ids)) ?? "{}";
      harm.push(...(await attack(scope, table, { column, ids }, row)));
      const visible = await asIn(scope, (tx) => {
        if (MIXED_TABLES.includes(table.name))
          return tx`select 1 from ${tx(table.name)} where clinic_id is not null`;
        return person
          ? tx`select 1 from ${tx(table.name)} where ${tx(person)} is distinct from ${neighbour.patientId}`
          : tx`select 1 from ${tx(table.name)}`;
      });
      if (visible.length > 0) harm.push(`${table.name} shows ${visible.length}`);
    }
    expect(harm).toEqual([]);
  });

  it("lets a patient prescribe nothing to themselves", async () => {
    const { clinicId, patient, owner } = victim;
    const column = "patient_id";
    const kept: string[] = [];
    for (const name of [
      "plan_version",
      "prescribed_exercise",
      "prescribed_exercise_text",
      "prescribed_media",
      "version_advice",
    ]) {
      const table = tables.find((one) => one.name === name) as Table;
      const row = await rowOf(victim, table, column, [patient.patientId]);
      expect(row).not.toBeNull();
      const inserted = (scope: Scope) =>
        asIn(scope, (tx) =>
          touched(
            tx,
            (t) =>
              t`insert into ${tx(name)} select * from jsonb_populate_record(null::${tx(name)}, ${row}::text::jsonb) returning 1`,
          ),
        );
      const found = await inserted({ clinicId, patientId: patient.patientId });
      if (found !== "refused") kept.push(`${name}: ${found}`);
      // Staff get as far as the key that is there already: it is the policy that stops the patient.
      expect(await inserted({ clinicId, userId: owner.userId })).toBe("failed with 23505");
    }
    expect(kept).toEqual([]);
  });

  it("lets a patient read the clinic's settings and change none", async () => {
    const scope = { clinicId: victim.clinicId, patientId: victim.patient.patientId };
    const found = await asIn(scope, async (tx) => ({
      read: await touched(tx, (t) => t`select 1 from clinic`),
      write: await touched(tx, (t) => t`update clinic set emergency_number = '0' returning 1`),
    }));
    expect(found).toEqual({ read: 1, write: 0 });
  });

  it("shows the patient their own rows, so that the attacks above could have found some", async () => {
    const scope = { clinicId: victim.clinicId, patientId: victim.patient.patientId };
    const seen: string[] = [];
    await asIn(scope, async (tx) => {
      for (const { name } of tables) {
        const own = MIXED_TABLES.includes(name) ? tx`where clinic_id is not null` : tx``;
        if ((await tx`select 1 from ${tx(name)} ${own}`).length > 0) seen.push(name);
      }
    });
    expect(seen).toEqual(
      expect.arrayContaining(["patient", "goal", "plan_version", "session_log", "session"]),
    );
    expect(seen).toEqual(expect.arrayContaining(["media", "prescribed_media", "version_advice"]));
    const hidden = [
      ...MIXED_TABLES,
      "exercise_import",
      "exercise_favourite",
      "exercise_review",
      "exercise_media",
      "plan_draft",
      "draft_exercise",
      "draft_advice",
      "precaution_override",
      "app_user",
      "membership",
    ];
    expect(seen.filter((name) => hidden.includes(name))).toEqual([]);
  });
});
