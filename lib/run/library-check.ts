import { libraryContent } from "../../db/seed/library-content";
import { TRAITS } from "../domain/cautions/rules";
import { libraryFaults } from "../domain/library/content-check";
import { REGIONS } from "../domain/library/facets";
import { LOCALES } from "../domain/plan/plan-document";
import { drawnSlugs } from "./figures/library";

/** `npm run -s library:check`: counts by main region and language; fails when something is lacking. */
function main(): boolean {
  const drawn = new Set(drawnSlugs());
  const entries = libraryContent().map((entry) => ({
    ...entry,
    hasFigure: drawn.has(entry.facts.slug),
  }));
  const faults = libraryFaults(
    entries,
    LOCALES,
    TRAITS.map(({ id }) => id),
  );
  for (const region of REGIONS) {
    const own = entries.filter(({ facts }) => facts.regions[0] === region);
    const counts = LOCALES.map(
      (locale) => `${locale} ${own.filter(({ text }) => text[locale]).length}`,
    );
    console.log(`${region.padEnd(18)} ${String(own.length).padStart(3)}   ${counts.join("  ")}`);
  }
  console.log(`${"all".padEnd(18)} ${String(entries.length).padStart(3)}   figures ${drawn.size}`);
  for (const fault of faults) console.error(fault);
  return faults.length === 0;
}

process.exitCode = main() ? 0 : 1;
