import sharp, { type Sharp } from "sharp";
import { LOGO_MAX_MEGAPIXELS } from "./logo-bounds";

/** A logo as it is kept: its pixels alone, on white, at most as large as paper can show. */
export interface Logo {
  readonly mime: "image/png" | "image/jpeg";
  readonly bytes: Buffer;
}

/** What stands in the way of a picture. */
export type LogoFault = "kind" | "moving" | "pixels" | "damaged";

const PIXELS_MAX = LOGO_MAX_MEGAPIXELS * 1_000_000;
/** Paper prints at most 190 x 34 points; this is 450 dots an inch. */
const SIDES = { width: 1_200, height: 216 };
const QUALITY = 90;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
/** Length, type and checksum around the data of a chunk. */
const CHUNK_FRAME_BYTES = 12;

type Kind = "png" | "jpeg";

/** By its first bytes, whatever its name says: nothing else ever reaches a decoder. */
function kindOf(bytes: Buffer): Kind | null {
  if (bytes.subarray(0, PNG.length).equals(PNG)) return "png";
  return bytes.subarray(0, JPEG.length).equals(JPEG) ? "jpeg" : null;
}

/** Whether a PNG announces frames before its first pixels (APNG). */
function isMoving(bytes: Buffer): boolean {
  let at = PNG.length;
  while (at + CHUNK_FRAME_BYTES <= bytes.length) {
    const type = bytes.toString("latin1", at + 4, at + 8);
    if (type === "acTL") return true;
    if (type === "IDAT") return false;
    at += CHUNK_FRAME_BYTES + bytes.readUInt32BE(at);
  }
  return false;
}

function redrawn(picture: Sharp, kind: Kind): Sharp {
  const plain = picture
    .autoOrient()
    .resize({ ...SIDES, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb");
  return kind === "png" ? plain.png({ compressionLevel: 9 }) : plain.jpeg({ quality: QUALITY });
}

/**
 * Draws a PNG or JPEG anew: upright, in sRGB, without transparency and without anything but its pixels, since
 * a picture that paper cannot draw would take every printed plan of the clinic with it.
 */
export async function makeLogo(bytes: Buffer): Promise<Logo | LogoFault> {
  const kind = kindOf(bytes);
  if (!kind) return "kind";
  if (kind === "png" && isMoving(bytes)) return "moving";
  try {
    const { format, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (format !== kind) return "kind";
    if (width * height > PIXELS_MAX) return "pixels";
    const picture = sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: "error" });
    return { mime: `image/${kind}`, bytes: await redrawn(picture, kind).toBuffer() };
  } catch {
    return "damaged";
  }
}
