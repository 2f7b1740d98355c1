import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "@/lib/auth/password";
import { hashCode, hashSecret, newCode, newSecret } from "@/lib/auth/secrets";

test("secrets are 32 random bytes, and only their hash is comparable", () => {
  const secrets = new Set(Array.from({ length: 200 }, newSecret));
  expect(secrets.size).toBe(200);
  for (const secret of secrets) expect(Buffer.from(secret, "base64url")).toHaveLength(32);
  expect(hashSecret("a")).not.toBe(hashSecret("b"));
});

test("codes hold nothing that is misread, and are the same however they are typed", () => {
  for (let i = 0; i < 200; i++)
    expect(newCode()).toMatch(/^[A-HJKMNP-TV-Z2-9]{4}-[A-HJKMNP-TV-Z2-9]{4}$/);
  for (const typed of ["k7qm4wdx", " K7QM 4WDX ", "K7QM–4WDX", "k7qm_4wdx"])
    expect(hashCode(typed)).toBe(hashCode("K7QM-4WDX"));
  expect(hashCode("K7QM-4WDX")).not.toBe(hashSecret("K7QM4WDX"));
});

test("passwords are argon2id, salted, and an unknown user takes the same path", async () => {
  const first = await hashPassword("correct horse battery");
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await hashPassword("correct horse battery")).not.toBe(first);
  expect(await verifyPassword(first, "correct horse battery")).toBe(true);
  expect(await verifyPassword(first, "Correct horse battery")).toBe(false);
  expect(await verifyPassword(null, "correct horse battery")).toBe(false);
});
