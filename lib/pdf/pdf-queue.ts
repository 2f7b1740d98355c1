import type { Worker } from "node:worker_threads";
import type { PaperSize } from "../domain/plan/plan-document";
import { Throttled } from "../errors/app-error";
import type { DrawnDocument } from "../figures/drawn-document";
import { log } from "../log";
import type { PdfAnswer, PdfJob } from "./pdf-worker";
import { type PrintChoices, STANDARD } from "./print-choices";

export interface PdfQueueLimits {
  /** One render may take this long, the thread's start included. */
  readonly renderMs: number;
  /** Nothing asked for so long: the thread ends and gives its memory back. */
  readonly idleMs: number;
  /** Jobs that may wait; beyond, `Throttled`. */
  readonly waiting: number;
}

export const PDF_LIMITS: PdfQueueLimits = { renderMs: 30_000, idleMs: 120_000, waiting: 40 };
const RETRY_AFTER_SECONDS = 5;

/** A render failed in its thread; the code says how, never what was in the document. */
export class PdfFailed extends Error {
  override readonly name = "PdfFailed";
  constructor(readonly code: string) {
    super("the PDF could not be drawn");
  }
}

interface Waiting {
  readonly job: PdfJob;
  readonly resolve: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly reject: (error: Error) => void;
}

/** One thread that draws one document at a time; a crash or a time-out costs only the job it was at. */
export class PdfQueue {
  private worker: Worker | null = null;
  private current: Waiting | null = null;
  private readonly line: Waiting[] = [];
  private timer: NodeJS.Timeout | undefined;
  private nextId = 1;

  constructor(
    private readonly spawn: () => Worker,
    private readonly limits: PdfQueueLimits = PDF_LIMITS,
  ) {}

  /** Bytes of the document as a PDF. Throws `PdfFailed`, or `Throttled` when too many wait. */
  render(
    document: DrawnDocument,
    paperSize: PaperSize,
    choices: PrintChoices = STANDARD,
  ): Promise<Uint8Array<ArrayBuffer>> {
    if (this.line.length >= this.limits.waiting)
      return Promise.reject(new Throttled(RETRY_AFTER_SECONDS));
    return new Promise((resolve, reject) => {
      this.line.push({ job: { id: this.nextId++, document, paperSize, choices }, resolve, reject });
      this.advance();
    });
  }

  /** Ends the thread; what was under way or waiting fails. */
  async close(): Promise<void> {
    const worker = this.worker;
    for (const waiting of this.line.splice(0)) waiting.reject(new PdfFailed("closed"));
    this.fail("closed");
    await worker?.terminate();
  }

  private advance(): void {
    if (this.current) return;
    clearTimeout(this.timer);
    const next = this.line.shift();
    if (!next) {
      this.timer = setTimeout(() => this.drop(), this.limits.idleMs);
      this.timer.unref();
      return;
    }
    this.current = next;
    this.timer = setTimeout(() => this.fail("timeout"), this.limits.renderMs);
    try {
      this.start().postMessage(next.job);
    } catch {
      this.fail("start");
    }
  }

  private start(): Worker {
    if (this.worker) return this.worker;
    const worker = this.spawn();
    worker.unref();
    worker.stdout.resume();
    worker.stderr.resume();
    worker.on("message", (answer: PdfAnswer) => this.settle(answer));
    worker.on("error", (error) => this.lost(worker, error));
    worker.on("exit", () => this.lost(worker, null));
    this.worker = worker;
    return worker;
  }

  private settle(answer: PdfAnswer): void {
    const current = this.current;
    if (current?.job.id !== answer.id) return;
    this.current = null;
    if ("bytes" in answer) current.resolve(answer.bytes);
    else current.reject(new PdfFailed(answer.failure));
    this.advance();
  }

  private lost(worker: Worker, error: unknown): void {
    if (this.worker !== worker) return;
    if (error) log.failure("pdf.thread-lost", error);
    this.fail("crash");
  }

  /** Gives up the job under way together with its thread; the next job gets a new one. */
  private fail(code: string): void {
    const current = this.current;
    this.current = null;
    this.drop();
    current?.reject(new PdfFailed(code));
    this.advance();
  }

  private drop(): void {
    const worker = this.worker;
    this.worker = null;
    void worker?.terminate();
  }
}
