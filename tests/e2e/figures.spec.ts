import { expect, test } from "@playwright/test";
import { isNotNull } from "drizzle-orm";
import { inScope } from "@/db/client";
import { exercise } from "@/db/schema/library";

test("a picture comes to anyone, stays for ever, and may run nothing", async ({ request }) => {
  const [drawn] = await inScope({}, (tx) =>
    tx
      .select({ id: exercise.figureId })
      .from(exercise)
      .where(isNotNull(exercise.figureId))
      .limit(1),
  );
  const address = `${process.env.NEXTAUTH_URL}/api/figures/${drawn?.id}`;
  for (const [file, type, kept] of [
    [address, "application/json", "public, max-age=31536000, immutable"],
    [`${address}/thumb.svg`, "image/svg+xml; charset=utf-8", "public, max-age=86400"],
  ] as const) {
    const response = await request.get(file);
    expect(response.status()).toBe(200);
    expect(response.headers()).toMatchObject({
      "content-type": type,
      "cache-control": kept,
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
      "x-content-type-options": "nosniff",
    });
    expect(response.headers()["set-cookie"]).toBeUndefined();
  }
});
