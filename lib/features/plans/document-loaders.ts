import "server-only";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { may } from "../../auth/policy";
import { currentViewer, requireStaff } from "../../auth/viewer";
import type { Locale, PaperSize } from "../../domain/plan/plan-document";
import { env } from "../../env";
import { NotFound, Refused } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import type { DrawnDocument } from "../../figures/drawn-document";
import { requestLocale } from "../../i18n/request-locale";
import type { PrintChoices } from "../../pdf/print-choices";
import { type QrPath, qrPath } from "../../pdf/qr-path";
import { withPaperPhotos } from "../media/paper-photos";
import { mediaStore } from "../media/store";
import { documentChoices, versionNumberOf } from "./document-schema";
import { paperExtras } from "./paper-queries";
import {
  documentAccess,
  type HeldPlan,
  planOfToken,
  type VersionDocument,
  versionDocument,
} from "./version-queries";

/**
 * What the PDF of a version needs, for whoever asks. Throws `SignedOut`, `Refused` (front desk),
 * `NotFound` (another's plan, a number never published) or `Invalid` (a choice there is not).
 */
export async function loadPaper(
  planId: string,
  number: string,
  search: URLSearchParams,
): Promise<{ document: DrawnDocument; paperSize: PaperSize; choices: PrintChoices }> {
  const access = await documentAccess(await currentViewer(), planId);
  const versionNumber = versionNumberOf(number);
  if (versionNumber === null) throw new NotFound();
  const { locale, paper, layout, weeks, start } = parse(
    documentChoices,
    Object.fromEntries(search),
  );
  const { document } = await versionDocument(access, {
    planId,
    number: versionNumber,
    locale: locale ?? null,
    origin: env.origin,
    as: "plan.print",
  });
  const choices = await paperExtras(access, {
    document,
    layout,
    weeks: weeks ?? null,
    startsOn: start ?? null,
    origin: env.origin,
    now: new Date(),
  });
  return {
    document: await withPaperPhotos(document, access.clinicId, mediaStore),
    paperSize: paper ?? document.paperSize,
    choices,
  };
}

/** A version for its page in the clinic; not found for anyone who may not read the record. */
export const loadPlanVersion = cache(
  async (
    planId: string,
    number: string,
    locale: string | null,
  ): Promise<VersionDocument & { qr: QrPath }> => {
    const viewer = await requireStaff();
    const versionNumber = versionNumberOf(number);
    const choice = documentChoices.shape.locale.safeParse(locale ?? undefined);
    if (versionNumber === null || !choice.success) notFound();
    try {
      const found = await versionDocument(await documentAccess(viewer, planId), {
        planId,
        number: versionNumber,
        locale: choice.data ?? null,
        origin: env.origin,
        as: "plan.view",
      });
      return { ...found, qr: qrPath(found.document.planUrl) };
    } catch (error) {
      if (error instanceof NotFound || error instanceof Refused) notFound();
      throw error;
    }
  },
);

/** What a stranger with the paper in hand sees: two numbers, and whether the plan still runs. */
export interface PaperCheck extends Pick<HeldPlan, "newestNumber" | "hasEnded" | "pause"> {
  readonly locale: Locale;
  readonly number: number;
}

const TOKEN_SHAPE = /^[\w-]{16,80}$/;

/** Behind the QR code of a printed plan: its patient and its therapists go on to the plan itself. */
export async function loadPaperCheck(token: string, version: string): Promise<PaperCheck> {
  const number = versionNumberOf(version);
  const held = TOKEN_SHAPE.test(token) ? await planOfToken(token, new Date()) : null;
  if (!held || number === null || number > held.newestNumber) notFound();
  const viewer = await currentViewer();
  if (viewer?.clinicId === held.clinicId) {
    if (viewer.kind === "patient" && viewer.patientId === held.patientId) redirect("/plan");
    if (viewer.kind === "staff" && may(viewer.role, "view-record"))
      redirect(`/plans/${held.planId}/versions/${number}`);
  }
  const { newestNumber, hasEnded, pause } = held;
  return { locale: await requestLocale(), number, newestNumber, hasEnded, pause };
}
