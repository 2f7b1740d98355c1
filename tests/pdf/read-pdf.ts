import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

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
