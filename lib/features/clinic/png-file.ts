import { crc32, inflateSync } from "node:zlib";

export interface PngSize {
  readonly width: number;
  readonly height: number;
}

interface Header extends PngSize {
  readonly colourType: number;
  readonly bitsPerPixel: number;
  readonly interlaced: boolean;
}

const SIGNATURE_BYTES = 8;
/** Length, type and checksum around the data of a chunk. */
const CHUNK_FRAME_BYTES = 12;
const HEADER_BYTES = 13;

/** Samples a pixel and the bit depths allowed, by colour type (PNG specification, 11.2.1). */
const COLOUR_TYPES: Readonly<Record<number, { samples: number; depths: readonly number[] }>> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
};
const PALETTE = 3;

/** First column, first row and steps of the seven passes of Adam7 (PNG specification, 8.2). */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Width and height in pixels from the header of a PNG, however whole the rest is; null without one. */
export function pngSize(bytes: Buffer): PngSize | null {
  if (bytes.length < 24 || bytes.toString("latin1", 12, 16) !== "IHDR") return null;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/**
 * Whether a PNG can be drawn: every chunk's checksum, from the header to IEND, and pixels that unpack to
 * what the header says. Look at `pngSize` first: this unpacks the picture into memory.
 */
export function isWholePng(bytes: Buffer): boolean {
  const chunks = chunksOf(bytes);
  const first = chunks?.[0];
  const header = first?.type === "IHDR" ? headerOf(first.data) : null;
  if (!chunks || !header) return false;
  if (header.colourType === PALETTE && !hasPalette(chunks)) return false;
  const packed = Buffer.concat(chunks.filter((c) => c.type === "IDAT").map((c) => c.data));
  return unpacksTo(packed, header);
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

/** The chunks up to IEND; null when one is cut off or damaged. */
function chunksOf(bytes: Buffer): Chunk[] | null {
  const chunks: Chunk[] = [];
  let at = SIGNATURE_BYTES;
  while (at + CHUNK_FRAME_BYTES <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const end = at + 8 + length;
    if (end + 4 > bytes.length) return null;
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return null;
    const type = bytes.toString("latin1", at + 4, at + 8);
    if (type === "IEND") return chunks;
    chunks.push({ type, data: bytes.subarray(at + 8, end) });
    at = end + 4;
  }
  return null;
}

function headerOf(data: Buffer): Header | null {
  if (data.length !== HEADER_BYTES) return null;
  const [depth = 0, colourType = -1, packing, filter, interlace = -1] = data.subarray(8);
  const kind = COLOUR_TYPES[colourType];
  if (!kind?.depths.includes(depth)) return null;
  if (packing !== 0 || filter !== 0 || ![0, 1].includes(interlace)) return null;
  return {
    width: data.readUInt32BE(0),
    height: data.readUInt32BE(4),
    colourType,
    bitsPerPixel: kind.samples * depth,
    interlaced: interlace === 1,
  };
}

function hasPalette(chunks: readonly Chunk[]): boolean {
  const palette = chunks.find((chunk) => chunk.type === "PLTE");
  return palette !== undefined && palette.data.length > 0 && palette.data.length % 3 === 0;
}

/** Bytes of the unpacked rows of each pass: its count of rows, and the length of one with its filter byte. */
function passes({ width, height, bitsPerPixel, interlaced }: Header) {
  const grids = interlaced ? ADAM7 : [[0, 0, 1, 1] as const];
  return grids
    .map(([x, y, stepX, stepY]) => ({
      columns: Math.max(0, Math.ceil((width - x) / stepX)),
      rows: Math.max(0, Math.ceil((height - y) / stepY)),
    }))
    .filter(({ columns, rows }) => columns > 0 && rows > 0)
    .map(({ columns, rows }) => ({ rows, bytes: 1 + Math.ceil((columns * bitsPerPixel) / 8) }));
}

const LAST_FILTER = 4;

function unpacksTo(packed: Buffer, header: Header): boolean {
  const parts = passes(header);
  const size = parts.reduce((sum, { rows, bytes }) => sum + rows * bytes, 0);
  const pixels = inflated(packed, size);
  if (pixels?.length !== size) return false;
  let at = 0;
  for (const { rows, bytes } of parts)
    for (let row = 0; row < rows; row++, at += bytes)
      if (pixels.readUInt8(at) > LAST_FILTER) return false;
  return true;
}

/** Null for a stream that is damaged, cut off, or larger than `most` bytes. */
function inflated(packed: Buffer, most: number): Buffer | null {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch {
    return null;
  }
}
