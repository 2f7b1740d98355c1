import { createDecipheriv, hkdfSync } from "node:crypto";

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** next-auth's allowance for clocks that differ, in seconds. */
const TOLERANCE_S = 15;

let kept: { readonly secret: string; readonly key: Buffer } | undefined;

/** The key that next-auth 4 derives from its secret; once, not at every request as its own `decode` does. */
function keyOf(secret: string): Buffer {
  if (kept?.secret !== secret) {
    const info = "NextAuth.js Generated Encryption Key";
    kept = { secret, key: Buffer.from(hkdfSync("sha256", secret, "", info, KEY_BYTES)) };
  }
  return kept.key;
}

const bytes = (part: string) => Buffer.from(part, "base64url");

function decrypt([header, wrapped, iv, text, tag]: string[], secret: string): string | null {
  if (!header || wrapped !== "" || !iv || !text || !tag) return null;
  const { alg, enc, crit, zip } = JSON.parse(bytes(header).toString()) as Record<string, unknown>;
  if (alg !== "dir" || enc !== "A256GCM" || crit !== undefined || zip !== undefined) return null;
  const [nonce, seal] = [bytes(iv), bytes(tag)];
  if (nonce.length !== IV_BYTES || seal.length !== TAG_BYTES) return null;
  const cipher = createDecipheriv("aes-256-gcm", keyOf(secret), nonce, {
    authTagLength: TAG_BYTES,
  });
  cipher.setAAD(Buffer.from(header)).setAuthTag(seal);
  return Buffer.concat([cipher.update(bytes(text)), cipher.final()]).toString();
}

/**
 * The claims inside next-auth's session cookie (a compact JWE, `dir` and A256GCM); null for one that is
 * not ours, was changed, or has run out.
 */
export function openCookie(
  cookie: string,
  secret: string,
  now: Date,
): Readonly<Record<string, unknown>> | null {
  try {
    const parts = cookie.split(".");
    const text = parts.length === 5 ? decrypt(parts, secret) : null;
    if (text === null) return null;
    const claims = JSON.parse(text) as Record<string, unknown>;
    const { exp } = claims;
    return typeof exp === "number" && exp > now.getTime() / 1000 - TOLERANCE_S ? claims : null;
  } catch {
    return null;
  }
}
