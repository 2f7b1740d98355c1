import type { DiaryChoice } from "../domain/plan/diary";
import type { PaperLayout } from "../domain/plan/paper-layout";
import type { DrawnDocument } from "../figures/drawn-document";

/** How a document is printed, beside its paper. */
export interface PrintChoices {
  readonly layout: PaperLayout;
  /** The same version in the other language; only for `bilingual`. */
  readonly other: DrawnDocument | null;
  /** The tick grid: the whole paper of `diary`, the last pages of the others. */
  readonly diary: DiaryChoice | null;
}

export const STANDARD: PrintChoices = { layout: "standard", other: null, diary: null };
