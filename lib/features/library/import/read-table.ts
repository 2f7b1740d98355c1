import { FILE_MAX_BYTES, type Table, TOO_LARGE } from "../../../domain/library/import/table";
import { Invalid } from "../../../errors/app-error";
import { FileText } from "./file-text";
import { readCsv } from "./read-csv";
import { readJson } from "./read-json";

/** Enough for every header and for telling what a file is. */
const HEAD_BYTES = 65_536;

async function* limited(chunks: AsyncIterable<Uint8Array>) {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > FILE_MAX_BYTES) throw new Invalid({ file: TOO_LARGE });
    yield chunk;
  }
}

/** The first bytes in one piece; the iterator stands behind them. */
async function headOf(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    parts.push(next.value);
    size += next.value.byteLength;
    if (size >= HEAD_BYTES) break;
  }
  return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
}

/** White space, marks of encodings, and the other half of UTF-16. */
const BEFORE_TEXT = [0x09, 0x0a, 0x0d, 0x20, 0xef, 0xbb, 0xbf, 0xff, 0xfe, 0x00];

/** JSON begins with a bracket, whatever the file is called. */
function formatOf(head: Uint8Array): Table["format"] {
  const first = [...head.subarray(0, 1024)].find((byte) => !BEFORE_TEXT.includes(byte));
  return first === 0x5b || first === 0x7b ? "json" : "csv";
}

async function* rest(file: FileText, chunks: AsyncIterator<Uint8Array>) {
  for (let next = await chunks.next(); !next.done; next = await chunks.next())
    yield file.push(next.value);
  yield file.end();
}

/**
 * The table in the bytes of a file, JSON or CSV by what they are. Throws `Invalid` on `file` for what is no
 * such file, too large, too long, incomplete or not readable, with the line where there is one.
 */
export async function readTable(bytes: AsyncIterable<Uint8Array>): Promise<Table> {
  const chunks = limited(bytes);
  try {
    const head = await headOf(chunks);
    if (head.byteLength === 0) throw new Invalid({ file: "The file is empty." });
    const format = formatOf(head);
    const file = new FileText(head, format === "csv");
    const start = file.push(head);
    const table = format === "csv" ? await readCsv(start, rest(file, chunks)) : null;
    const read = table ?? readJson(start + (await joined(rest(file, chunks))));
    if (read.rows.length === 0)
      throw new Invalid({
        file:
          format === "csv"
            ? "The file has no rows below its header."
            : "The list in the file is empty.",
      });
    return { format, ...read, oldEncoding: file.oldEncoding };
  } finally {
    await chunks.return(undefined);
  }
}

async function joined(texts: AsyncIterable<string>): Promise<string> {
  const parts: string[] = [];
  for await (const text of texts) parts.push(text);
  return parts.join("");
}
