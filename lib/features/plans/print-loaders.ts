import "server-only";
import { currentViewer, requireClinic } from "../../auth/viewer";
import { env } from "../../env";
import { orNotFound } from "../../errors/or-not-found";
import { readJson } from "../../errors/read-json";
import { translator } from "../../i18n/translator";
import { joinPdfs } from "../../pdf/join-pdfs";
import { renderPlanPdf } from "../../pdf/render-plan-pdf";
import { mediaStore } from "../media/store";
import { viewCaseload } from "../patients/view-patient";
import { type PrintedPlans, printPlans } from "./print-plans";
import { type PrintList, printList } from "./print-queries";

const MAX_BYTES = 10_000;

/** Whose plans can be printed, a look at the caseload; there is no such page for those who read no records. */
export function loadPrintList(): Promise<PrintList> {
  return orNotFound(async () => {
    const now = new Date();
    const access = await requireClinic("view-record");
    await viewCaseload(await requireClinic("view-caseload"), now);
    return printList(access, now);
  });
}

/** Prints what the request asks for into one file. */
export async function printRequest(
  request: Request,
  progress: { tell: (done: number, total: number) => void; signal: AbortSignal },
): Promise<PrintedPlans> {
  const viewer = await currentViewer();
  const title = translator("en", "handout")("print.fileTitle");
  return printPlans(viewer, await readJson(request, MAX_BYTES), {
    ...progress,
    origin: env.origin,
    store: mediaStore,
    draw: renderPlanPdf,
    join: (files, eachOnNewSheet) => joinPdfs(files, { title, eachOnNewSheet }),
  });
}
