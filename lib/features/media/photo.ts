import sharp, { type Sharp } from "sharp";
import { type PhotoKind, refuseFile, refuseKind } from "./file-kind";
import { decodeHeic } from "./heic";
import { PHOTO_SIDES, type PhotoVariant } from "./media-bounds";

/** Cameras of phones take 12 to 50; beyond, unpacking alone would fill a small server. */
const MEGAPIXELS_MAX = 64;
const PIXELS_MAX = MEGAPIXELS_MAX * 1_000_000;
const QUALITY = 80;

// What is uploaded is read once.
sharp.cache(false);

export interface PhotoFile {
  readonly variant: PhotoVariant;
  readonly bytes: Buffer;
}

/** A photo as it is stored: upright, in sRGB, without anything but its pixels. */
export interface Photo {
  readonly files: readonly PhotoFile[];
  /** Pixels of the largest. */
  readonly width: number;
  readonly height: number;
}

const tooLarge = () =>
  refuseFile(
    `The photo has more than ${MEGAPIXELS_MAX} megapixels. Save it smaller and try again.`,
  );
const damaged = () =>
  refuseFile("The photo is damaged or incomplete. Save it again and try once more.");

/** Opens a picture that is of the kind its first bytes say, and of bearable size. */
async function openPicture(file: string, kind: Exclude<PhotoKind, "heif">): Promise<Sharp> {
  const head = await sharp(file, { limitInputPixels: false })
    .metadata()
    .catch(() => damaged());
  if (head.format !== kind) refuseKind();
  if ((head.pages ?? 1) > 1)
    refuseFile("Moving pictures cannot be shown as photos. Add a video or a still instead.");
  if (head.width * head.height > PIXELS_MAX) tooLarge();
  return sharp(file, { limitInputPixels: PIXELS_MAX, failOn: "error", sequentialRead: true });
}

async function openHeic(file: string): Promise<Sharp> {
  const pixels = await decodeHeic(file, PIXELS_MAX);
  if (pixels === "pixels") return tooLarge();
  const { width, height, data } = pixels;
  return sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: PIXELS_MAX });
}

const within = (picture: Sharp, side: number) =>
  picture.resize({ width: side, height: side, fit: "inside", withoutEnlargement: true });

async function bare(picture: Sharp) {
  const upright = within(picture.autoOrient(), PHOTO_SIDES.large);
  const { data, info } = await upright
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

/**
 * Makes the stored sizes of a photo, as JPEG; what is smaller stays as it is. Throws `Invalid` for a
 * damaged, a moving and a huge one.
 */
export async function makePhoto(file: string, kind: PhotoKind): Promise<Photo> {
  const picture = kind === "heif" ? await openHeic(file) : await openPicture(file, kind);
  const { data, width, height, channels } = await bare(picture).catch(() => damaged());
  const raw = { width, height, channels };
  const sizes = Object.entries(PHOTO_SIDES) as [PhotoVariant, number][];
  const files = await Promise.all(
    sizes.map(async ([variant, side]) => ({
      variant,
      bytes: await within(sharp(data, { raw }), side)
        .jpeg({ quality: QUALITY, mozjpeg: true })
        .toBuffer(),
    })),
  );
  return { files, width, height };
}
