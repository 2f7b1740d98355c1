import { BadRequest } from "../../../errors/app-error";

/** Bytes of the line with the choices: a hundred columns and their names. */
const CHOICES_MAX_BYTES = 65_536;
const NEW_LINE = 0x0a;

/** What the browser sends: one line of JSON with the choices, and behind it the file as it is. */
export interface Upload {
  readonly choices: unknown;
  /** The bytes of the file; read once. */
  readonly file: AsyncIterable<Uint8Array>;
}

function choicesIn(line: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(line));
  } catch {
    throw new BadRequest(400, "malformed");
  }
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

async function* following(first: Uint8Array, reader: Reader) {
  if (first.byteLength > 0) yield first;
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}

/**
 * The choices of an upload and its file, which is not read yet. Throws `BadRequest`: 415 for another content
 * type, 413 for a first line that is too long, 400 for one that is no JSON.
 */
export async function readUpload(request: Request): Promise<Upload> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/octet-stream") throw new BadRequest(415, "wrong_type");
  const reader = request.body?.getReader();
  if (!reader) throw new BadRequest(400, "malformed");
  let head: Uint8Array = new Uint8Array();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    head = head.byteLength === 0 ? part.value : Buffer.concat([head, part.value]);
    const end = head.indexOf(NEW_LINE);
    if (end > CHOICES_MAX_BYTES || (end === -1 && head.byteLength > CHOICES_MAX_BYTES))
      throw new BadRequest(413, "too_large");
    if (end !== -1)
      return {
        choices: choicesIn(head.subarray(0, end)),
        file: following(head.subarray(end + 1), reader),
      };
  }
  throw new BadRequest(400, "malformed");
}
