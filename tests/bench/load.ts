import http from "node:http";

export interface Shot {
  readonly path: string;
  readonly method: "GET" | "POST";
  readonly headers: Record<string, string>;
  readonly body?: string;
}

/** Shots that are under way at the same time. */
const CALLERS = 8;

function fire(agent: http.Agent, origin: string, shot: Shot): Promise<number> {
  return new Promise((resolve, reject) => {
    const url = new URL(shot.path, origin);
    const { method } = shot;
    const length =
      shot.body === undefined ? {} : { "Content-Length": Buffer.byteLength(shot.body) };
    const request = http.request(
      { agent, host: "127.0.0.1", port: url.port, path: url.pathname, method },
      (answer) => {
        let bytes = 0;
        answer.on("data", (chunk: Buffer) => {
          bytes += chunk.length;
        });
        answer.on("end", () => {
          if (answer.statusCode === 200) resolve(bytes);
          else reject(new Error(`${shot.path} answered ${answer.statusCode}`));
        });
        answer.on("error", reject);
      },
    );
    request.on("error", reject);
    for (const [name, value] of Object.entries({ Host: url.host, ...shot.headers, ...length }))
      request.setHeader(name, value);
    request.end(shot.body);
  });
}

/**
 * Keeps some callers busy over kept connections for a while. Throws when any answer is not 200.
 * @returns answers a second, and the bytes of one body
 */
export async function load(
  origin: string,
  seconds: number,
  next: () => Shot,
): Promise<{ perSecond: number; bytes: number }> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: CALLERS });
  const from = performance.now();
  const until = from + seconds * 1000;
  let answers = 0;
  let bytes = 0;
  const caller = async () => {
    while (performance.now() < until) {
      bytes = await fire(agent, origin, next());
      answers++;
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  const perSecond = (answers * 1000) / (performance.now() - from);
  agent.destroy();
  return { perSecond, bytes };
}
