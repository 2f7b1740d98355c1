import { describe, expect, test } from "vitest";
import { packPages } from "@/lib/pdf/pack-pages";

const room = { first: 100, next: 80 };

describe("blocks on pages", () => {
  test("fill each page from the top, whole and in order", () => {
    expect(packPages([60, 40, 50, 30, 10], room)).toEqual([[0, 1], [2, 3], [4]]);
  });

  test("the first page has more room, and nothing is left empty before it", () => {
    expect(packPages([100], room)).toEqual([[0]]);
    expect(packPages([10, 80], room)).toEqual([[0, 1]]);
    expect(packPages([30, 80, 1], room)).toEqual([[0], [1], [2]]);
    expect(packPages([], room)).toEqual([[]]);
  });

  test("a block longer than a page cannot stay whole", () => {
    expect(packPages([10, 101], room)).toBeNull();
    expect(packPages([101], room)).toBeNull();
    expect(packPages([90, 90], room)).toBeNull();
  });
});
