import { gzipSync } from "node:zlib";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET as getArt } from "@/app/api/figures/[id]/route";
import { GET as getThumb } from "@/app/api/figures/[id]/thumb.svg/route";
import { closeDatabase } from "@/db/client";
import { figureIdOf } from "@/db/seed/figure-digest";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { sampleArt } from "@/tests/support/figure-art";

const common = process.env.DATABASE_APP_URL;
const ART = sampleArt(77);
const ID = figureIdOf(ART);
const FOR_EVER = "public, max-age=31536000, immutable";
const FOR_A_DAY = "public, max-age=86400";
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await closeDatabase();
  process.env.DATABASE_APP_URL = database.appUrl;
  const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
  await owner`insert into figure (id, art) values (${ID}, ${owner.json(JSON.parse(JSON.stringify(ART)))})`;
  await owner.end();
});

afterAll(async () => {
  await closeDatabase();
  process.env.DATABASE_APP_URL = common;
  await database.drop();
});

/** As a browser that has no cookie. */
const ask = (get: typeof getArt, id: string) =>
  get(new Request(`http://localhost/api/figures/${id}`), { params: Promise.resolve({ id }) });

describe("a picture over HTTP", () => {
  test("comes to anyone, whole, and may be kept for ever", async () => {
    const response = await ask(getArt, ID);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(response.headers.get("cache-control")).toBe(FOR_EVER);
    expect(response.headers.get("set-cookie")).toBeNull();
    const art = await response.json();
    expect(art).toEqual(ART);
    expect(figureIdOf(art)).toBe(ID);
  });

  test("its thumbnail is a still drawing that needs nothing else", async () => {
    const response = await ask(getThumb, ID);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("image/svg+xml; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe(FOR_A_DAY);
    expect(response.headers.get("set-cookie")).toBeNull();
    const svg = await response.text();
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain(ART.thumb.shapes[1]?.d);
    expect(svg).not.toMatch(/<script|<style|<image|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
    expect(gzipSync(svg).length).toBeLessThan(3_000);
  });

  test.each([
    "0".repeat(32),
    ID.toUpperCase(),
    ID.slice(1),
    `${ID}0`,
    "",
    "' or 1=1 --",
    "../../etc/passwd",
    `${ID}\u0000`,
    "x".repeat(100_000),
  ])("%#: no such picture is not found, and that is not kept", async (id) => {
    for (const get of [getArt, getThumb]) {
      const response = await ask(get, id);
      expect(response.status).toBe(404);
      expect(response.headers.get("cache-control")).toBe("private, no-store");
      expect(await response.json()).toEqual({ error: "not_found" });
    }
  });
});
