import { encode } from "next-auth/jwt";
import { SESSION_TIMES } from "@/lib/auth/session-times";

/**
 * The cookie a browser would hold after signing in: "login as a fixture". `sid` comes from `makeStaff`,
 * `makePatient` or `openSession`; secret and origin are the running server's.
 */
export async function sessionCookie(
  sid: string,
  {
    secret = process.env.NEXTAUTH_SECRET ?? "",
    origin = process.env.NEXTAUTH_URL ?? "http://localhost:3000",
  } = {},
): Promise<{ name: string; value: string; url: string; httpOnly: true; sameSite: "Lax" }> {
  if (secret === "") throw new Error("sessionCookie needs the server's NEXTAUTH_SECRET");
  const secure = origin.startsWith("https:");
  return {
    name: secure ? "__Secure-next-auth.session-token" : "next-auth.session-token",
    value: await encode({
      token: { sid },
      secret,
      maxAge: SESSION_TIMES.patient.absoluteMs / 1000,
    }),
    url: origin,
    httpOnly: true,
    sameSite: "Lax",
  };
}
