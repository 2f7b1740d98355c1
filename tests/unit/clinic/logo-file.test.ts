import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readLogo } from "@/lib/features/clinic/logo-file";
import { pngOf } from "@/tests/support/png";

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
const PNG = png();

/** 1 x 1 pixel, baseline, as ImageMagick writes it. */
const JPEG = Buffer.from(
  [
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8M",
    "CgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/E",
    "ABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AKp//2Q==",
  ].join(""),
  "base64",
);

function jpegOfSize(width: number, height: number): Buffer {
  const bytes = Buffer.from(JPEG);
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  bytes.writeUInt16BE(height, frame + 5);
  bytes.writeUInt16BE(width, frame + 7);
  return bytes;
}

const faultOf = (bytes: Buffer) => readLogo(bytes)?.fault;

describe("a logo", () => {
  test("is a PNG or a JPEG by its bytes", () => {
    expect(readLogo(PNG)).toEqual({ mime: "image/png", fault: null });
    expect(readLogo(JPEG)).toEqual({ mime: "image/jpeg", fault: null });
    expect(readLogo(Buffer.from("GIF89a"))).toBeNull();
    expect(readLogo(Buffer.from("<svg/>"))).toBeNull();
  });

  test.each([
    ["one bit a pixel", { depth: 1, colour: 0, rows: Buffer.alloc(4) }],
    ["a palette", { depth: 2, colour: 3, rows: Buffer.alloc(4) }],
    ["16 bits a colour", { depth: 16, colour: 2, rows: Buffer.alloc(38) }],
    ["grey with transparency", { colour: 4, rows: Buffer.alloc(14) }],
    ["Adam7: passes of 1, 1 and 1 pixel, then a row", { interlaced: true, rows: Buffer.alloc(28) }],
  ])("may be a PNG with %s", (_, change) => {
    expect(faultOf(png(change))).toBeNull();
  });

  test.each([
    ["rows too few", png({ rows: Buffer.alloc(25) })],
    ["rows too many", png({ rows: Buffer.alloc(27) })],
    ["an unknown filter", png({ rows: Buffer.alloc(26, 5) })],
    ["an unknown colour type", png({ colour: 5 })],
    ["a depth its colours do not allow", png({ depth: 4 })],
    ["an unpacked giant", png({ rows: Buffer.alloc(50_000_000) })],
    ["nothing after its frame", JPEG.subarray(0, JPEG.indexOf(Buffer.from([0xff, 0xda])))],
  ])("with %s is damaged", (_, bytes) => {
    expect(faultOf(bytes)).toBe("damaged");
  });

  test("has to fit", () => {
    expect(faultOf(png({ width: 2_001 }))).toBe("size");
    expect(faultOf(png({ width: 0 }))).toBe("size");
    expect(faultOf(jpegOfSize(2_001, 1))).toBe("size");
    expect(faultOf(jpegOfSize(1, 0))).toBe("size");
  });

  test("cut off anywhere is refused", () => {
    for (const whole of [PNG, JPEG])
      for (let end = 0; end < whole.length; end++)
        expect(readLogo(whole.subarray(0, end))?.fault, `${end} bytes`).not.toBeNull();
  });

  test("as a PNG with any byte changed is refused", () => {
    for (let at = 0; at < PNG.length; at++) {
      const bytes = Buffer.from(PNG);
      bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at);
      expect(readLogo(bytes)?.fault, `byte ${at}`).not.toBeNull();
    }
  });

  test("of noise makes nothing fail", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.constantFrom(PNG, JPEG), (noise, head) => {
        readLogo(Buffer.from(noise));
        readLogo(Buffer.concat([head.subarray(0, 4), Buffer.from(noise)]));
      }),
    );
  });
});
