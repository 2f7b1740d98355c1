import "server-only";
import type { NextAuthOptions, User } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { env } from "../env";
import { Invalid, Throttled } from "../errors/app-error";
import { signInPatient } from "../features/account/sign-in-patient";
import { signInStaff } from "../features/account/sign-in-staff";
import { signOut } from "../features/account/sign-out";
import { log } from "../log";
import { findViewerBySid } from "./access";
import { type ClientInfo, clientInfo } from "./client-info";
import { SESSION_TIMES } from "./session-times";

type SignedIn = User & { sid: string };

/** next-auth puts the message of an error into an address: only these codes may get there. */
const SIGN_IN_ERRORS = ["throttled", "invalid", "dead", "failed"] as const;
export type SignInError = (typeof SIGN_IN_ERRORS)[number];

class SignInFailed extends Error {
  constructor(code: SignInError) {
    super(code);
  }
}

/** Failures to codes; `null` from `work` becomes next-auth's "CredentialsSignin": wrong, whatever was wrong. */
async function answer(
  headers: Record<string, unknown> | undefined,
  work: (client: ClientInfo, now: Date) => Promise<SignedIn | null>,
): Promise<SignedIn | null> {
  const get = (name: string) => {
    const value = headers?.[name];
    return typeof value === "string" ? value : null;
  };
  try {
    return await work(clientInfo({ get }), new Date());
  } catch (error) {
    if (error instanceof SignInFailed) throw error;
    if (error instanceof Throttled) throw new SignInFailed("throttled");
    if (error instanceof Invalid) throw new SignInFailed("invalid");
    log.failure("sign-in.failed", error);
    throw new SignInFailed("failed");
  }
}

const staff = Credentials({
  id: "staff",
  credentials: { email: {}, password: {} },
  authorize: (given, request) =>
    answer(request.headers, async (client, now) => {
      const input = { email: given?.email, password: given?.password };
      const done = await signInStaff(input, client, now);
      return done && { id: done.userId, sid: done.sid };
    }),
});

const patient = Credentials({
  id: "patient",
  credentials: { token: {}, code: {}, birthOn: {} },
  authorize: (given, request) =>
    answer(request.headers, async (client, now) => {
      const { token, code, birthOn } = given ?? {};
      const input = { token: token || undefined, code: code || undefined, birthOn };
      const done = await signInPatient(input, client, now);
      if (done.kind === "dead") throw new SignInFailed("dead");
      return done.kind === "wrong" ? null : { id: done.patientId, sid: done.sid };
    }),
});

/**
 * next-auth carries an opaque session secret and nothing else; the session table is the truth, and
 * `findViewerBySid` is the only reader of it. The cookie outlives the row, never the other way round.
 */
export function nextAuthOptions(): NextAuthOptions {
  return {
    secret: env.secret,
    providers: [staff, patient],
    session: { strategy: "jwt", maxAge: SESSION_TIMES.patient.absoluteMs / 1000 },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in", newUser: "/sign-in" },
    callbacks: {
      jwt: ({ token, user }) => {
        const sid = user ? (user as SignedIn).sid : token.sid;
        return { sid };
      },
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) =>
        url.startsWith("/") && !url.startsWith("//") ? `${baseUrl}${url}` : baseUrl,
    },
    events: {
      signOut: async ({ token }) => {
        const viewer =
          typeof token?.sid === "string" ? await findViewerBySid(token.sid, new Date()) : null;
        if (viewer) await signOut(viewer, new Date());
      },
    },
    logger: {
      error: (code) => log.failure("next-auth", new Error(code)),
      warn: () => {},
      debug: () => {},
    },
  };
}
