import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { makeLogo } from "@/lib/features/clinic/logo-file";
import { apngOf, pngOf, pngWith } from "@/tests/support/png";

const shape = {
  width: 3,
  height: 2,
  depth: 8,
  colour: 6,
  interlaced: false,
  rows: Buffer.alloc(26),
  text: "",
};
const png = (change: Partial<typeof shape> = {}) => pngOf({ ...shape, ...change });

/** A picture whose bytes cannot be packed, so that every part of the file matters. */
function noise(width: number, height: number) {
  const data = Buffer.alloc(width * height * 3);
  let seed = 7;
  for (let i = 0; i < data.length; i++) {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    data[i] = seed >> 16;
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

async function made(bytes: Buffer) {
  const logo = await makeLogo(bytes);
  if (typeof logo === "string") throw new Error(logo);
  const { format, width, height, space, hasAlpha, depth } = await sharp(logo.bytes).metadata();
  return { mime: logo.mime, bytes: logo.bytes, format, width, height, space, hasAlpha, depth };
}

describe("a logo", () => {
  test.each([
    ["one bit a pixel", { depth: 1, colour: 0, rows: Buffer.alloc(4) }],
    ["a palette", { depth: 2, colour: 3, rows: Buffer.alloc(4) }],
    ["16 bits a colour", { depth: 16, colour: 2, rows: Buffer.alloc(38) }],
    ["grey with transparency", { colour: 4, rows: Buffer.alloc(14) }],
    ["Adam7: passes of 1, 1 and 1 pixel, then a row", { interlaced: true, rows: Buffer.alloc(28) }],
  ])("may be a PNG with %s and becomes a plain one", async (_, change) => {
    const { bytes: _bytes, ...facts } = await made(png(change));
    expect(facts).toEqual({
      mime: "image/png",
      format: "png",
      width: 3,
      height: 2,
      space: "srgb",
      hasAlpha: false,
      depth: "uchar",
    });
  });

  test("with see-through parts stands on white", async () => {
    const clear = { width: 4, height: 4, channels: 4 as const, background: "#00000000" };
    const { bytes } = await made(await sharp({ create: clear }).png().toBuffer());
    expect([...(await sharp(bytes).raw().toBuffer())]).toEqual(Array(48).fill(255));
  });

  test("for a printing press (CMYK) gets the colours of a screen", async () => {
    const red = sharp({ create: { width: 8, height: 8, channels: 3, background: "#c02020" } });
    const press = await red.toColourspace("cmyk").jpeg().toBuffer();
    expect((await sharp(press).metadata()).space).toBe("cmyk");
    const { bytes, ...facts } = await made(press);
    expect(facts).toMatchObject({ mime: "image/jpeg", space: "srgb", hasAlpha: false });
    const [r = 0, g = 0, b = 0] = await sharp(bytes).raw().toBuffer();
    expect(r).toBeGreaterThan(150);
    expect(Math.max(g, b)).toBeLessThan(100);
  });

  test("is made as small as paper needs it, and never larger", async () => {
    const wide = await made(await noise(4_000, 90).png().toBuffer());
    expect([wide.width, wide.height]).toEqual([1_200, 27]);
    const tall = await made(await noise(60, 900).jpeg().toBuffer());
    expect([tall.width, tall.height]).toEqual([14, 216]);
  });

  test("keeps nothing but its pixels, upright", async () => {
    const exif = { IFD0: { Copyright: "Somebody's name", ImageDescription: "<script>" } };
    const turned = noise(20, 10).withExif(exif).withMetadata({ orientation: 6 });
    const { bytes, width, height } = await made(await turned.jpeg().toBuffer());
    expect([width, height]).toEqual([10, 20]);
    const { exif: kept, orientation } = await sharp(bytes).metadata();
    expect([kept, orientation]).toEqual([undefined, undefined]);
    expect((await made(pngWith("a text inside"))).bytes.includes("a text inside")).toBe(false);
  });

  test.each([
    ["an SVG with a script", Buffer.from("<svg onload='alert(1)'><script>alert(1)</script></svg>")],
    ["an SVG that says it is XML", Buffer.from("<?xml version='1.0'?><svg/>")],
    ["a GIF", Buffer.from("GIF89a")],
    ["a PDF", Buffer.from("%PDF-1.7")],
    ["a page", Buffer.from("<!doctype html><h1>Logo</h1>")],
    ["nothing", Buffer.alloc(0)],
  ])("is not %s", async (_, bytes) => {
    expect(await makeLogo(bytes)).toBe("kind");
  });

  test("is not a WebP or TIFF, whatever its name", async () => {
    for (const format of ["webp", "tiff"] as const)
      expect(await makeLogo(await noise(8, 8).toFormat(format).toBuffer())).toBe("kind");
  });

  test("does not move", async () => {
    expect(await makeLogo(apngOf(2))).toBe("moving");
  });

  test("of huge size is never unpacked", async () => {
    expect(await makeLogo(png({ width: 60_000, height: 60_000 }))).toBe("pixels");
    expect(await makeLogo(png({ width: 2 ** 31 - 1, height: 1 }))).toBe("damaged");
    const flat = sharp({
      create: { width: 4_001, height: 4_000, channels: 3, background: "#fff" },
    });
    expect(await makeLogo(await flat.png().toBuffer())).toBe("pixels");
  });

  test.each([
    ["rows too few", png({ rows: Buffer.alloc(25) })],
    ["no width", png({ width: 0 })],
    ["an unknown colour type", png({ colour: 5 })],
    ["a depth its colours do not allow", png({ depth: 4 })],
    [
      "a PNG's beginning in front of a page",
      Buffer.concat([png().subarray(0, 8), Buffer.from("<html>")]),
    ],
  ])("with %s is damaged", async (_, bytes) => {
    expect(await makeLogo(bytes)).toBe("damaged");
  });

  test("cut off anywhere in its pixels is damaged", async () => {
    for (const format of ["png", "jpeg"] as const) {
      const whole = await noise(40, 30).toFormat(format).toBuffer();
      for (const share of [0.05, 0.2, 0.5, 0.8, 0.97])
        expect(await makeLogo(whole.subarray(0, whole.length * share)), `${format} ${share}`).toBe(
          "damaged",
        );
    }
  });

  test("of noise makes nothing fail", async () => {
    const heads = [png(), await noise(9, 9).jpeg().toBuffer()];
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 80 }),
        fc.constantFrom(...heads),
        fc.nat(60),
        async (bytes, head, at) => {
          await makeLogo(Buffer.from(bytes));
          const spoilt = Buffer.concat([head.subarray(0, at), Buffer.from(bytes)]);
          expect(["kind", "moving", "pixels", "damaged"]).toContain(await makeLogo(spoilt));
        },
      ),
    );
  });
});
