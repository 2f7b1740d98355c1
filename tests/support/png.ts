import { crc32, deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const SIDE = 16;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

interface PngShape {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  /** 0 grey, 2 colours, 3 palette, 4 and 6 with transparency. */
  readonly colour: number;
  readonly interlaced: boolean;
  /** Unpacked rows, each with its filter byte in front. */
  readonly rows: Buffer;
  readonly text: string;
}

/** A PNG of any shape, whether or not its rows fit it. */
export function pngOf({ width, height, depth, colour, interlaced, rows, text }: PngShape): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([depth, colour, 0, 0, Number(interlaced)], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", head),
    chunk("tEXt", Buffer.from(`Comment\0${text}`, "latin1")),
    ...(colour === 3 ? [chunk("PLTE", Buffer.alloc(6))] : []),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A moving PNG (APNG) of one grey pixel that announces so many frames. */
export function apngOf(frames: number): Buffer {
  const still = pngWith("");
  const count = Buffer.alloc(8);
  count.writeUInt32BE(frames, 0);
  const afterHeader = SIGNATURE.length + 12 + 13;
  return Buffer.concat([
    still.subarray(0, afterHeader),
    chunk("acTL", count),
    still.subarray(afterHeader),
  ]);
}

/** A whole black PNG of 16 x 16 grey pixels with a text inside. */
export function pngWith(text: string): Buffer {
  const rows = Buffer.alloc((SIDE + 1) * SIDE);
  return pngOf({ width: SIDE, height: SIDE, depth: 8, colour: 0, interlaced: false, rows, text });
}

/** A small file that says it unpacks into 3,600 megapixels. */
export function hugePng(): Buffer {
  const side = 60_000;
  const rows = Buffer.alloc(100);
  return pngOf({
    width: side,
    height: side,
    depth: 8,
    colour: 0,
    interlaced: false,
    rows,
    text: "",
  });
}
