import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A data directory of its own for what is uploaded and stored; call `remove` at the end. */
export function mediaHome() {
  const directory = mkdtempSync(path.join(tmpdir(), "carryover-media-"));
  process.env.DATA_DIR = directory;
  const files = () =>
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => path.relative(directory, path.join(parentPath, name)));
  return {
    directory,
    /** Every file there is, from the directory on. */
    files,
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}
