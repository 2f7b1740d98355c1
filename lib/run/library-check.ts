import { adviceContent, adviceLeftOut, adviceRules } from "../../db/seed/library-advice";
import { libraryContent } from "../../db/seed/library-content";
import { templateContent } from "../../db/seed/library-templates";
import { RULE_SET } from "../domain/cautions/rules";
import { adviceFaults } from "../domain/library/advice-check";
import { libraryFaults } from "../domain/library/content-check";
import { REGIONS } from "../domain/library/facets";
import { templateFaults } from "../domain/library/template-check";
import { ADVICE_KINDS, LOCALES } from "../domain/plan/plan-document";
import { drawnSlugs } from "./figures/library";

const NAME_WIDTH = 18;
const row = (name: string, count: number, rest: string) =>
  console.log(`${name.padEnd(NAME_WIDTH)} ${String(count).padStart(3)}   ${rest}`);

function checkExercises(entries: ReturnType<typeof libraryContent>): string[] {
  const drawn = new Set(drawnSlugs());
  for (const region of REGIONS) {
    const own = entries.filter(({ facts }) => facts.regions[0] === region);
    const counts = LOCALES.map(
      (locale) => `${locale} ${own.filter(({ text }) => text[locale]).length}`,
    );
    row(region, own.length, counts.join("  "));
  }
  row("all", entries.length, `figures ${drawn.size}`);
  return libraryFaults(
    entries.map((entry) => ({ ...entry, hasFigure: drawn.has(entry.facts.slug) })),
    LOCALES,
    RULE_SET.traits.map(({ id }) => id),
  );
}

/** In how many items the words of each language are there. */
function counts(items: readonly { words: Partial<Record<string, unknown>> }[]): string {
  return LOCALES.map(
    (locale) => `${locale} ${items.filter(({ words }) => words[locale]).length}`,
  ).join("  ");
}

function checkAdvice(): string[] {
  const items = adviceContent().map((item) => ({ ...item, words: { en: item.en, es: item.es } }));
  const kinds = ADVICE_KINDS.map(
    (kind) => `${kind} ${items.filter((i) => i.kind === kind).length}`,
  );
  const defaults = items.filter(({ isDefault }) => isDefault).length;
  row("advice", items.length, `${counts(items)}  on every plan ${defaults}  ${kinds.join("  ")}`);
  return adviceFaults(items, LOCALES, { all: adviceRules(), leftOut: adviceLeftOut() });
}

function checkTemplates(entries: ReturnType<typeof libraryContent>): string[] {
  const templates = templateContent().map((one) => ({ ...one, words: { en: one.en, es: one.es } }));
  const lines = templates.reduce((sum, one) => sum + one.lines.length, 0);
  row("templates", templates.length, `${counts(templates)}  exercises ${lines}`);
  const exercises = entries.map(({ facts }) => facts);
  return templateFaults(templates, LOCALES, { exercises, rules: RULE_SET });
}

/**
 * `npm run -s library:check`: counts of exercises by main region and language, of advice and of ready
 * templates; fails when something is lacking.
 */
function main(): boolean {
  const entries = libraryContent();
  const faults = [...checkExercises(entries), ...checkAdvice(), ...checkTemplates(entries)];
  for (const fault of faults) console.error(fault);
  return faults.length === 0;
}

process.exitCode = main() ? 0 : 1;
