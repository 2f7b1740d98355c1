import fc from "fast-check";
import { expect, test } from "vitest";
import { readLogo } from "@/lib/features/clinic/logo-file";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAYAAACddGYaAAAAE0lEQVR42mNk+M9QzwAFjDAGACAjAgGMTMTuAAAAAElFTkSuQmCC",
  "base64",
);

/** SOI, an APP0 segment of 16 bytes, then a baseline frame of 640 x 480. */
const JPEG = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10]),
  Buffer.alloc(14),
  Buffer.from([0xff, 0xc0, 0x00, 0x11, 0x08, 0x01, 0xe0, 0x02, 0x80, 0x03]),
  Buffer.alloc(10),
]);

test("kind and size come from the bytes", () => {
  expect(readLogo(PNG)).toEqual({ mime: "image/png", width: 3, height: 2 });
  expect(readLogo(JPEG)).toEqual({ mime: "image/jpeg", width: 640, height: 480 });
});

test("anything else is nothing, and no bytes make it fail", () => {
  expect(readLogo(Buffer.from("GIF89a"))).toBeNull();
  expect(readLogo(Buffer.from("<svg/>"))).toBeNull();
  expect(readLogo(JPEG.subarray(0, 12))).toBeNull();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), fc.constantFrom(PNG, JPEG), (noise, head) => {
      readLogo(Buffer.from(noise));
      readLogo(Buffer.concat([head.subarray(0, 4), Buffer.from(noise)]));
    }),
  );
});
