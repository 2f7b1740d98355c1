import { parentPort } from "node:worker_threads";
import { bakeFigure } from "../../lib/figures/engine/bake";
import type { BakedFigure, FigureJob } from "./bake-figures";

function bake({ slug, source }: FigureJob): BakedFigure {
  try {
    return { slug, art: bakeFigure(source, slug) };
  } catch (error) {
    return { slug, problem: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on("message", (job: FigureJob) => parentPort?.postMessage(bake(job)));
