import { log } from "../log";

/** What long work gets: how to tell how far it is, and when nobody waits for it any more. */
interface Listener {
  readonly tell: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

const HEADERS = {
  // A proxy or a compressor that gathers the answer first would hide the progress.
  "Cache-Control": "private, no-store, no-transform",
  "X-Accel-Buffering": "no",
  "Content-Type": "application/x-ndjson; charset=utf-8",
};

/**
 * Answers long work line by line: `{"done","total"}` as it goes, at last `{"result"}` or `{"error":"failed"}`.
 * What fails before the first step throws, so that it is answered like any other failure.
 */
export async function progressResponse(
  work: (listener: Listener) => Promise<object>,
): Promise<Response> {
  const gone = new AbortController();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  writer.closed.catch(() => gone.abort());
  const say = (line: object) =>
    writer.write(new TextEncoder().encode(`${JSON.stringify(line)}\n`)).catch(() => {});
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const tell = (done: number, total: number) => {
    begin();
    void say({ done, total });
  };
  const ended = work({ tell, signal: gone.signal });
  await Promise.race([begun, ended]);
  void ended
    .then(
      (result) => say({ result }),
      (error) => {
        if (!gone.signal.aborted) log.failure("request.failed", error);
        return say({ error: "failed" });
      },
    )
    .then(() => writer.close())
    .catch(() => {});
  return new Response(readable, { headers: HEADERS });
}
