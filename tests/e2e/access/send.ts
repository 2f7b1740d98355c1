/** One answer, whole: status, headers and body as text, so that nothing can hide in either. */
export interface Answer {
  readonly status: number;
  readonly location: string | null;
  readonly type: string;
  readonly headers: string;
  readonly body: string;
}

export const origin = () => process.env.NEXTAUTH_URL ?? "";

let address = 0;

/** Another connection for each request, so that rate limits of sign-in stay out of the way. */
function nextAddress(): string {
  address++;
  return `2001:db8:${(address >> 16).toString(16)}:${(address & 0xffff).toString(16)}::1`;
}

type Init = RequestInit & { headers?: Record<string, string> };

function request(path: string, cookie: string | null, init: Init): Promise<Response> {
  return fetch(`${origin()}${path}`, {
    ...init,
    redirect: "manual",
    headers: {
      "x-forwarded-for": nextAddress(),
      ...(cookie ? { cookie } : {}),
      ...init.headers,
    },
  });
}

/**
 * Sends as somebody with this cookie and does not follow, but for one thing: Next sends whoever asks for
 * a page's payload to the same page with a hash of the headers in the address, as its own router has it.
 */
export async function send(path: string, cookie: string | null, init: Init = {}): Promise<Answer> {
  let response = await request(path, cookie, init);
  let location = response.headers.get("location");
  if (init.headers?.rsc && location?.includes("_rsc=")) {
    response = await request(location, cookie, init);
    location = response.headers.get("location");
  }
  return {
    status: response.status,
    location: location && new URL(location, origin()).pathname,
    type: response.headers.get("content-type") ?? "",
    headers: JSON.stringify([...response.headers]),
    body: Buffer.from(await response.arrayBuffer()).toString("latin1"),
  };
}

/** Needles in the answer. */
export function leaks({ headers, body }: Answer, needles: readonly string[]): string[] {
  return needles.filter((needle) => body.includes(needle) || headers.includes(needle));
}

/** Runs the jobs, a few at a time, and gathers what they answer. */
export async function all<T>(jobs: readonly (() => Promise<T[]>)[], width = 6): Promise<T[]> {
  const results: T[] = [];
  const queue = jobs.values();
  const work = async () => {
    for (const job of queue) results.push(...(await job()));
  };
  await Promise.all(Array.from({ length: width }, work));
  return results;
}
