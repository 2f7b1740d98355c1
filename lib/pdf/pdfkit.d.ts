declare module "pdfkit" {
  import { Readable } from "node:stream";

  export interface PDFDocumentOptions {
    autoFirstPage?: boolean;
    compress?: boolean;
    displayTitle?: boolean;
    lang?: string;
    info?: Record<string, string | Date>;
  }

  export default class PDFDocument extends Readable {
    constructor(options?: PDFDocumentOptions);
    /** By the name it was registered with, or the opened font itself; size in points. */
    font(source: object | string, size?: number): this;
    registerFont(name: string, source: object): this;
  }
}
