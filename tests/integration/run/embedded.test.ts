import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type EmbeddedPostgres, runningEmbedded, startEmbedded } from "@/db/embedded";
import { waitForExit } from "@/db/processes";

let dir: string;
let running: EmbeddedPostgres | null;

beforeEach(() => {
  dir = mkdtempSync("/var/tmp/carryover-embedded-");
  running = null;
});

afterEach(async () => {
  await running?.stop();
  rmSync(dir, { recursive: true, force: true });
});

async function start() {
  running = await startEmbedded({ dir });
  return running;
}

async function query(url: string, text: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await sql.unsafe(text);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

describe("the bundled Postgres", () => {
  test("keeps what was committed when it is killed, and its address", async () => {
    const first = await start();
    await query(first.ownerUrl, "create table kept (id int); insert into kept values (7)");
    process.kill(first.pid, "SIGKILL");
    expect(await first.died).toMatch(/stopped unexpectedly \(signal SIGKILL\)/);
    expect(runningEmbedded(dir)).toBeNull();
    const second = await start();
    expect(second.ownerUrl).toBe(first.ownerUrl);
    expect(runningEmbedded(dir)).toBe(second.ownerUrl);
    expect(await query(second.ownerUrl, "select id from kept")).toEqual([{ id: 7 }]);
  });

  test("a server that a killed start left behind is stopped, not fought", async () => {
    const orphan = await start();
    await query(orphan.ownerUrl, "create table kept (id int)");
    const next = await start();
    expect(await waitForExit(orphan.pid, 1000)).toBe(true);
    expect(await query(next.ownerUrl, "select * from kept")).toEqual([]);
  });

  test("a pid file whose number a stranger has now does not keep it from starting", async () => {
    const first = await start();
    const file = path.join(dir, "postgres", "postmaster.pid");
    const stale = readFileSync(file, "utf8").replace(/^\d+/, String(process.pid));
    await first.stop();
    writeFileSync(file, stale);
    const second = await start();
    expect(await query(second.ownerUrl, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("refuses the data of another major version", async () => {
    await (await start()).stop();
    running = null;
    writeFileSync(path.join(dir, "postgres", "PG_VERSION"), "17\n");
    await expect(startEmbedded({ dir })).rejects.toThrow(/belongs to PostgreSQL 17/);
  });

  test("is safe by default: no superuser migrates, secrets are private, loopback only", async () => {
    const { ownerUrl } = await start();
    const [row] = await query(
      ownerUrl,
      `select rolsuper, rolbypassrls, current_setting('listen_addresses') as listen,
        current_setting('data_checksums') as checksums,
        (select datcollate from pg_database where datname = current_database()) as collation
      from pg_roles where rolname = current_user`,
    );
    expect(row).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      listen: "127.0.0.1",
      checksums: "on",
      collation: "C",
    });
    const pidFile = readFileSync(path.join(dir, "postgres", "postmaster.pid"), "utf8").split("\n");
    expect(pidFile.slice(4, 6)).toEqual(["", "127.0.0.1"]);
    expect(statSync(path.join(dir, "postgres.json")).mode & 0o777).toBe(0o600);
    expect(statSync(path.join(dir, "postgres")).mode & 0o777).toBe(0o700);
    const wrong = ownerUrl.replace(/:[^:@]+@/, ":wrong@");
    await expect(query(wrong, "select 1")).rejects.toMatchObject({ code: "28P01" });
  });

  test("writes no statement and no value into its log", async () => {
    const { ownerUrl } = await start();
    await query(ownerUrl, "create table note (body text unique)");
    await query(ownerUrl, "insert into note values ('knee of Elena')");
    await query(ownerUrl, "insert into note values ('knee of Elena')").catch(() => {});
    await query(ownerUrl, "select 'knee of Elena'::int").catch(() => {});
    expect(readFileSync(path.join(dir, "postgres.log"), "utf8")).not.toContain("Elena");
  });
});
