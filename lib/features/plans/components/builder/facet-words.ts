/** A facet's id as words: "low-back" becomes "Low back". Ids are English words already. */
export function facetWords(id: string): string {
  const words = id.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
