declare module "pdfkit" {
  import { Readable } from "node:stream";

  export interface PDFDocumentOptions {
    autoFirstPage?: boolean;
    displayTitle?: boolean;
    lang?: string;
    info?: Record<string, string | Date>;
  }

  /** An object of the file; `end` writes it with its stream. */
  export interface PDFReference {
    end(stream: Uint8Array): void;
  }

  export default class PDFDocument extends Readable {
    constructor(options?: PDFDocumentOptions);
    readonly page: { readonly xobjects: Record<string, PDFReference> };
    /** By the name it was registered with, or the opened font itself; size in points. */
    font(source: object | string, size?: number): this;
    registerFont(name: string, source: object): this;
    ref(dictionary: Record<string, unknown>): PDFReference;
    save(): this;
    restore(): this;
    transform(a: number, b: number, c: number, d: number, e: number, f: number): this;
    /** Writes operators as they are. */
    addContent(operators: string): this;
  }
}
