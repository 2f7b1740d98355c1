import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { Invalid } from "../../../lib/errors/app-error";
import { fileKind } from "../../../lib/features/media/file-kind";
import { makePhoto } from "../../../lib/features/media/photo";

const root = mkdtempSync(path.join(tmpdir(), "carryover-photo-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const FIXTURES = path.join(import.meta.dirname, "../../support/media");

/** What a camera writes beside the picture, told by words that no picture holds by chance. */
const EXIF = {
  IFD0: { Artist: "SecretArtist", Make: "SecretMake" },
  IFD3: { GPSLatitudeRef: "N", GPSLatitude: "40/1 25/1 48/100", GPSMapDatum: "SecretPlace" },
};
const SECRETS = /Secret|Exif|http:\/\/ns\.adobe|ICC_PROFILE|GPS/;

/** Red in the upper left quarter, blue elsewhere: its orientation can be told. */
function halves(width: number, height: number) {
  const corner = { width: Math.round(width / 2), height: Math.round(height / 2) };
  const red = { create: { ...corner, channels: 3 as const, background: "red" } };
  return sharp({ create: { width, height, channels: 3, background: "blue" } }).composite([
    { input: red, left: 0, top: 0 },
  ]);
}

function file(name: string, bytes: Uint8Array): string {
  const target = path.join(root, name);
  writeFileSync(target, bytes);
  return target;
}

async function colourAt(bytes: Buffer, x: number, y: number) {
  const { data } = await sharp(bytes)
    .extract({ left: x, top: y, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data].map((value) => (value > 127 ? 1 : 0)).join("");
}
const [RED, BLUE] = ["100", "001"];

const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Invalid);
  return (error as Invalid).fieldErrors.media;
};

describe("a photo", () => {
  it.each(["jpeg", "png", "webp"] as const)("as %s: three sizes, bare", async (kind) => {
    const made = await halves(2000, 1000).withExif(EXIF).withIccProfile("p3")[kind]().toBuffer();
    expect(made.toString("latin1")).toMatch(/Secret|Exif/);
    const photo = await makePhoto(file(`p.${kind}`, made), kind);
    expect([photo.width, photo.height]).toEqual([1600, 800]);
    const sizes = await Promise.all(photo.files.map(({ bytes }) => sharp(bytes).metadata()));
    expect(sizes.map(({ width, height }) => [width, height])).toEqual([
      [320, 160],
      [800, 400],
      [1600, 800],
    ]);
    expect(photo.files.map(({ variant }) => variant)).toEqual(["small", "medium", "large"]);
    for (const { format, space, exif, xmp, icc, orientation } of sizes)
      expect({ format, space, exif, xmp, icc, orientation }).toEqual({
        format: "jpeg",
        space: "srgb",
      });
    for (const { bytes } of photo.files) expect(bytes.toString("latin1")).not.toMatch(SECRETS);
  });

  it("is turned the way it was taken", async () => {
    const turned = await halves(60, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const photo = await makePhoto(file("turned.jpg", turned), "jpeg");
    expect([photo.width, photo.height]).toEqual([40, 60]);
    const [small] = photo.files;
    expect(await colourAt(small!.bytes, 35, 5)).toBe(RED);
    expect(await colourAt(small!.bytes, 5, 5)).toBe(BLUE);
  });

  it("is not enlarged, and lies on white where it is transparent", async () => {
    const clear = sharp({
      create: { width: 30, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    });
    const photo = await makePhoto(file("clear.png", await clear.png().toBuffer()), "png");
    expect([photo.width, photo.height]).toEqual([30, 20]);
    expect(await colourAt(photo.files[2]!.bytes, 10, 10)).toBe("111");
  });

  it("in grey or in the colours of print becomes sRGB", async () => {
    const grey = await halves(40, 40).toColourspace("b-w").jpeg().toBuffer();
    const print = await halves(40, 40).toColourspace("cmyk").jpeg().toBuffer();
    for (const [name, bytes] of Object.entries({ grey, print })) {
      const photo = await makePhoto(file(`${name}.jpg`, bytes), "jpeg");
      expect((await sharp(photo.files[0]!.bytes).metadata()).space).toBe("srgb");
    }
  });

  it("of an iPhone (HEIC) is decoded without what it says of the place", async () => {
    const photo = await makePhoto(path.join(FIXTURES, "located.heic"), "heif");
    expect([photo.width, photo.height]).toEqual([96, 64]);
    const large = photo.files[2]!.bytes;
    expect(await colourAt(large, 20, 12)).toBe(RED);
    expect(await colourAt(large, 80, 50)).toBe(BLUE);
    expect(large.toString("latin1")).not.toMatch(SECRETS);
  });

  it("hides nothing behind its end or in its comments", async () => {
    const jpeg = await halves(40, 40).jpeg().toBuffer();
    const tail = Buffer.from("PK\x03\x04 Secret <script>alert(1)</script>");
    const comment = Buffer.from("<script>Secret</script>");
    const length = Buffer.alloc(2);
    length.writeUInt16BE(comment.length + 2);
    const marked = Buffer.concat([
      jpeg.subarray(0, 2),
      Buffer.from([0xff, 0xfe]),
      length,
      comment,
      jpeg.subarray(2),
      tail,
    ]);
    const photo = await makePhoto(file("polyglot.jpg", marked), "jpeg");
    for (const { bytes } of photo.files)
      expect(bytes.toString("latin1")).not.toMatch(/script|Secret/);
  });
});

describe("a photo that cannot be taken", () => {
  it("is damaged", async () => {
    const whole = await halves(400, 400).png().toBuffer();
    const noise = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(400, 7)]);
    expect(
      await refusal(makePhoto(file("cut.png", whole.subarray(0, whole.length - 200)), "png")),
    ).toContain("damaged");
    expect(await refusal(makePhoto(file("noise.jpg", noise), "jpeg"))).toContain("damaged");
    const heic = Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic and nothing more", "latin1");
    expect(await refusal(makePhoto(file("cut.heic", heic), "heif"))).toContain("Save it as JPEG");
  });

  it("would be huge when unpacked", async () => {
    const bomb = await sharp({
      create: { width: 9000, height: 9000, channels: 3, background: "white" },
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await refusal(makePhoto(file("bomb.png", bomb), "png"))).toContain("64 megapixels");
  });

  it("moves", async () => {
    const frames = await sharp(
      await sharp({ create: { width: 20, height: 40, channels: 3, background: "red" } })
        .raw()
        .toBuffer(),
      { raw: { width: 20, height: 40, channels: 3, pageHeight: 20 } },
    )
      .composite([
        {
          input: { create: { width: 20, height: 20, channels: 3, background: "blue" } },
          left: 0,
          top: 20,
        },
      ])
      .webp({ delay: [100, 100] })
      .toBuffer();
    expect(await refusal(makePhoto(file("moves.webp", frames), "webp"))).toContain("Moving");
  });
});

describe("what a file is", () => {
  const of = (words: string) => fileKind(Buffer.from(words.padEnd(64, "\0"), "latin1"));

  it.each([
    ["a GIF", "GIF89a\x10\0\x10\0"],
    ["an SVG", '<svg xmlns="http://www.w3.org/2000/svg">'],
    ["HTML", "<!doctype html><script>"],
    ["a PDF", "%PDF-1.7"],
    ["a Windows program", "MZ\x90\0"],
    ["a Linux program", "\x7fELF"],
    ["an archive", "PK\x03\x04"],
    ["a script", "#!/bin/sh\nrm -rf /"],
    ["an AVIF", "\0\0\0\x1cftypmif1\0\0\0\0avifmif1miaf"],
    ["sound", "ID3\x03"],
    ["TIFF", "II*\0"],
    ["a BMP", "BM\x36"],
    ["AVI", "RIFF\0\0\0\0AVI "],
    ["nothing", ""],
    ["an archive named as a picture", "PK\x03\x04.jpg\xff\xd8\xff"],
  ])("nothing we take: %s", (_, words) => expect(of(words)).toBeNull());

  it.each([
    ["\xff\xd8\xff\xe1", "jpeg"],
    ["\x89PNG\r\n\x1a\n", "png"],
    ["RIFF\0\0\0\0WEBP", "webp"],
    ["\0\0\0\x1cftypmif1\0\0\0\0mif1heicmiaf", "heif"],
    ["\0\0\0\x18ftypheic\0\0\0\0mif1heic", "heif"],
    ["\0\0\0\x14ftypqt  \0\0\x02\0qt  ", "mp4"],
    ["\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41", "mp4"],
    ["\0\0\0\x08wide\0\0\0\0mdat", "mp4"],
    ["\x1a\x45\xdf\xa3", "webm"],
  ])("%j: %s", (words, kind) => expect(of(words)).toBe(kind));

  it("a handful of bytes are nothing", () =>
    expect(fileKind(Buffer.from("\xff\xd8\xff"))).toBeNull());
});
