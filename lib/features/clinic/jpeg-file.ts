export interface JpegFile {
  readonly width: number;
  readonly height: number;
  /** From its first segment to its end mark, with a picture in between. */
  readonly whole: boolean;
}

const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;
/** Baseline and progressive Huffman coding, which is what a PDF may hold and cameras make. */
const DRAWABLE_FRAMES: readonly number[] = [0xc0, 0xc1, 0xc2];
const FRAME_BYTES = 8;

/** Start-of-frame markers; C4, C8 and CC are tables. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Restart marks and TEM have no length after them. */
const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** Size in pixels and whether the file is whole, from its segments; null when no frame says a size. */
export function readJpeg(bytes: Buffer): JpegFile | null {
  let size: { width: number; height: number; drawable: boolean } | null = null;
  let scanned = false;
  let at = 2;
  const found = (whole: boolean) =>
    size && { width: size.width, height: size.height, whole: whole && size.drawable };
  while (at + 2 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    at += 2;
    if (marker === END_OF_IMAGE) return found(scanned);
    if (standsAlone(marker)) continue;
    const length = at + 2 <= bytes.length ? bytes.readUInt16BE(at) : 0;
    if (length < 2 || at + length > bytes.length) return found(false);
    if (isFrame(marker)) {
      if (size || length < FRAME_BYTES) return found(false);
      size = frameAt(bytes, at, DRAWABLE_FRAMES.includes(marker));
    }
    at += length;
    if (marker !== START_OF_SCAN) continue;
    if (!size) return null;
    const end = endOfScan(bytes, at);
    scanned = end > at;
    at = end;
  }
  return found(false);
}

/** Sizes and samples of a frame whose segment, length first, stands at `at`. */
function frameAt(bytes: Buffer, at: number, known: boolean) {
  const [bits, colours] = [bytes.readUInt8(at + 2), bytes.readUInt8(at + 7)];
  return {
    height: bytes.readUInt16BE(at + 3),
    width: bytes.readUInt16BE(at + 5),
    drawable: known && bits === 8 && [1, 3, 4].includes(colours),
  };
}

/** Where the next marker stands; stuffed bytes and restart marks belong to the scan. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = from;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    if (at < 0 || at + 1 >= bytes.length) return bytes.length;
    const next = bytes.readUInt8(at + 1);
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
    at += 2;
  }
}
