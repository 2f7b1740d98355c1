import type { PrintedPlans } from "../../print-plans";
import type { PrintChoices } from "../../print-schema";

/** Why nothing was printed. */
export class PrintFailed extends Error {
  override readonly name = "PrintFailed";
  constructor(readonly why: "signedOut" | "refused" | "offline" | "failed" | "said") {
    super(why);
  }
}

const BY_STATUS: Readonly<Record<number, PrintFailed["why"]>> = {
  401: "signedOut",
  403: "refused",
  422: "said",
};

interface Line {
  readonly done?: number;
  readonly total?: number;
  readonly result?: PrintedPlans;
}

/** Lines of an answer as they come. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Line> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + decoder.decode(part.value, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line) as Line;
  }
}

/** Has the chosen plans printed into one file. Rejects with `PrintFailed`, or as `signal` says. */
export async function sendPrint(
  choices: PrintChoices,
  onDone: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<PrintedPlans> {
  const answer = await fetch("/api/plans/print", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(choices),
    signal,
  }).catch((error) => {
    throw signal.aborted ? error : new PrintFailed("offline");
  });
  if (!answer.ok || !answer.body) throw new PrintFailed(BY_STATUS[answer.status] ?? "failed");
  for await (const { done, total, result } of linesOf(answer.body)) {
    if (result) return result;
    if (done !== undefined && total !== undefined) onDone(done, total);
  }
  throw new PrintFailed("failed");
}
