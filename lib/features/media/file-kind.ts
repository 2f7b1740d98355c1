import { Invalid } from "../../errors/app-error";
import { MEDIA_FORMATS } from "./media-bounds";

export type PhotoKind = "jpeg" | "png" | "webp" | "heif";
export type VideoKind = "mp4" | "webm";
export type FileKind = PhotoKind | VideoKind;

/** As much of a file's beginning as `fileKind` reads. */
export const HEAD_BYTES = 64;

const HEIC_BRANDS = ["heic", "heix", "heim", "heis", "hevc", "hevx"];
const AVIF_BRANDS = ["avif", "avis"];
/** Any number of pictures, in whichever coding the other brands say. */
const PICTURE_BRANDS = ["mif1", "msf1"];
/** What QuickTime films of old begin with, which say no brand. */
const FILM_BOXES = ["moov", "mdat", "wide", "free", "skip"];

const text = (head: Buffer, from: number, length = 4) =>
  head.subarray(from, from + length).toString("latin1");

function brandsOf(head: Buffer): string[] {
  const end = Math.min(head.readUInt32BE(0), head.length);
  const brands = [text(head, 8)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(text(head, at));
  return brands;
}

function boxedKind(head: Buffer): FileKind | null {
  const type = text(head, 4);
  if (FILM_BOXES.includes(type)) return "mp4";
  if (type !== "ftyp") return null;
  const brands = brandsOf(head);
  const has = (wanted: readonly string[]) => brands.some((brand) => wanted.includes(brand));
  if (has(AVIF_BRANDS)) return null;
  if (has(HEIC_BRANDS)) return "heif";
  return has(PICTURE_BRANDS) ? null : "mp4";
}

/** What a file is by its first bytes, whatever its name and its sender say; null: nothing we take. */
export function fileKind(head: Buffer): FileKind | null {
  if (head.length < 16) return null;
  if (text(head, 0, 3) === "\xff\xd8\xff") return "jpeg";
  if (text(head, 0, 8) === "\x89PNG\r\n\x1a\n") return "png";
  if (text(head, 0) === "RIFF" && text(head, 8) === "WEBP") return "webp";
  if (text(head, 0) === "\x1a\x45\xdf\xa3") return "webm";
  return boxedKind(head);
}

/** Throws `Invalid` with a sentence about the file that is being added. */
export function refuseFile(sentence: string): never {
  throw new Invalid({ media: sentence });
}

/** Says what is taken; for everything else. */
export function refuseKind(): never {
  return refuseFile(
    `This kind of file cannot be added, whatever its name ends in. Accepted: ${MEDIA_FORMATS}.`,
  );
}
