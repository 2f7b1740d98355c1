import postgres from "postgres";
import { afterEach, expect, test } from "vitest";
import { GET } from "@/app/api/health/route";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/tests/support/database";

const before = process.env.DATABASE_APP_URL ?? "";
let own: TestDatabase | null = null;

async function connectTo(url: string) {
  await closeDatabase();
  process.env.DATABASE_APP_URL = url;
}

afterEach(async () => {
  await connectTo(before);
  await own?.drop();
  own = null;
});

test("ok with the database and its migrations", async () => {
  const response = await GET();
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    status: "ok",
    database: "ok",
    migrations: { state: "current", applied: expect.any(Number) },
  });
});

test("a database that does not answer is a 503 that tells no address", async () => {
  await connectTo("postgres://nobody:secret@127.0.0.1:1/none");
  const response = await GET();
  expect(response.status).toBe(503);
  const text = await response.text();
  expect(JSON.parse(text)).toEqual({
    status: "unavailable",
    database: "unreachable",
    migrations: null,
  });
  expect(text).not.toContain("secret");
});

test("a database newer than the code is a 503", async () => {
  own = await testDatabase();
  const sql = postgres(own.ownerUrl, { max: 1 });
  await sql`insert into schema_migration (name, sha256) values ('9999_future.sql', 'x')`;
  await sql.end();
  await connectTo(own.appUrl);
  const response = await GET();
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({
    status: "unavailable",
    migrations: { state: "newer" },
  });
});
