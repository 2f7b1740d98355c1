import { searchable } from "../library/search-text";

/** Shorter words, and these, stand in every text: they would warn of nothing. */
const SHORTEST = 3;
const PARTICLES = new Set([
  "del",
  "los",
  "las",
  "san",
  "van",
  "von",
  "der",
  "den",
  "dos",
  "das",
  "bin",
]);

/** Words of a person's name that stand in a text as whole words, as the name has them. */
export function namesIn(text: string, personName: string): string[] {
  const said = ` ${searchable(text)} `;
  return personName.split(/\s+/u).filter((word) => {
    const plain = searchable(word).trim();
    return plain.length >= SHORTEST && !PARTICLES.has(plain) && said.includes(` ${plain} `);
  });
}
