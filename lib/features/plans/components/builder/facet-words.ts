/** Regions whose id joins several places, as a therapist says them. */
const JOINED: Readonly<Record<string, string>> = {
  "elbow-wrist-hand": "Elbow, wrist and hand",
  "ankle-foot": "Ankle and foot",
  "balance-gait": "Balance and gait",
};

/** A facet's id as words: "low-back" becomes "Low back". Ids are English words already. */
export function facetWords(id: string): string {
  const words = JOINED[id] ?? id.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
