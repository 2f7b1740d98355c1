import fc from "fast-check";
import { expect, test } from "vitest";
import { currentRows } from "@/lib/domain/session/current-rows";

const row = (id: string, rootId: string, minute: number, withdrawn = false) => ({
  id,
  rootId,
  typedAt: new Date(Date.UTC(2026, 2, 2, 9, minute)),
  withdrawn,
});

test("of one chain the row typed last counts, then the greatest id", () => {
  const rows = [row("a", "a", 1), row("c", "a", 5), row("b", "a", 5), row("d", "d", 0)];
  expect(currentRows(rows).map((r) => r.id)).toEqual(["c", "d"]);
});

test("taken back and then corrected, it counts again", () => {
  expect(currentRows([row("a", "a", 1), row("b", "a", 2, true)])).toEqual([]);
  const again = [row("a", "a", 1), row("b", "a", 2, true), row("c", "a", 3)];
  expect(currentRows(again).map((r) => r.id)).toEqual(["c"]);
});

test("the order of arrival never matters", () => {
  const rows = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      rootId: fc.constantFrom("x", "y", "z"),
      minute: fc.nat({ max: 3 }),
      withdrawn: fc.boolean(),
    }),
    { selector: (r) => r.id, maxLength: 12 },
  );
  fc.assert(
    fc.property(rows, fc.infiniteStream(fc.nat()), (list, order) => {
      const made = list.map((r) => row(r.id, r.rootId, r.minute, r.withdrawn));
      const shuffled = [...made].sort(() => (order.next().value! % 2 === 0 ? 1 : -1));
      const ids = (all: typeof made) =>
        currentRows(all)
          .map((r) => r.id)
          .sort();
      expect(ids(shuffled)).toEqual(ids(made));
    }),
  );
});
