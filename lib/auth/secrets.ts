import { createHash, randomBytes, randomInt } from "node:crypto";

/** 32 random bytes, base64url. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a secret: SHA-256, base64url. Secrets are long and random, so a slow hash adds nothing. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}

/** No 0/O, 1/I/L, U: read aloud and typed by hand. */
const CODE_ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
const CODE_LENGTH = 8;

/** A typed code such as `K7QM-4WDX` (30^8, about 6.5e11). */
export function newCode(): string {
  let code = "";
  for (let i = 0; i < CODE_LENGTH; i++) code += CODE_ALPHABET[randomInt(CODE_ALPHABET.length)];
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** A typed code as it was meant: upper case, without spaces and dashes. */
export function normaliseCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s\-–—_.]/g, "");
}

/** Hash of a typed code, whatever its spacing and case. */
export function hashCode(typed: string): string {
  return hashSecret(`code:${normaliseCode(typed)}`);
}
