import { readJpeg } from "./jpeg-file";
import { LOGO_MAX_SIDE } from "./logo-bounds";
import { isWholePng, pngSize } from "./png-file";

/** What stands in the way of a picture; null: nothing. */
export type LogoFault = "size" | "damaged" | null;

export interface LogoFile {
  readonly mime: "image/png" | "image/jpeg";
  readonly fault: LogoFault;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * Kind of a PNG or JPEG, read from its bytes whatever its name says, and whether it can be drawn: a damaged
 * one would take every printed plan of the clinic with it. Null for anything else.
 */
export function readLogo(bytes: Buffer): LogoFile | null {
  if (bytes.subarray(0, PNG.length).equals(PNG)) {
    const size = pngSize(bytes);
    return size && { mime: "image/png", fault: faultOf(size, () => isWholePng(bytes)) };
  }
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) {
    const jpeg = readJpeg(bytes);
    return jpeg && { mime: "image/jpeg", fault: faultOf(jpeg, () => jpeg.whole) };
  }
  return null;
}

/** The size comes first: what is too large is never unpacked. */
function faultOf(size: { width: number; height: number }, whole: () => boolean): LogoFault {
  const fits = [size.width, size.height].every((side) => side >= 1 && side <= LOGO_MAX_SIDE);
  if (!fits) return "size";
  return whole() ? null : "damaged";
}
