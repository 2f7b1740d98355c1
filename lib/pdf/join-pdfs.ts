/** A PDF to add to another, and how its pages lie. */
interface Part {
  /** Objects by number, as they stand in the file. */
  readonly objects: ReadonlyMap<number, PdfObject>;
  /** Numbers of the page objects, in order. */
  readonly pages: readonly number[];
  /** Number of the node above them. */
  readonly tree: number;
}

interface PdfObject {
  /** Everything up to the stream, in Latin-1. */
  readonly head: string;
  /** From `stream` to `endstream`; null: none. */
  readonly stream: Buffer | null;
}

export interface JoinOptions {
  readonly title: string;
  /** Adds an empty page after an odd number of them, so that a two-sided printer starts each part on a new sheet. */
  readonly eachOnNewSheet: boolean;
}

const STREAM = Buffer.from("\nstream\n", "latin1");
const CATALOG = 1;
const TREE = 2;
const INFO = 3;
/** Strings come first, so that what looks like a reference within one is left alone. */
const TOKENS = /\((?:\\[\s\S]|[^\\()])*\)|<[0-9A-Fa-f\s]*>|\b(\d+) 0 R\b/g;

function found(pattern: RegExp, text: string): string {
  const match = pattern.exec(text)?.[1];
  if (match === undefined) throw new Error("pdf: not a file of our own");
  return match;
}

function objectIn(slice: Buffer): PdfObject {
  const body = slice.subarray(slice.indexOf("obj") + 3, slice.lastIndexOf("endobj"));
  const at = body.indexOf(STREAM);
  if (at < 0) return { head: body.toString("latin1").trim(), stream: null };
  return { head: body.toString("latin1", 0, at).trim(), stream: body.subarray(at + 1) };
}

/** Takes a file apart that this application drew: one table of plain objects, one level of pages. */
function partOf(bytes: Uint8Array): Part {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const xref = Number(
    found(/startxref\s+(\d+)\s+%%EOF/, file.toString("latin1", file.length - 64)),
  );
  const table = file.toString("latin1", xref);
  const rows = [...table.matchAll(/^(\d{10}) \d{5} n/gm)].map((row) => Number(row[1]));
  const ends = [...rows, xref].sort((a, b) => a - b);
  const objects = new Map<number, PdfObject>();
  for (const start of rows) {
    const slice = file.subarray(start, ends[ends.indexOf(start) + 1]);
    objects.set(Number(found(/^(\d+) 0 obj/, slice.toString("latin1", 0, 24))), objectIn(slice));
  }
  const head = (number: number) => objects.get(number)?.head ?? "";
  const root = Number(found(/\/Root (\d+) 0 R/, table));
  const tree = Number(found(/\/Pages (\d+) 0 R/, head(root)));
  const kids = found(/\/Kids \[([^\]]*)\]/, head(tree));
  const pages = [...kids.matchAll(/(\d+) 0 R/g)].map((kid) => Number(kid[1]));
  if (pages.length === 0 || pages.some((page) => !/\/Type \/Page\b/.test(head(page))))
    throw new Error("pdf: not a file of our own");
  return { objects, pages, tree };
}

/** A PDF being written from parts of others. */
class Joined {
  readonly #chunks: Buffer[] = [Buffer.from("%PDF-1.7\n%\xff\xff\xff\xff\n", "latin1")];
  readonly #offsets = new Map<number, number>();
  readonly #kids: number[] = [];
  #length = 15;
  #next = INFO + 1;

  #push(text: string | Buffer) {
    const bytes = typeof text === "string" ? Buffer.from(text, "latin1") : text;
    this.#chunks.push(bytes);
    this.#length += bytes.length;
  }

  #write(number: number, head: string, stream: Buffer | null = null) {
    this.#offsets.set(number, this.#length);
    this.#push(`${number} 0 obj\n${head}\n`);
    if (stream) this.#push(stream);
    this.#push("endobj\n");
  }

  /** Copies the pages and whatever they refer to; answers how many they are. */
  add({ objects, pages, tree }: Part): number {
    const numbers = new Map([[tree, TREE]]);
    const wanted: number[] = [];
    const numberOf = (old: number) => {
      const known = numbers.get(old);
      if (known !== undefined) return known;
      numbers.set(old, this.#next);
      wanted.push(old);
      return this.#next++;
    };
    this.#kids.push(...pages.map(numberOf));
    for (let old = wanted.shift(); old !== undefined; old = wanted.shift()) {
      const object = objects.get(old) ?? { head: "null", stream: null };
      const head = object.head.replace(TOKENS, (token, number?: string) =>
        number === undefined ? token : `${numberOf(Number(number))} 0 R`,
      );
      this.#write(numbers.get(old) as number, head, object.stream);
    }
    return pages.length;
  }

  addEmptyPage(box: string) {
    const number = this.#next++;
    this.#kids.push(number);
    const facts = `/Type /Page /Parent ${TREE} 0 R /MediaBox [${box}] /Resources << >>`;
    this.#write(number, `<< ${facts} >>`);
  }

  end(title: string): Buffer {
    const kids = this.#kids.map((number) => `${number} 0 R`).join(" ");
    const words = Buffer.from(`\ufeff${title}`, "utf16le").swap16().toString("hex");
    this.#write(CATALOG, `<< /Type /Catalog /Pages ${TREE} 0 R >>`);
    this.#write(TREE, `<< /Type /Pages /Count ${this.#kids.length} /Kids [${kids}] >>`);
    this.#write(INFO, `<< /Title <${words}> /Creator (Carryover) /Producer (Carryover) >>`);
    const xref = this.#length;
    const rows = Array.from({ length: this.#next - 1 }, (_, i) => {
      const at = this.#offsets.get(i + 1) ?? 0;
      return `${String(at).padStart(10, "0")} 00000 n \n`;
    });
    this.#push(`xref\n0 ${this.#next}\n0000000000 65535 f \n${rows.join("")}`);
    this.#push(`trailer\n<< /Size ${this.#next} /Root ${CATALOG} 0 R /Info ${INFO} 0 R >>\n`);
    this.#push(`startxref\n${xref}\n%%EOF\n`);
    return Buffer.concat(this.#chunks);
  }
}

/**
 * One file of several PDFs that `renderPlanPdf` made, for the printer: their pages in order, without bookmarks
 * and named places. Throws for a file that is not of our own making.
 */
export function joinPdfs(
  files: readonly Uint8Array[],
  { title, eachOnNewSheet }: JoinOptions,
): { readonly bytes: Buffer; readonly pages: number } {
  const joined = new Joined();
  let total = 0;
  for (const file of files) {
    const part = partOf(file);
    let pages = joined.add(part);
    if (eachOnNewSheet && pages % 2 === 1) {
      const last = part.objects.get(part.pages.at(-1) ?? 0)?.head ?? "";
      joined.addEmptyPage(found(/\/MediaBox \[([^\]]*)\]/, last));
      pages += 1;
    }
    total += pages;
  }
  return { bytes: joined.end(title), pages: total };
}
