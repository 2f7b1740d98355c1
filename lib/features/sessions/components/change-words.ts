import type { PlanDiff } from "../../../domain/plan/plan-diff";
import type { Locale, PlanDocument } from "../../../domain/plan/plan-document";
import { dosageInWords } from "../../../i18n/dosage-words";
import type { SnapshotPlan } from "../snapshot";

/** One thing that changed: a key of `portal.change` and what goes into it. */
export interface ChangeWord {
  readonly id: string;
  readonly key:
    | "dosage"
    | "frequency"
    | "words"
    | "wordsRenewed"
    | "picturesRenewed"
    | "swapped"
    | "added"
    | "removed"
    | "painRule"
    | "note"
    | "adviceAdded"
    | "adviceRenewed"
    | "adviceRemoved"
    | "order";
  readonly exercise: string;
  /** Titles, for advice. */
  readonly titles: string;
  readonly amount: string;
  readonly frequency: string;
}

const TEXT_FIELDS: readonly string[] = ["cue", "caution"];

function changedLine(
  { lineId, fields }: PlanDiff["changed"][number],
  document: PlanDocument,
  locale: Locale,
): ChangeWord[] {
  const exercise = document.exercises.find((line) => line.lineId === lineId);
  if (!exercise) return [];
  const words = dosageInWords(exercise.dosage, locale);
  const of = (key: ChangeWord["key"]): ChangeWord => ({
    id: `${lineId}-${key}`,
    key,
    exercise: exercise.name,
    titles: "",
    amount: [words.amount, ...words.extras].join(" · "),
    frequency: words.frequency,
  });
  const names = fields.map(({ field }) => field as string);
  if (names.includes("slug")) return [of("swapped")];
  const found: ChangeWord[] = [];
  if (names.some((name) => name !== "frequency" && !TEXT_FIELDS.includes(name)))
    found.push(of("dosage"));
  if (names.includes("frequency")) found.push(of("frequency"));
  if (found.length === 0) found.push(of("words"));
  return found;
}

/** What the newest version changed, most useful first, in the patient's words. */
export function changeWords(plan: SnapshotPlan, locale: Locale): ChangeWord[] {
  const { change } = plan;
  if (!change) return [];
  const document = plan.documents[locale];
  const plain = (key: ChangeWord["key"], id: string, exercise = "", titles = ""): ChangeWord => ({
    id,
    key,
    exercise,
    titles,
    amount: "",
    frequency: "",
  });
  const name = (lineId: string) => plan.names[lineId]?.[locale] ?? "";
  const advice = (
    key: "adviceAdded" | "adviceRenewed" | "adviceRemoved",
    ids: readonly string[],
  ): ChangeWord[] => {
    if (ids.length === 0) return [];
    const titles = ids.map((id) => plan.adviceTitles[id]?.[locale] ?? "").join(" · ");
    return [plain(key, key, "", titles)];
  };
  const renewed = change.renewed.flatMap(({ lineId, words, pictures }) => [
    ...(words.includes(locale)
      ? [plain("wordsRenewed", `${lineId}-words-renewed`, name(lineId))]
      : []),
    ...(pictures ? [plain("picturesRenewed", `${lineId}-pictures`, name(lineId))] : []),
  ]);
  return [
    ...change.changed.flatMap((line) => changedLine(line, document, locale)),
    ...renewed,
    ...change.added.map((lineId) => plain("added", `${lineId}-added`, name(lineId))),
    ...change.removed.map((lineId) => plain("removed", `${lineId}-removed`, name(lineId))),
    ...(change.painRule.length > 0 ? [plain("painRule", "pain-rule")] : []),
    ...(change.note ? [plain("note", "note")] : []),
    ...advice("adviceAdded", change.advice.added),
    ...advice("adviceRenewed", change.advice.renewed),
    ...advice("adviceRemoved", change.advice.removed),
    ...(change.reordered.length + change.advice.reordered.length > 0
      ? [plain("order", "order")]
      : []),
  ];
}
