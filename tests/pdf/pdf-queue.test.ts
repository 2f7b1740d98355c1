import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { afterEach, describe, expect, test } from "vitest";
import { Throttled } from "../../lib/errors/app-error";
import { PDF_LIMITS, PdfFailed, PdfQueue, type PdfQueueLimits } from "../../lib/pdf/pdf-queue";
import { renderOrLeaveLogo } from "../../lib/pdf/render-plan-pdf";
import { pngOf } from "../support/png";
import { readPdf } from "./read-pdf";
import { sampleDocument } from "./sample-document";

const open: PdfQueue[] = [];
let started = 0;

const SOURCE = new URL("../../lib/pdf/pdf-worker.ts", import.meta.url).href;

/** The real worker from its source through tsx; the server runs it bundled. */
function realThread(): Worker {
  started++;
  const script = `import("tsx/esm/api").then((tsx) => {
    tsx.register();
    return import(${JSON.stringify(SOURCE)});
  });`;
  return new Worker(script, { eval: true, stdout: true, stderr: true });
}

/** A thread that draws nothing and does as told. */
function scripted(script: string): Worker {
  started++;
  return new Worker(`const { parentPort } = require("node:worker_threads");${script}`, {
    eval: true,
  });
}

function queue(spawn: () => Worker, limits: Partial<PdfQueueLimits> = {}): PdfQueue {
  const made = new PdfQueue(spawn, { ...PDF_LIMITS, ...limits });
  open.push(made);
  return made;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((q) => q.close()));
  started = 0;
});

describe("the queue of the PDF thread", { timeout: 60_000 }, () => {
  test("ten at once come out of one thread, each its own", async () => {
    const pdfs = queue(realThread);
    const drawn = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        pdfs.render(sampleDocument(2, "en", { patientGivenName: `Patient${i}X` }), "A4"),
      ),
    );
    const texts = await Promise.all(drawn.map(async (bytes) => (await readPdf(bytes)).text));
    texts.forEach((text, i) => {
      expect(text).toContain(`Patient${i}X`);
    });
    expect(started).toBe(1);
  });

  test("a document that cannot be drawn fails alone, with a code and no content", async () => {
    const pdfs = queue(realThread);
    const broken = { ...sampleDocument(1), publishedOn: "Elena" as never };
    const failure = await pdfs.render(broken, "A4").catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(PdfFailed);
    expect(String((failure as PdfFailed).code)).not.toContain("Elena");
    await expect(pdfs.render(sampleDocument(1), "A4")).resolves.toBeInstanceOf(Uint8Array);
    expect(started).toBe(1);
  });

  test("a logo that cannot be drawn is left out, and the plan comes all the same", async () => {
    const pdfs = queue(realThread);
    const { clinic } = sampleDocument(1);
    const withLogo = (bytes: Buffer) =>
      sampleDocument(1, "en", {
        clinic: { ...clinic, logo: { mime: "image/png", base64: bytes.toString("base64") } },
      });
    const rows = Buffer.alloc(5);
    const one = { width: 1, height: 1, depth: 8, interlaced: false, text: "", rows };
    const whole = pngOf({ ...one, colour: 6 });
    const drawn = await renderOrLeaveLogo(pdfs, withLogo(whole), "A4");
    const damaged = Buffer.from(whole);
    damaged.fill(0x55, damaged.indexOf("IDAT") + 4, damaged.indexOf("IEND") - 8);
    const left = await renderOrLeaveLogo(pdfs, withLogo(damaged), "A4");
    const pictures = (bytes: Uint8Array) =>
      Buffer.from(bytes).toString("latin1").split("/Subtype /Image").length - 1;
    expect([pictures(drawn), pictures(left)]).toEqual([2, 0]);
    expect((await readPdf(left)).text).toContain(clinic.name);
  });

  test("a crash costs only the job it was at; the next one gets a new thread", async () => {
    const crash = 'parentPort.on("message", () => process.exit(1));';
    const pdfs = queue(() => (started === 0 ? scripted(crash) : realThread()));
    const first = pdfs.render(sampleDocument(1), "A4");
    const second = pdfs.render(sampleDocument(1), "A4");
    await expect(first).rejects.toMatchObject({ code: "crash" });
    await expect(second).resolves.toBeInstanceOf(Uint8Array);
    expect(started).toBe(2);
  });

  test("a thread that hangs is ended, and the line moves on", async () => {
    const echo =
      'parentPort.on("message", ({ id }) => parentPort.postMessage({ id, bytes: new Uint8Array([37]) }));';
    const hang = 'parentPort.on("message", () => { for (;;); });';
    const pdfs = queue(() => scripted(started === 0 ? hang : echo), { renderMs: 300 });
    const first = pdfs.render(sampleDocument(1), "A4");
    const second = pdfs.render(sampleDocument(1), "A4");
    await expect(first).rejects.toMatchObject({ code: "timeout" });
    await expect(second).resolves.toEqual(new Uint8Array([37]));
  });

  test("too many in line are turned away, and closing answers the rest", async () => {
    const pdfs = queue(() => scripted('parentPort.on("message", () => {});'), { waiting: 2 });
    const waiting = [1, 2, 3].map(() => pdfs.render(sampleDocument(1), "A4"));
    const outcomes = Promise.allSettled(waiting);
    await expect(pdfs.render(sampleDocument(1), "A4")).rejects.toBeInstanceOf(Throttled);
    await pdfs.close();
    expect((await outcomes).map((o) => o.status)).toEqual(["rejected", "rejected", "rejected"]);
  });

  test("an idle thread is given back", async () => {
    const threads: Worker[] = [];
    const spawn = () => {
      const thread = realThread();
      threads.push(thread);
      return thread;
    };
    const pdfs = queue(spawn, { idleMs: 1 });
    await pdfs.render(sampleDocument(1), "A4");
    await once(threads[0]!, "exit");
    await pdfs.render(sampleDocument(1), "A4");
    expect(started).toBe(2);
  });
});
