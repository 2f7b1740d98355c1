import type { PDFDocumentProxy } from "pdfjs-dist";
import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";

/** What a reader finds in a PDF: the text of each page and the size of the paper in points. */
export interface ReadPdf {
  readonly pages: readonly string[];
  readonly text: string;
  readonly size: readonly [number, number];
  readonly title: string;
  readonly language: string | null;
}

/** Reads a PDF back with pdf.js, as a viewer would; spaces and line ends are one space. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const pages: string[] = [];
  for (let n = 1; n <= pdf.numPages; n++) {
    const { items } = await (await pdf.getPage(n)).getTextContent({
      disableNormalization: true,
    });
    const text = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : ""));
    pages.push(text.join("").replace(/\s+/g, " "));
  }
  const view = (await pdf.getPage(1)).view;
  const { info } = await pdf.getMetadata();
  const facts = info as { Title?: string; Language?: string | null };
  await task.destroy();
  return {
    pages,
    text: pages.join(" "),
    size: [view[2] ?? 0, view[3] ?? 0],
    title: facts.Title ?? "",
    language: facts.Language ?? null,
  };
}

/** A run of text on a page: its frame in points from the paper's upper left corner. */
export interface ReadRun {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where each text of each page stands, top to bottom in the order in which it was written. */
export async function readRuns(bytes: Uint8Array): Promise<ReadRun[][]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const found: ReadRun[][] = [];
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n);
    const paper = page.view[3] ?? 0;
    const { items } = await page.getTextContent({ disableNormalization: true });
    found.push(
      items.flatMap((item) => {
        if (!("str" in item) || item.str.trim() === "") return [];
        const [, , , , left = 0, base = 0] = item.transform as number[];
        const bottom = paper - base;
        return [
          { text: item.str, left, right: left + item.width, top: bottom - item.height, bottom },
        ];
      }),
    );
  }
  await task.destroy();
  return found;
}

/** One line of the file's outline, with the page that it leads to. */
export interface ReadBookmark {
  readonly title: string;
  readonly page: number;
  readonly children: readonly ReadBookmark[];
}

type Outline = NonNullable<Awaited<ReturnType<PDFDocumentProxy["getOutline"]>>>;

async function pageOf(pdf: PDFDocumentProxy, dest: string | unknown[] | null): Promise<number> {
  const target = typeof dest === "string" ? await pdf.getDestination(dest) : dest;
  return target ? (await pdf.getPageIndex(target[0] as never)) + 1 : 0;
}

async function bookmarksOf(pdf: PDFDocumentProxy, outline: Outline): Promise<ReadBookmark[]> {
  const found: ReadBookmark[] = [];
  for (const { title, dest, items } of outline) {
    const children = await bookmarksOf(pdf, items as Outline);
    found.push({ title, page: await pageOf(pdf, dest), children });
  }
  return found;
}

/** Where the file leads: its outline, addresses, and within itself, by page. */
export async function readLinks(bytes: Uint8Array): Promise<{
  readonly outline: readonly ReadBookmark[];
  readonly addresses: readonly string[];
  /** Pages that links within the file lead to, in the order of the links. */
  readonly targets: readonly number[];
}> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const addresses: string[] = [];
  const targets: number[] = [];
  for (let n = 1; n <= pdf.numPages; n++) {
    for (const link of await (await pdf.getPage(n)).getAnnotations()) {
      if (link.unsafeUrl) addresses.push(link.unsafeUrl);
      else if (link.dest) targets.push(await pageOf(pdf, link.dest));
    }
  }
  const outline = await bookmarksOf(pdf, (await pdf.getOutline()) ?? []);
  await task.destroy();
  return { outline, addresses, targets };
}

/** A picture on a page: its frame in points from the paper's upper left corner. */
export interface ReadPicture {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly mirrored: boolean;
}

type Matrix = readonly [number, number, number, number, number, number];

const times = ([a, b, c, d, e, f]: Matrix, [p, q, r, s, t, u]: Matrix): Matrix => [
  a * p + c * q,
  b * p + d * q,
  a * r + c * s,
  b * r + d * s,
  a * t + c * u + e,
  b * t + d * u + f,
];

type Box = readonly [number, number, number, number];

/** What an operator draws, as a box before the matrix; null for operators that draw no picture. */
type BoxOf = (operator: number, args: readonly unknown[]) => Box | null;

async function readBoxes(bytes: Uint8Array, boxOf: BoxOf): Promise<ReadPicture[][]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const found: ReadPicture[][] = [];
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n);
    const height = page.view[3] ?? 0;
    const { fnArray, argsArray } = await page.getOperatorList();
    const pictures: ReadPicture[] = [];
    const kept: Matrix[] = [];
    let matrix: Matrix = [1, 0, 0, 1, 0, 0];
    fnArray.forEach((operator, i) => {
      if (operator === OPS.save) kept.push(matrix);
      if (operator === OPS.restore) matrix = kept.pop() ?? matrix;
      if (operator === OPS.transform) matrix = times(matrix, argsArray[i]);
      const box = boxOf(operator, argsArray[i]);
      if (!box) return;
      const [x0, y0, x1, y1] = box;
      const [a, , , d, e, f] = matrix;
      const across = [a * x0 + e, a * x1 + e];
      const down = [height - (d * y0 + f), height - (d * y1 + f)];
      pictures.push({
        left: Math.min(...across),
        right: Math.max(...across),
        top: Math.min(...down),
        bottom: Math.max(...down),
        mirrored: a < 0,
      });
    });
    found.push(pictures);
  }
  await task.destroy();
  return found;
}

/** The drawn pictures of each page in the order in which they are drawn. */
export function readPictures(bytes: Uint8Array): Promise<ReadPicture[][]> {
  return readBoxes(bytes, (operator, args) =>
    operator === OPS.paintFormXObjectBegin
      ? (Array.from(args[1] as ArrayLike<number>) as unknown as Box)
      : null,
  );
}

/** The photos of each page, as `readPictures`. */
export function readPhotos(bytes: Uint8Array): Promise<ReadPicture[][]> {
  return readBoxes(bytes, (operator) => (operator === OPS.paintImageXObject ? [0, 0, 1, 1] : null));
}
