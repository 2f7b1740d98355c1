import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { nextAuthOptions } from "@/lib/auth/next-auth-options";

/** An e-mail address, a password, a token: nobody needs more than this. */
const MAX_BYTES = 8_192;

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

async function handle(request: NextRequest, context: Context): Promise<Response> {
  if (request.method === "POST") {
    const length = Number(request.headers.get("content-length") ?? Number.NaN);
    if (!(length <= MAX_BYTES)) return new Response(null, { status: 413 });
  }
  const response: Response = await NextAuth(request, context, nextAuthOptions());
  response.headers.set("Cache-Control", "private, no-store");
  return response;
}

export { handle as GET, handle as POST };
