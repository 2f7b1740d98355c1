import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { FigureArt } from "../../lib/figures/art";

export interface FigureJob {
  readonly slug: string;
  /** The poses as their file has them; the engine checks them. */
  readonly source: unknown;
}

/** A picture, or the sentence about why there is none. */
export type BakedFigure =
  | { readonly slug: string; readonly art: FigureArt }
  | { readonly slug: string; readonly problem: string };

/** Draws them all, in any order. */
export type BakeFigures = (jobs: readonly FigureJob[]) => Promise<readonly BakedFigure[]>;

/** One thread that takes the next job of the line until there is none. */
function runThread(line: FigureJob[], done: BakedFigure[]): Promise<void> {
  const worker = new Worker(new URL("./bake-worker.mjs", import.meta.url), {
    execArgv: [],
  });
  const drained = new Promise<void>((resolve, reject) => {
    const next = () => {
      const job = line.shift();
      if (job) worker.postMessage(job);
      else resolve();
    };
    worker.on("message", (baked: BakedFigure) => {
      done.push(baked);
      next();
    });
    worker.on("error", reject);
    worker.on("exit", () => reject(new Error("the thread that draws figures ended")));
    next();
  });
  return drained.finally(() => worker.terminate());
}

/** Draws in as many threads as there are processors. */
export const bakeInThreads: BakeFigures = async (jobs) => {
  const line = [...jobs];
  const done: BakedFigure[] = [];
  const threads = Math.min(availableParallelism(), jobs.length);
  await Promise.all(Array.from({ length: threads }, () => runThread(line, done)));
  return done;
};
