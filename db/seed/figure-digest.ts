import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { FigureArt } from "../../lib/figures/art";

const FIGURES = fileURLToPath(new URL("../../lib/figures/", import.meta.url));
const PACKAGE = fileURLToPath(new URL("../../package.json", import.meta.url));
/** What a picture is made by, besides the engine's own folder. */
const SHARED = ["art.ts", "motion-ring.ts"];

/** JSON with the keys of every object in order: the same value gives the same text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** The name of a picture: 32 hex digits of the digest of what it holds. */
export function figureIdOf(art: FigureArt): string {
  return sha256(canonicalJson(art)).slice(0, 32);
}

function sourcesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** Digest of the drawing engine: its sources as they lie on the disk, and the polygon library's version. */
export function engineDigest(folder = path.join(FIGURES, "engine")): string {
  const files = [...sourcesOf(folder), ...SHARED.map((name) => path.join(FIGURES, name))];
  const parts = files
    .map((file) => [path.relative(FIGURES, file).replaceAll("\\", "/"), file] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, file]) => `${name}\n${readFileSync(file, "utf8").replaceAll("\r\n", "\n")}`);
  const { dependencies } = JSON.parse(readFileSync(PACKAGE, "utf8"));
  return sha256([dependencies["clipper2-ts"], ...parts].join("\n"));
}

/** Digest of everything that a picture is made from; while it stays, the picture stays. */
export function madeFromOf(slug: string, source: unknown, engine: string): string {
  return sha256(`${engine}\n${slug}\n${canonicalJson(source)}`);
}
