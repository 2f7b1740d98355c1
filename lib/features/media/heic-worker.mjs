import { parentPort, workerData } from "node:worker_threads";
import decode from "heic-decode";

/** Decodes the first picture of a HEIC file to RGBA, in a thread of its own since it takes a second or more. */
async function picture({ buffer, pixelsMax }) {
  const pictures = await decode.all({ buffer });
  const [first] = pictures;
  if (!first) return { fault: "damaged" };
  if (first.width * first.height > pixelsMax) return { fault: "pixels" };
  const { width, height, data } = await first.decode();
  return { width, height, data };
}

picture(workerData).then(
  (found) => parentPort?.postMessage(found, found.data ? [found.data.buffer] : []),
  () => parentPort?.postMessage({ fault: "damaged" }),
);
