import { Invalid } from "../../../errors/app-error";

/** What Windows-1252 has where ISO 8859-1 has control characters; a space where it has nothing. */
const CP1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
/** Four letters beyond ASCII in a row are no word of a Western language: it is another encoding. */
const RUN_MAX = 3;
/** The longest character of UTF-8, in bytes. */
const LONGEST = 4;

const SAVE_AS = "Save it again as CSV UTF-8 or as JSON and try once more.";

function broken(line: number): Invalid {
  return new Invalid({
    file: `Line ${line} holds letters in an encoding that is not UTF-8. ${SAVE_AS}`,
  });
}

/** Bytes that begin a file and what it is then. */
const MARKS = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" },
] as const;

const MAGIC = [
  { bytes: [0x50, 0x4b, 3, 4], is: "an Excel workbook or a ZIP archive. Save the sheet as CSV" },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], is: "an old Excel or Word file. Save the sheet as CSV" },
  { bytes: [0x25, 0x50, 0x44, 0x46], is: "a PDF. Use a CSV or JSON file" },
  { bytes: [0x1f, 0x8b], is: "a compressed file. Unpack it" },
] as const;

const begins = (head: Uint8Array, bytes: readonly number[]) =>
  bytes.every((byte, i) => head[i] === byte);

/** Share of control characters above which a file is no text: UTF-16 without its mark has half. */
const UNREADABLE = 0.25;

/** Throws `Invalid` for what cannot be text at all. */
function refuseBinary(head: Uint8Array): void {
  const magic = MAGIC.find(({ bytes }) => begins(head, bytes));
  if (magic) throw new Invalid({ file: `This is ${magic.is} and choose that.` });
  if (MARKS.some(({ bytes }) => begins(head, bytes))) return;
  const sample = head.subarray(0, 4096);
  const controls = sample.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  if (sample.length > 0 && controls / sample.length > UNREADABLE)
    throw new Invalid({ file: "This is not a text file. Use a CSV or JSON file." });
}

/** True when the first bytes are one whole character of UTF-8. */
function isUtf8(bytes: Uint8Array): boolean {
  const lead = bytes[0] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || bytes.length < length) return false;
  return bytes.subarray(1, length).every((byte) => byte >= 0x80 && byte < 0xc0);
}

type Mode = "undecided" | "decided" | "windows-1252";

/**
 * Turns the bytes of a file into text as they come. UTF-8, or UTF-16 with its mark; without a mark the first
 * letter beyond ASCII decides between UTF-8 and Windows-1252, which old Excel writes. Throws `Invalid` on
 * `file` with the line where letters cannot be read.
 */
export class FileText {
  private mode: Mode = "undecided";
  private decoder = new TextDecoder("utf-8", { fatal: true });
  private held: Uint8Array = new Uint8Array();
  private line = 1;
  private run = 0;

  /** `head`: the first bytes, which `push` gets again. JSON is never in an old encoding. */
  constructor(head: Uint8Array, allowOldEncoding: boolean) {
    refuseBinary(head);
    const mark = MARKS.find(({ bytes }) => begins(head, bytes));
    if (!mark && allowOldEncoding) return;
    this.mode = "decided";
    this.decoder = new TextDecoder(mark?.encoding ?? "utf-8", { fatal: true });
  }

  get oldEncoding(): boolean {
    return this.mode === "windows-1252";
  }

  push(bytes: Uint8Array): string {
    return this.counted(this.decode(bytes, true));
  }

  end(): string {
    return this.counted(this.decode(new Uint8Array(), false));
  }

  private counted(text: string): string {
    this.line += text.split("\n").length - 1;
    return text;
  }

  private decode(bytes: Uint8Array, more: boolean): string {
    if (this.mode === "windows-1252") return this.old(bytes);
    if (this.mode === "decided") return this.modern(bytes, more);
    const all = this.held.length > 0 ? Buffer.concat([this.held, bytes]) : bytes;
    const first = all.findIndex((byte) => byte >= 0x80);
    if (first === -1) {
      this.held = new Uint8Array();
      return Buffer.from(all).toString("latin1");
    }
    if (more && all.length - first < LONGEST) {
      this.held = all.subarray(first);
      return Buffer.from(all.subarray(0, first)).toString("latin1");
    }
    this.mode = isUtf8(all.subarray(first)) ? "decided" : "windows-1252";
    this.held = new Uint8Array();
    return this.decode(all, more);
  }

  private modern(bytes: Uint8Array, more: boolean): string {
    try {
      return this.decoder.decode(bytes, { stream: more });
    } catch {
      const readable =
        new TextDecoder(this.decoder.encoding).decode(bytes).split("\ufffd")[0] ?? "";
      throw broken(this.line + readable.split("\n").length - 1);
    }
  }

  private old(bytes: Uint8Array): string {
    let text = "";
    let line = this.line;
    for (const byte of bytes) {
      const letter =
        byte >= 0x80 && byte < 0xa0 ? (CP1252[byte - 0x80] ?? " ") : String.fromCharCode(byte);
      this.run = byte >= 0x80 ? this.run + 1 : 0;
      if (this.run > RUN_MAX || (byte >= 0x80 && letter === " ")) throw broken(line);
      if (letter === "\n") line++;
      text += letter;
    }
    return text;
  }
}
