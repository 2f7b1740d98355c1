import { clinicAccess, type Viewer } from "../../auth/access";
import type { PaperSize } from "../../domain/plan/plan-document";
import { NotFound } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import type { DrawnDocument } from "../../figures/drawn-document";
import { log } from "../../log";
import { withPaperPhotos } from "../media/paper-photos";
import type { MediaStore } from "../media/store";
import { newestVersion } from "./print-queries";
import { printPlansInput } from "./print-schema";
import { planRecordAccess, versionDocument } from "./version-queries";

/** Why a plan is not in the file. */
export type PrintFault = "not_found" | "failed";

export interface PrintedPlans {
  /** The file in Base64; null: nothing could be printed. */
  readonly pdf: string | null;
  readonly pages: number;
  /** In the order asked for. */
  readonly printed: readonly string[];
  readonly failed: readonly { readonly planId: string; readonly why: PrintFault }[];
}

/** What draws, joins and keeps files, and who waits. */
export interface Printer {
  readonly origin: string;
  readonly store: () => Promise<MediaStore>;
  readonly draw: (document: DrawnDocument, paper: PaperSize) => Promise<Uint8Array>;
  readonly join: (
    files: readonly Uint8Array[],
    eachOnNewSheet: boolean,
  ) => { readonly bytes: Buffer; readonly pages: number };
  readonly tell: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

async function paperOf(
  viewer: Viewer | null,
  planId: string,
  paper: PaperSize,
  printer: Printer,
): Promise<Uint8Array> {
  const number = await newestVersion(clinicAccess(viewer, "view-record"), planId);
  if (number === null) throw new NotFound();
  const access = await planRecordAccess(viewer, planId);
  const { origin } = printer;
  const wanted = { planId, number, locale: null, origin, as: "plan.print" } as const;
  const { document } = await versionDocument(access, wanted);
  const whole = await withPaperPhotos(document, access.clinicId, printer.store);
  return printer.draw(whole, paper);
}

/**
 * The newest versions of plans as one file for the printer, in the order asked for and each in its patient's
 * language. Each is audited as printed; one that cannot be printed is named and stops no other. Ends early,
 * without a file, when nobody waits any more. Throws `SignedOut`, `Refused` and `Invalid`.
 */
export async function printPlans(
  viewer: Viewer | null,
  input: unknown,
  printer: Printer,
): Promise<PrintedPlans> {
  clinicAccess(viewer, "view-record");
  const { planIds, paper, eachOnNewSheet } = parse(printPlansInput, input);
  const printed: string[] = [];
  const failed: { planId: string; why: PrintFault }[] = [];
  const files: Uint8Array[] = [];
  printer.tell(0, planIds.length);
  for (const planId of planIds) {
    if (printer.signal.aborted) break;
    try {
      files.push(await paperOf(viewer, planId, paper, printer));
      printed.push(planId);
    } catch (error) {
      const isAbsent = error instanceof NotFound;
      if (!isAbsent) log.failure("print.failed", error);
      failed.push({ planId, why: isAbsent ? "not_found" : "failed" });
    }
    printer.tell(printed.length + failed.length, planIds.length);
  }
  if (files.length === 0 || printer.signal.aborted) return { pdf: null, pages: 0, printed, failed };
  const { bytes, pages } = printer.join(files, eachOnNewSheet);
  return { pdf: bytes.toString("base64"), pages, printed, failed };
}
