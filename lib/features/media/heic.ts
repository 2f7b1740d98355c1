import { readFile, stat } from "node:fs/promises";
import { Worker } from "node:worker_threads";
import { refuseFile } from "./file-kind";

/** A picture as bare pixels, four bytes each. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

type Answer = Pixels | { readonly fault: "damaged" | "pixels" };

/** Photos of phones stay below 20 MB; the whole file is in memory while it is decoded. */
const HEIC_MAX_BYTES = 60 * 1024 * 1024;
const DECODE_MS = 45_000;

const UNREADABLE = "This HEIC photo could not be read. Save it as JPEG and add that.";

/** The thread ends with its picture, and gives back what WebAssembly took. */
function inThread(buffer: Uint8Array, pixelsMax: number): Promise<Answer> {
  const worker = new Worker(new URL("./heic-worker.mjs", import.meta.url), {
    workerData: { buffer, pixelsMax },
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  return new Promise<Answer>((resolve) => {
    const lost = () => resolve({ fault: "damaged" });
    const timer = setTimeout(lost, DECODE_MS);
    worker.once("message", resolve);
    worker.once("error", lost);
    worker.once("exit", () => {
      clearTimeout(timer);
      lost();
    });
  }).finally(() => worker.terminate());
}

/** The pixels of a HEIC photo, upright. Throws `Invalid` with what to do when it cannot be read. */
export async function decodeHeic(file: string, pixelsMax: number): Promise<Pixels | "pixels"> {
  if ((await stat(file)).size > HEIC_MAX_BYTES) refuseFile(UNREADABLE);
  const answer = await inThread(await readFile(file), pixelsMax);
  if (!("fault" in answer)) return answer;
  return answer.fault === "pixels" ? "pixels" : refuseFile(UNREADABLE);
}
