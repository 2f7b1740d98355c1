import type { Tx } from "../../../db/client";
import { type VersionMarks, withMarks } from "../../domain/plan/frozen-marks";
import { diffPlans } from "../../domain/plan/plan-diff";
import type { PlanDocument } from "../../domain/plan/plan-document";
import { type DiffItem, planDiffWords } from "../../i18n/plan-diff-words";
import { adviceTitles } from "../advice/queries";
import { type SavedDraft, sideOfContent, slugsOfLines } from "./draft-content";
import { planExercises } from "./exercise-queries";
import { libraryMarks } from "./frozen-queries";

/** What the draft would change with the next version. */
export interface DraftChanges {
  /** Against the newest version; null before the first. */
  readonly changes: readonly DiffItem[] | null;
  /** Somebody changed the draft; false: what differs the library has renewed. */
  readonly isEdited: boolean;
}

const titlesOf = (advice: PlanDocument["advice"]) =>
  new Map(advice.map(({ id, title }) => [id, title]));

/** What publishing the draft now would change, by somebody or by the library. */
export async function draftChanges(
  tx: Tx,
  draft: SavedDraft,
  current: PlanDocument | null,
  marks: VersionMarks | undefined,
): Promise<DraftChanges> {
  if (!current) return { changes: null, isEdited: draft.lines.length > 0 };
  const slugs = slugsOfLines(draft.lines);
  const [names, titles, library] = await Promise.all([
    planExercises(tx, slugs, "en"),
    adviceTitles(tx, draft.advice),
    libraryMarks(tx, slugs, draft.advice),
  ]);
  const side = sideOfContent(draft);
  const lines = new Map(draft.lines.map((line) => [line.lineId, line]));
  const published = new Map(current.exercises.map((one) => [one.lineId, one]));
  const frozen = titlesOf(current.advice);
  const diff = diffPlans(withMarks(current, marks), withMarks(side, library));
  const changes = planDiffWords(diff, {
    locale: "en",
    nameOf: (lineId) =>
      published.get(lineId)?.name ?? names.get(lines.get(lineId)?.slug ?? "")?.name ?? "",
    titleOf: (adviceId) => frozen.get(adviceId) ?? titles.get(adviceId) ?? "",
    dosageOf: (lineId) => lines.get(lineId)?.dosage,
  });
  return { changes, isEdited: !diffPlans(current, side).isEmpty };
}
