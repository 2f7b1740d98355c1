import { describe, expect, test } from "vitest";
import { fillIntroduction, type PackItem, packPages } from "@/lib/pdf/pack-pages";

const room = { first: 100, next: 80 };

type Change = Omit<Partial<PackItem<string>>, "content" | "height">;

/** An item that is named by its height and its place. */
const item = (content: string, height: number, change: Change = {}): PackItem<string> => ({
  content,
  height,
  ...change,
});
const items = (heights: readonly number[]) => heights.map((height, i) => item(String(i), height));
const pack = (heights: readonly number[]) => packPages(items(heights), room);

describe("blocks on pages", () => {
  test("fill each page from the top, whole and in order", () => {
    expect(pack([60, 40, 50, 30, 10])).toEqual([["0", "1"], ["2", "3"], ["4"]]);
  });

  test("the first page has more room, and nothing is left empty before it", () => {
    expect(pack([100])).toEqual([["0"]]);
    expect(pack([10, 80])).toEqual([["0", "1"]]);
    expect(pack([30, 80, 1])).toEqual([["0"], ["1"], ["2"]]);
    expect(pack([])).toEqual([[]]);
  });

  test("a heading stays with what follows it, and so do two", () => {
    const joined = { joined: true };
    expect(packPages([item("a", 80), item("h", 15, joined), item("b", 20)], room)).toEqual([
      ["a"],
      ["h", "b"],
    ]);
    const two = [item("a", 60), item("h", 15, joined), item("i", 15, joined), item("b", 20)];
    expect(packPages(two, room)).toEqual([["a"], ["h", "i", "b"]]);
  });

  test("a group moves to a fresh page whole, where a page can hold it", () => {
    const week = { group: "week" };
    const small = [item("a", 50), item("b", 40, week), item("c", 30, week)];
    expect(packPages(small, room)).toEqual([["a"], ["b", "c"]]);
    const large = [item("a", 50), ...["b", "c", "d"].map((name) => item(name, 40, week))];
    expect(packPages(large, room)).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });

  test("where a group is parted, its head is repeated", () => {
    const repeat = item("head", 10);
    const rows = ["a", "b", "c"].map((name) => item(name, 60, { group: "week", repeat }));
    const head = item("head", 10, { group: "week", joined: true });
    expect(packPages([head, ...rows], room)).toEqual([
      ["head", "a"],
      ["head", "b"],
      ["head", "c"],
    ]);
  });

  test("what begins a page does, but leaves none empty", () => {
    const fresh = { fresh: true };
    expect(packPages([item("a", 10), item("b", 10, fresh)], room)).toEqual([["a"], ["b"]]);
    expect(packPages([item("a", 10, fresh)], room)).toEqual([["a"]]);
  });

  test("an item longer than a page is cut where it can be, and the rest goes on", () => {
    const long = (name: string, height: number): PackItem<string> =>
      item(name, height, {
        cut: (points) => [item(`${name}<`, points), long(`>${name}`, height - points)],
      });
    expect(packPages([item("a", 60), long("b", 200), item("c", 30)], room)).toEqual([
      ["a", "b<"],
      [">b<"],
      [">>b"],
      ["c"],
    ]);
    expect(packPages([item("a", 90), long("b", 100)], room)).toEqual([["a"], ["b<"], [">b"]]);
  });

  test("an item longer than a page that cannot be cut stands alone rather than nowhere", () => {
    expect(pack([10, 101, 5])).toEqual([["0"], ["1"], ["2"]]);
  });
});

describe("a page that would be left empty", () => {
  const list = [item("head", 40), item("first", 70), item("second", 30), item("pain", 30)];
  const fill = (change: readonly PackItem<string>[]) =>
    fillIntroduction(change, { body: 1, movable: new Set(["pain", "stop"]) }, room).map(
      ({ content }) => content,
    );

  test("is filled with what may stand earlier", () => {
    expect(fill(list)).toEqual(["head", "pain", "first", "second"]);
  });

  test("with nothing out of its order, and only what fits", () => {
    const tall = [item("pain", 61), item("stop", 5)];
    expect(fill([...list.slice(0, 3), ...tall])).toEqual([
      "head",
      "first",
      "second",
      "pain",
      "stop",
    ]);
  });

  test("and stays as it is where the first exercise fits", () => {
    const small = [item("head", 40), item("first", 60), item("pain", 10)];
    expect(fill(small)).toEqual(["head", "first", "pain"]);
  });
});
