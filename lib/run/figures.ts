import path from "node:path";
import type { FigureArt } from "../figures/art";
import { bakedArt, drawnStill } from "./figures/baked";
import { checkDrawing, withAlike } from "./figures/check-drawing";
import { type Drawn, writeContactSheets } from "./figures/contact-sheets";
import {
  baseDrawings,
  type Drawing,
  drawingOf,
  drawnSlugs,
  libraryExercises,
} from "./figures/library";
import { findingLines, passes, summary } from "./figures/report";
import { PROJECT } from "./prepare.mjs";

const FOLDER = ".figures";
const since = Date.now();
const seconds = () => `${((Date.now() - since) / 1000).toFixed(1)} s`;

const withArt = (drawings: readonly Drawing[], art: ReadonlyMap<string, FigureArt>): Drawn[] =>
  drawings.flatMap((drawing) => {
    const own = art.get(drawing.slug);
    return own ? [{ ...drawing, art: own }] : [];
  });

/** `npm run figures`: checks and contact sheets; with `--checks` the checks alone. */
async function main(checksOnly: boolean): Promise<boolean> {
  const exercises = libraryExercises();
  const slugs = drawnSlugs();
  const stray = slugs.filter((slug) => !exercises.some((exercise) => exercise.slug === slug));
  const missing = exercises.filter(({ slug }) => !slugs.includes(slug)).map(({ slug }) => slug);
  const figures = exercises.filter(({ slug }) => slugs.includes(slug)).map(drawingOf);
  const bases = baseDrawings();
  const checked = withAlike([...bases, ...figures].map(checkDrawing));
  for (const line of findingLines(checked, !checksOnly)) console.log(line);
  for (const slug of stray) console.log(`${slug}\n  HARD the library has no such exercise`);
  console.log(`${summary(checked, exercises.length, missing)} (${seconds()})`);
  if (!checksOnly) {
    const files = await writeContactSheets(
      path.join(PROJECT, FOLDER),
      withArt(figures, await bakedArt(figures)),
      withArt(bases, drawnStill(bases)),
    );
    console.log(`${files} contact sheets in ${FOLDER}/ (${seconds()})`);
  }
  return stray.length === 0 && passes(checked, missing);
}

const known = ["--checks"];
const asked = process.argv.slice(2);
const unknown = asked.find((argument) => !known.includes(argument));
if (unknown) {
  console.error(`npm run figures takes ${known.join(", ")}; "${unknown}" is something else.`);
  process.exitCode = 1;
} else {
  process.exitCode = (await main(asked.includes("--checks"))) ? 0 : 1;
}
