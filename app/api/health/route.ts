import { loadHealth } from "@/lib/features/health/loaders";

/** For whoever watches the installation: 200 and `ok`, or 503 and what is amiss. */
export async function GET(): Promise<Response> {
  const health = await loadHealth();
  return Response.json(health, {
    status: health.status === "ok" ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}
