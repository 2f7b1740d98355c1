import "server-only";
import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { env } from "../env";

/** next-auth names its cookie by whether the public origin is https. */
export function sessionCookieName(): string {
  return env.origin.startsWith("https:")
    ? "__Secure-next-auth.session-token"
    : "next-auth.session-token";
}

/** The opaque session secret inside next-auth's cookie; null when absent or not ours. */
export async function readSid(): Promise<string | null> {
  const cookie = (await cookies()).get(sessionCookieName())?.value;
  if (!cookie) return null;
  try {
    const token = await decode({ token: cookie, secret: env.secret });
    return typeof token?.sid === "string" ? token.sid : null;
  } catch {
    return null;
  }
}
