import { localDate } from "../../lib/domain/calendar/local-date";
import type { DiaryWeeks, PaperLayout } from "../../lib/domain/plan/paper-layout";
import type { PaperSize } from "../../lib/domain/plan/plan-document";
import type { DrawnDocument } from "../../lib/figures/drawn-document";
import { drawPlanPdf } from "../../lib/pdf/draw-plan-pdf";
import type { PrintChoices } from "../../lib/pdf/print-choices";

/** Monday. */
export const DIARY_START = localDate("2026-11-23");

/** Choices for a sample document; a diary begins on the Monday after it was published. */
export function choicesFor(
  document: DrawnDocument,
  layout: PaperLayout,
  { other = null, weeks }: { other?: DrawnDocument | null; weeks?: DiaryWeeks } = {},
): PrintChoices {
  const { versionId, versionNumber: number, startsOn, exercises } = document;
  const covered = weeks ?? (layout === "diary" ? 1 : null);
  return {
    layout,
    other,
    diary: covered && {
      weeks: covered,
      startsOn: DIARY_START,
      span: { startedOn: startsOn, endedOn: null, pauses: [] },
      version: { versionId, number, startsOn, exercises },
    },
  };
}

/** The document in a layout. */
export function draw(
  document: DrawnDocument,
  layout: PaperLayout,
  options: { paper?: PaperSize; other?: DrawnDocument; weeks?: DiaryWeeks } = {},
): Promise<Uint8Array> {
  return drawPlanPdf(document, options.paper ?? "A4", choicesFor(document, layout, options));
}
