import { create } from "qrcode";
import { expect, test } from "vitest";
import { qrPath } from "@/lib/pdf/qr-path";

const URL_OF_A_PLAN = "https://carryover.example/p/4Jx0aQ9mT2sVbYwZ1kRc7Q/4";
const QUIET = 4;

test("the path covers the dark modules and nothing else, inside its quiet zone", () => {
  const { modules } = create(URL_OF_A_PLAN, { errorCorrectionLevel: "M" });
  const { d, size } = qrPath(URL_OF_A_PLAN);
  expect(size).toBe(modules.size + 2 * QUIET);
  const dark = new Set<string>();
  for (const [, x, y, run] of d.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g))
    for (let i = 0; i < Number(run); i++) dark.add(`${Number(x) + i} ${y}`);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const inside = [x, y].every((at) => at >= QUIET && at < size - QUIET);
      const expected = inside && Boolean(modules.get(y - QUIET, x - QUIET));
      expect(dark.has(`${x} ${y}`), `${x} ${y}`).toBe(expected);
    }
});
