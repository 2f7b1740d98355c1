import { parentPort } from "node:worker_threads";
import { tsImport } from "tsx/esm/api";

// A thread of its own does not know TypeScript, whoever started it.
/** @type {typeof import("../../lib/figures/engine/bake")} */
const { bakeFigure } = await tsImport("../../lib/figures/engine/bake.ts", import.meta.url);

/**
 * @param {import("./bake-figures").FigureJob} job
 * @returns {import("./bake-figures").BakedFigure}
 */
function bake({ slug, source }) {
  try {
    return { slug, art: bakeFigure(source, slug) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { slug, problem: message.startsWith(`${slug}:`) ? message : `${slug}: ${message}` };
  }
}

parentPort?.on("message", (job) => parentPort?.postMessage(bake(job)));
