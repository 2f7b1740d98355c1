import { translator } from "../../../i18n/translator";
import { facetWords } from "../../plans/components/builder/facet-words";
import type { Facet } from "../facet-params";

const t = translator("en", "library.page");

/** A facet's value in words. */
export function facetName(facet: Facet, id: string): string {
  return facet === "equipment" && id === "none" ? t("noEquipment") : facetWords(id);
}

/** Several values in one line: "Low back, hip". */
export function listWords(facet: Facet, ids: readonly string[]): string {
  const words = ids.map((id) => facetName(facet, id)).join(", ");
  return words.charAt(0) + words.slice(1).toLowerCase();
}
