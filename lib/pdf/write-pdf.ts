import { once } from "node:events";
import renderDocument from "@react-pdf/render";
import PDFDocument from "pdfkit";
import type { LaidDocument } from "./lay-out";

/** What a PDF says about itself. */
export interface PdfFacts {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  /** The only moment in the file, so that the same document always gives the same bytes. */
  readonly madeAt: Date;
}

/** Opens each font once; pdfkit would open and compare it anew for every run of text. */
class Pdf extends PDFDocument {
  readonly #names = new Map<object, string>();

  override font(source: object | string, size?: number): this {
    if (typeof source === "string") return super.font(source, size);
    const name = this.#names.get(source) ?? `font ${this.#names.size + 1}`;
    if (!this.#names.has(source)) {
      this.#names.set(source, name);
      this.registerFont(name, source);
    }
    return super.font(name, size);
  }
}

/** Draws laid-out pages. */
export async function writePdf(laid: LaidDocument, facts: PdfFacts): Promise<Buffer> {
  const pdf = new Pdf({
    autoFirstPage: false,
    displayTitle: true,
    lang: facts.language,
    info: {
      Title: facts.title,
      Author: facts.author,
      Creator: "Carryover",
      Producer: "Carryover",
      CreationDate: facts.madeAt,
      ModificationDate: facts.madeAt,
    },
  });
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = once(pdf, "end");
  renderDocument(pdf as never, laid);
  await ended;
  return Buffer.concat(chunks);
}
