import type { DiffNames } from "../../../../i18n/plan-diff-words";
import type { BuilderData } from "../../builder-queries";
import { type DraftContent, performed } from "../../draft-content";

/** How differences between drafts are named on the therapist's screen. */
export interface DraftNames {
  readonly nameOfSlug: (slug: string) => string;
  readonly titleOf: (adviceId: string) => string;
  /** Names for a difference of these; of a line that is in both, the later one's. */
  readonly of: (...sides: readonly DraftContent[]) => DiffNames;
}

/** Names of exercises and advice, for differences in words. */
export function draftNames(data: BuilderData, nameOfSlug: DraftNames["nameOfSlug"]): DraftNames {
  const titleOf = (adviceId: string) =>
    data.advice.find(({ id }) => id === adviceId)?.words.en.title ?? adviceId.replaceAll("-", " ");
  return {
    nameOfSlug,
    titleOf,
    of: (...sides) => {
      const lines = new Map(
        sides.flatMap((side) => performed(side.lines)).map((line) => [line.lineId, line]),
      );
      return {
        locale: "en",
        nameOf: (lineId) => nameOfSlug(lines.get(lineId)?.slug ?? ""),
        titleOf,
        nameOfSlug,
        dosageOf: (lineId) => lines.get(lineId)?.dosage,
      };
    },
  };
}
