import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import S3rver from "s3rver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mediaKey } from "../../../lib/features/media/media-key";
import type { MediaStore } from "../../../lib/features/media/store";
import { diskStore } from "../../../lib/features/media/store-disk";
import { s3Store } from "../../../lib/features/media/store-s3";

const root = mkdtempSync(path.join(tmpdir(), "carryover-store-"));
const disk = path.join(root, "disk");
const BUCKET = "media";
const server = new S3rver({
  port: 0,
  address: "127.0.0.1",
  directory: path.join(root, "s3"),
  silent: true,
  configureBuckets: [{ name: BUCKET, configs: [] }],
});

const stores: Record<string, MediaStore> = { disk: diskStore(disk) };
/** Twice S3's part and some more. */
const LARGE = randomBytes(17 * 1024 * 1024 + 5);
const large = path.join(root, "large");

beforeAll(async () => {
  const { port } = await server.run();
  const credentials = { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" };
  const endpoint = `http://127.0.0.1:${port}`;
  const at = { bucket: BUCKET, region: "eu-west-1", endpoint, forcePathStyle: true };
  stores.s3 = s3Store({ ...at, credentials });
  writeFileSync(large, LARGE);
});

afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true, force: true });
});

const newKey = () => mediaKey(randomUUID(), randomUUID(), "video");

async function read(store: MediaStore, key: string, range?: { first: number; last: number }) {
  const found = await store.get(key, range);
  if (!found) return null;
  const bytes = Buffer.from(await new Response(found.body).arrayBuffer());
  expect(found.length).toBe(bytes.length);
  return bytes;
}

describe.each(["disk", "s3"])("a store on %s", (name) => {
  const store = () => stores[name] as MediaStore;

  it("gives back what was put, whole and in part", async () => {
    const key = newKey();
    await store().put(key, Buffer.from("0123456789"), "image/jpeg");
    expect(String(await read(store(), key))).toBe("0123456789");
    // Not `0-0`, which s3rver takes for everything.
    expect(String(await read(store(), key, { first: 0, last: 1 }))).toBe("01");
    expect(String(await read(store(), key, { first: 3, last: 9 }))).toBe("3456789");
  });

  it("takes a large file from the disk", async () => {
    const key = newKey();
    await store().put(key, { path: large }, "video/mp4");
    expect((await read(store(), key))?.equals(LARGE)).toBe(true);
    const range = { first: 8 * 1024 * 1024 - 2, last: 8 * 1024 * 1024 + 2 };
    expect(
      (await read(store(), key, range))?.equals(LARGE.subarray(range.first, range.last + 1)),
    ).toBe(true);
  });

  it("replaces, deletes, and does not mind what is not there", async () => {
    const key = newKey();
    expect(await store().get(key)).toBeNull();
    await store().delete(key);
    await store().put(key, Buffer.from("old"), "image/jpeg");
    await store().put(key, Buffer.from("new"), "image/jpeg");
    expect(String(await read(store(), key))).toBe("new");
    await store().delete(key);
    expect(await store().get(key)).toBeNull();
  });

  it("keeps nothing of a file that could not be read", async () => {
    const key = newKey();
    await expect(
      store().put(key, { path: path.join(root, "absent") }, "video/mp4"),
    ).rejects.toThrow();
    expect(await store().get(key)).toBeNull();
  });
});

it("on disk is for this user's eyes alone and leaves no parts", async () => {
  const key = newKey();
  await stores.disk?.put(key, { path: large }, "video/mp4");
  const file = path.join(disk, key);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
  expect(
    readdirSync(disk, { recursive: true }).filter((one) => String(one).endsWith(".part")),
  ).toEqual([]);
  await stores.disk?.delete(key);
  expect(readdirSync(path.join(disk, key.slice(0, 36)))).toEqual([]);
});

it.each([
  ["..", "a", "b"],
  [randomUUID(), "../../../etc", "passwd"],
  [randomUUID(), randomUUID(), "../x"],
  [randomUUID(), randomUUID(), ""],
  [`${randomUUID()}/`, randomUUID(), "small"],
])("has no key outside: %s %s %s", (clinic, media, variant) => {
  expect(() => mediaKey(clinic, media, variant)).toThrow();
});
