import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emptyDatabase } from "@/tests/support/database";

let data: string;
let taken: Server;
let port: number;

beforeAll(async () => {
  data = mkdtempSync("/var/tmp/carryover-serve-");
  taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  port = (taken.address() as { port: number }).port;
});

afterAll(() => {
  taken.close();
  rmSync(data, { recursive: true, force: true });
});

/** Runs the supervisor where it cannot start. */
function serve(environment: Record<string, string>) {
  const run = spawnSync(process.execPath, ["--import", "tsx", "lib/run/serve.ts"], {
    env: { PATH: process.env.PATH ?? "", NODE_ENV: "test", CARRYOVER_DATA: data, ...environment },
    encoding: "utf8",
    timeout: 20_000,
  });
  return { code: run.status, said: run.stderr.trim() };
}

const free = () => String(port + 1 > 65_535 ? port - 1 : port + 1);

describe("a start that cannot be", () => {
  test("a taken port is one sentence and a failure", () => {
    const { code, said } = serve({ PORT: String(port) });
    expect(said).toBe(
      `Port ${port} is taken by another program: stop it or set PORT to another one.`,
    );
    expect(code).toBe(1);
  });

  test("so is a database nobody answers at", () => {
    const { code, said } = serve({
      PORT: free(),
      DATABASE_URL: `postgres://u:secret@127.0.0.1:1/x`,
    });
    expect(said).toMatch(/^The database at 127\.0\.0\.1:1 cannot be used: nothing answers .*\.$/);
    expect(said).not.toContain("secret");
    expect(code).toBe(1);
  });

  test("so is a database newer than the code", async () => {
    const database = await emptyDatabase();
    const { default: postgres } = await import("postgres");
    const sql = postgres(database.ownerUrl, { max: 1 });
    await sql`create table schema_migration (name text primary key, sha256 text, applied_at timestamptz)`;
    await sql`insert into schema_migration values ('9999_future.sql', '', now())`;
    await sql.end();
    const { code, said } = serve({ PORT: free(), DATABASE_URL: database.ownerUrl });
    await database.drop();
    expect(said).toBe(
      "The database is newer than this version of Carryover (it has 9999_future.sql): update Carryover and start again.",
    );
    expect(code).toBe(1);
  });

  test("so is a run over the same data", () => {
    // Our parent stands in for a supervisor: it lives, and it carries the mark.
    const found = {
      pid: process.ppid,
      launcher: process.pid,
      mark: "PATH=",
      address: "http://localhost:1",
    };
    writeFileSync(path.join(data, "running.json"), JSON.stringify(found));
    const { code, said } = serve({ PORT: free() });
    expect(said).toMatch(/^Carryover already runs here \(process \d+\) at http:\/\/localhost:1/);
    expect(code).toBe(1);
  });

  test.each([
    [{ PORT: "abc" }, /^PORT has to be a number/],
    [{ PUBLIC_URL: "clinic" }, /^PUBLIC_URL has to be an address/],
    [{ DATABASE_URL: "mysql://x" }, /^DATABASE_URL is not of the form/],
    [{ NEXTAUTH_SECRET: "short" }, /^NEXTAUTH_SECRET has to be at least/],
  ])("so is %j", (environment, sentence) => {
    const { code, said } = serve(environment);
    expect(said).toMatch(sentence);
    expect(said.split("\n")).toHaveLength(1);
    expect(code).toBe(1);
  });
});
