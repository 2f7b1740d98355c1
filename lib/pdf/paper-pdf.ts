import { once } from "node:events";
import { deflateSync } from "node:zlib";
import renderDocument from "@react-pdf/render";
import PDFDocument, { type PDFReference } from "pdfkit";
import type { PictureInk } from "../figures/figure-pdf";
import { pdfOperators } from "../figures/pdf-operators";
import type { LaidDocument } from "./lay-out";

/** What a PDF says about itself. */
export interface PdfFacts {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  /** The only moment in the file, so that the same document always gives the same bytes. */
  readonly madeAt: Date;
}

type Picture = Parameters<PictureInk["drawPicture"]>[0];

/** Pictures that are kept ready, packed; one takes 2 to 3 kB. */
const READY_MAX = 400;
const ready = new Map<string, Buffer>();

/** A named picture never changes and shows nobody, so it is packed once for all documents. */
function packed({ name, shapes }: Picture): Buffer {
  const known = name === null ? undefined : ready.get(name);
  const bytes = known ?? deflateSync(pdfOperators(shapes));
  if (name === null) return bytes;
  ready.delete(name);
  ready.set(name, bytes);
  const [oldest] = ready.keys();
  if (ready.size > READY_MAX && oldest !== undefined) ready.delete(oldest);
  return bytes;
}

/** The PDF being written. */
export class PaperPdf extends PDFDocument implements PictureInk {
  readonly #fonts = new Map<object, string>();
  readonly #forms = new Map<string, { label: string; form: PDFReference }>();
  #pictures = 0;

  constructor({ title, author, language, madeAt }: PdfFacts) {
    super({
      autoFirstPage: false,
      displayTitle: true,
      lang: language,
      info: {
        Title: title,
        Author: author,
        Creator: "Carryover",
        Producer: "Carryover",
        CreationDate: madeAt,
        ModificationDate: madeAt,
      },
    });
  }

  /** Opens each font once; pdfkit would open and compare it anew for every run of text. */
  override font(source: object | string, size?: number): this {
    if (typeof source === "string") return super.font(source, size);
    const name = this.#fonts.get(source) ?? `font ${this.#fonts.size + 1}`;
    if (!this.#fonts.has(source)) {
      this.#fonts.set(source, name);
      this.registerFont(name, source);
    }
    return super.font(name, size);
  }

  drawPicture(picture: Picture): void {
    const { box, scale, mirrored } = picture;
    const { label, form } = this.#formOf(picture);
    this.page.xobjects[label] = form;
    const [across, left] = mirrored
      ? [-scale, (box.x + box.width) * scale]
      : [scale, -box.x * scale];
    this.save();
    this.transform(across, 0, 0, scale, left, -box.y * scale);
    this.addContent(`/${label} Do`);
    this.restore();
  }

  #formOf(picture: Picture): { label: string; form: PDFReference } {
    const { name, box } = picture;
    const known = name === null ? undefined : this.#forms.get(name);
    if (known) return known;
    const form = this.ref({
      Type: "XObject",
      Subtype: "Form",
      BBox: [box.x, box.y, box.x + box.width, box.y + box.height],
      Resources: {},
      Filter: "FlateDecode",
    });
    form.end(packed(picture));
    this.#pictures += 1;
    const made = { label: `Picture${this.#pictures}`, form };
    if (name !== null) this.#forms.set(name, made);
    return made;
  }

  /** Draws laid-out pages and ends the file. */
  async write(laid: LaidDocument): Promise<Buffer> {
    const chunks: Buffer[] = [];
    this.on("data", (chunk: Buffer) => chunks.push(chunk));
    const ended = once(this, "end");
    renderDocument(this as never, laid);
    await ended;
    return Buffer.concat(chunks);
  }
}
