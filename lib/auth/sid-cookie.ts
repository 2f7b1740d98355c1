import "server-only";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { env } from "../env";
import { SESSION_TIMES } from "./session-times";

/** next-auth names its cookie by whether the public origin is https. */
export function sessionCookieName(): string {
  return env.origin.startsWith("https:")
    ? "__Secure-next-auth.session-token"
    : "next-auth.session-token";
}

async function sidIn(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  try {
    const token = await decode({ token: cookie, secret: env.secret });
    return typeof token?.sid === "string" ? token.sid : null;
  } catch {
    return null;
  }
}

/** The opaque session secret inside next-auth's cookie; null when absent or not ours. */
export async function readSid(): Promise<string | null> {
  return sidIn((await cookies()).get(sessionCookieName())?.value);
}

/** `readSid` for route handlers, from the request itself. */
export async function readSidOf(request: Request): Promise<string | null> {
  const name = `${sessionCookieName()}=`;
  const pairs = request.headers.get("cookie")?.split(";") ?? [];
  const pair = pairs.map((text) => text.trim()).find((text) => text.startsWith(name));
  return sidIn(pair?.slice(name.length));
}

/** Puts another session of the same browser into next-auth's cookie, as next-auth itself would write it. */
export async function writeSid(sid: string): Promise<void> {
  const maxAge = SESSION_TIMES.patient.absoluteMs / 1000;
  const value = await encode({ token: { sid }, secret: env.secret, maxAge });
  (await cookies()).set(sessionCookieName(), value, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: env.origin.startsWith("https:"),
    maxAge,
  });
}
