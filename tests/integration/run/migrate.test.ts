import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ensureAppRole, loginUrl } from "@/db/app-role";
import { migrate, migrationState } from "@/db/migrate";
import { OperatorError } from "@/db/operator-error";
import { assertSafeAppRole } from "@/db/safe-role";
import { emptyDatabase } from "@/tests/support/database";

let database: Awaited<ReturnType<typeof emptyDatabase>>;
let directory: string;
let sql: postgres.Sql;

beforeEach(async () => {
  database = await emptyDatabase();
  directory = mkdtempSync(path.join(tmpdir(), "carryover-migrations-"));
  sql = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
  write("0001_first.sql", "create table thing (id int primary key); create index on thing (id)");
  write("0002_second.sql", "grant select, insert on thing to carryover_app");
});

afterEach(async () => {
  await sql.end({ timeout: 5 });
  await database.drop();
  rmSync(directory, { recursive: true });
});

function write(name: string, text: string) {
  writeFileSync(path.join(directory, name), text);
}

const run = () => migrate(database.ownerUrl, directory);

describe("migrate", () => {
  test("applies what is missing, once", async () => {
    expect(await run()).toEqual(["0001_first.sql", "0002_second.sql"]);
    expect(await run()).toEqual([]);
    expect(await migrationState(sql, directory)).toEqual({
      current: true,
      applied: 2,
      pending: [],
      unknown: [],
    });
  });

  test("two instances that start at once both succeed", async () => {
    const both = await Promise.all([run(), run(), run()]);
    expect(both.map((applied) => applied.length).sort()).toEqual([0, 0, 2]);
  });

  test("applies a migration with a smaller number that was merged later", async () => {
    write("0004_fourth.sql", "create table fourth ()");
    await run();
    write("0003_third.sql", "create table third ()");
    expect((await migrationState(sql, directory)).pending).toEqual(["0003_third.sql"]);
    expect(await run()).toEqual(["0003_third.sql"]);
  });

  test("refuses a migration that was changed after it had been applied", async () => {
    await run();
    write("0001_first.sql", "create table thing (id bigint primary key)");
    await expect(run()).rejects.toThrow(/0001_first\.sql was changed/);
    await expect(run()).rejects.toBeInstanceOf(OperatorError);
  });

  test("takes no notice of the line ends of a Windows checkout", async () => {
    write("0003_lines.sql", "create table lines ();\n-- end\n");
    await run();
    write("0003_lines.sql", "create table lines ();\r\n-- end\r\n");
    expect(await run()).toEqual([]);
  });

  test("refuses a database that is newer than the code", async () => {
    await run();
    await sql`insert into schema_migration (name, sha256) values ('0009_future.sql', '')`;
    await expect(run()).rejects.toThrow(/newer than this version .*0009_future\.sql/);
    expect((await migrationState(sql, directory)).current).toBe(false);
  });

  test("keeps nothing of a migration that fails, and names it", async () => {
    write("0003_broken.sql", "create table half (); create table half (nothing nowhere)");
    await expect(run()).rejects.toThrow(/0003_broken\.sql failed/);
    expect(await sql`select from pg_class where relname = 'half'`).toHaveLength(0);
    expect((await migrationState(sql, directory)).pending).toEqual(["0003_broken.sql"]);
  });

  test("does not repeat the rows over which a migration failed", async () => {
    await run();
    await sql`create table note (body text)`;
    await sql`insert into note values ('knee of Elena')`;
    write("0003_cast.sql", "alter table note alter body type int using body::int");
    const failure = await run().catch((error: Error) => error.message);
    expect(failure).toMatch(/0003_cast\.sql failed \(22P02\)/);
    expect(failure).not.toContain("Elena");
  });

  test("refuses two migrations with one number", async () => {
    write("0002_other.sql", "select 1");
    await expect(run()).rejects.toThrow(/number of its own/);
  });
});

describe("the application's role", () => {
  const role = `carryover_test_${process.pid}_web`;
  const login = { role, password: "first password" };
  const urlOf = (password: string) =>
    loginUrl(database.ownerUrl, { role, password: encodeURIComponent(password) });

  afterEach(async () => {
    const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
    await owner.unsafe(`drop role ${role}`);
    await owner.end();
  });

  test("is made once, is harmless, and follows its password", async () => {
    await run();
    expect(await ensureAppRole(database.ownerUrl, login)).toBe("created");
    const states = await Promise.all([
      ensureAppRole(database.ownerUrl, login),
      ensureAppRole(database.ownerUrl, login),
    ]);
    expect(states).toEqual(["kept", "kept"]);
    const [row] = await sql`select * from pg_roles where rolname = ${role}`;
    expect(row).toMatchObject({
      rolcanlogin: true,
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
    });
    const app = postgres(urlOf(login.password), { max: 1 });
    await app`insert into thing values (1)`;
    await expect(app`delete from thing`).rejects.toMatchObject({ code: "42501" });
    await expect(app`create table mine ()`).rejects.toMatchObject({ code: "42501" });
    await assertSafeAppRole(app);
    await app.end();
    const changed = { role, password: "second password" };
    expect(await ensureAppRole(database.ownerUrl, changed)).toMatch(/renewed|kept/);
    const again = postgres(urlOf(changed.password), { max: 1 });
    expect(await again`select from thing`).toHaveLength(1);
    await again.end();
  });

  test("the owner of the tables is no role to serve with", async () => {
    await run();
    await ensureAppRole(database.ownerUrl, login);
    await expect(assertSafeAppRole(sql)).rejects.toThrow(/owns tables|superuser/);
  });

  test("nor is one that could become a role without row-level security", async () => {
    await run();
    await ensureAppRole(database.ownerUrl, login);
    const answer = [{ name: "x", unbound: true, owner: false }];
    await expect(assertSafeAppRole(async () => answer)).rejects.toThrow(
      /bypass row-level security/,
    );
    await expect(assertSafeAppRole(async () => [])).rejects.toBeInstanceOf(OperatorError);
  });
});
