import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { nextAuthOptions } from "@/lib/auth/next-auth-options";

/** An e-mail address, a password, a token: nobody needs more than this. */
const MAX_BYTES = 8_192;
const FORM = "application/x-www-form-urlencoded";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

/** What next-auth would choke on: a status for it, or null when it may go on. */
function refusal(request: Request): number | null {
  if (request.method !== "POST") return null;
  if (!request.headers.get("content-type")?.startsWith(FORM)) return 415;
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  return length <= MAX_BYTES ? null : 413;
}

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const refused = refusal(request);
  if (refused) return new Response(null, { status: refused });
  // The two ways to sign in are forms; next-auth answers a GET here with 500.
  if (request.method === "GET" && (await context.params).nextauth[0] === "callback")
    return new Response(null, { status: 405, headers: { Allow: "POST" } });
  const response: Response = await NextAuth(request, context, nextAuthOptions());
  response.headers.set("Cache-Control", "private, no-store");
  return response;
}

export { handle as GET, handle as POST };
