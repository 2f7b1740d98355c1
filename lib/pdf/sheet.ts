import type { ReactElement } from "react";
import type { PaperSize } from "../domain/plan/plan-document";
import type { DrawnDocument } from "../figures/drawn-document";
import type { PictureInk } from "../figures/figure-pdf";
import type { Look } from "./look";
import type { PrintChoices } from "./print-choices";

/** What every block is made from. */
export interface Sheet {
  readonly document: DrawnDocument;
  /** The document, and beside it the one in the other language where both are printed. */
  readonly documents: readonly DrawnDocument[];
  readonly choices: PrintChoices;
  readonly paperSize: PaperSize;
  readonly look: Look;
  readonly ink: PictureInk;
  /** Points between the margins. */
  readonly width: number;
}

/** A piece of the flow that stays whole on a page where one can hold it. */
export interface Block {
  /** Of its kind alone in the document; links lead to it by this name. */
  readonly key: string;
  /** `safety` may be brought forward to fill the first page; `body` is what follows page one's introduction. */
  readonly role?: "body" | "safety";
  /** One element. With page numbers it is drawn a second time, as high as before. */
  readonly content: ReactElement | ((pageOf: (key: string) => number | null) => ReactElement);
  /** Stays on the page of the block after it. */
  readonly joined?: boolean;
  /** Begins a page. */
  readonly fresh?: boolean;
  /** Blocks of one group share a page where one can hold them. */
  readonly group?: string;
  /** Key of the block that is repeated on top of a page which begins within the group. */
  readonly repeats?: string;
  /** Its line in the outline of the file, below the one of another block. */
  readonly bookmark?: { readonly title: string; readonly under?: string };
}

/** What is said in each language of the sheet, one after the other; once where they say the same. */
export function inAll(
  { documents }: Pick<Sheet, "documents">,
  say: (document: DrawnDocument) => string,
): string {
  return [...new Set(documents.map(say))].join(" / ");
}
