import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeRings, encodeRings } from "@/lib/figures/motion-ring";

const coordinate = fc.integer({ min: -32_768, max: 32_767 });

/** One to nine moments of an outline with three to thirty points. */
const rings = fc
  .tuple(fc.integer({ min: 3, max: 30 }), fc.integer({ min: 1, max: 9 }))
  .chain(([points, moments]) =>
    fc.array(fc.array(coordinate, { minLength: 2 * points, maxLength: 2 * points }), {
      minLength: moments,
      maxLength: moments,
    }),
  );

const plain = (decoded: readonly Int16Array[]) => decoded.map((ring) => [...ring]);

describe("moving outlines as text", () => {
  it("come back as they were", () => {
    fc.assert(
      fc.property(rings, (given) => {
        expect(plain(decodeRings(encodeRings(given)))).toEqual(given);
      }),
    );
  });

  it("need nothing escaped in JSON, in an address or in markup", () => {
    fc.assert(
      fc.property(rings, (given) => {
        expect(encodeRings(given)).toMatch(/^[A-Za-z0-9_-]+$/);
      }),
    );
  });

  it("cost one digit per coordinate where nothing moves", () => {
    const still = [0, 0, 10, 0, 10, 10, 0, 10];
    const once = encodeRings([still]).length;
    expect(encodeRings([still, still, still]).length).toBe(once + 2 * still.length);
  });

  it("refuses outlines of different lengths", () => {
    const uneven = [
      [0, 0, 1, 1, 2, 2],
      [0, 0, 1, 1],
    ];
    expect(() => encodeRings(uneven)).toThrow("differ in length");
  });

  it.each([
    ["nothing", ""],
    ["no outline at all", encodeRings([[]])],
    ["an unknown digit", "C!A"],
  ])("refuses %s", (_, text) => {
    expect(() => decodeRings(text)).toThrow("figure: outline");
  });

  it("a text that was cut is refused, or is whole moments of the same outline", () => {
    fc.assert(
      fc.property(rings, fc.nat(), (given, at) => {
        const text = encodeRings(given);
        const cut = text.slice(0, at % text.length);
        let left: number[][];
        try {
          left = plain(decodeRings(cut));
        } catch (error) {
          expect((error as Error).message).toContain("figure: outline");
          return;
        }
        expect(left).toEqual(given.slice(0, left.length));
      }),
    );
  });

  it("never breaks otherwise, whatever the text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          decodeRings(text);
        } catch (error) {
          expect((error as Error).message).toContain("figure: outline");
        }
      }),
    );
  });
});
