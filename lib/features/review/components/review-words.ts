import type { Dosage } from "../../../domain/dosage/dosage";
import type { PlanDiff } from "../../../domain/plan/plan-diff";
import type { Deviation } from "../../../domain/session/deviation";
import type { ExerciseFact } from "../../../domain/session/facts";
import { dosageShort } from "../../../i18n/dosage-words";
import { translator } from "../../../i18n/translator";
import type { FromPaper } from "../history";

const t = translator("en", "review");

/** One decimal, as every mean is printed: "3.7". */
export function oneDecimal(value: number): string {
  return (Math.round(value * 10 + 1e-9) / 10).toFixed(1);
}

/** Who filled the paper in and who typed it in: "filled in by a carer, typed in by Tom Ferris". */
export function paperWords({ reportedBy, typedBy }: FromPaper): string {
  const filledIn = t(`history.filledIn.${reportedBy}`);
  return typedBy ? `${filledIn}, ${t("history.typedIn", { name: typedBy })}` : filledIn;
}

const SHORT_FIELDS = [
  "holdSeconds",
  "durationSeconds",
  "reps",
  "sets",
  "loadGrams",
  "restSeconds",
] as const;
const GRAMS_PER_KILOGRAM = 1000;

function sameFieldEverywhere({ changed }: PlanDiff): string | null {
  const fields = changed.flatMap((line) => line.fields);
  const [first] = fields;
  if (!first || fields.some((f) => f.field !== first.field || f.after !== first.after)) return null;
  const field = SHORT_FIELDS.find((name) => name === first.field);
  if (!field || typeof first.after !== "number") return null;
  const n = field === "loadGrams" ? first.after / GRAMS_PER_KILOGRAM : first.after;
  return t(`chart.versionShort.${field}`, { n });
}

/** What changed with a version in a word or two, for its mark: "holds 25 s"; "" for nothing to say. */
export function versionChangeShort(diff: PlanDiff | null): string {
  if (!diff) return "";
  const added = diff.added.length;
  const removed = diff.removed.length;
  if (diff.changed.length > 0 && added + removed === 0) {
    return sameFieldEverywhere(diff) ?? t("chart.versionShort.lines", { n: diff.changed.length });
  }
  if (diff.changed.length > 0)
    return t("chart.versionShort.lines", { n: diff.changed.length + added + removed });
  if (added > 0 && removed > 0) return t("chart.versionShort.swapped", { added, removed });
  if (added > 0) return t("chart.versionShort.added", { n: added });
  if (removed > 0) return t("chart.versionShort.removed", { n: removed });
  if (diff.renewed.length > 0) return t("chart.versionShort.renewed", { n: diff.renewed.length });
  if (diff.painRule.length > 0) return t("chart.versionShort.painRule");
  if (diff.note) return t("chart.versionShort.note");
  return Object.values(diff.advice).some((ids) => ids.length > 0)
    ? t("chart.versionShort.advice")
    : "";
}

function amountDone(prescribed: Dosage, fact: ExerciseFact): string {
  return dosageShort(
    {
      ...prescribed,
      sets: fact.setsDone ?? prescribed.sets,
      reps: prescribed.reps === null ? null : (fact.repsDone ?? prescribed.reps),
      holdSeconds:
        prescribed.holdSeconds === null ? null : (fact.holdSecondsDone ?? prescribed.holdSeconds),
      durationSeconds:
        prescribed.durationSeconds === null
          ? null
          : (fact.durationSecondsDone ?? prescribed.durationSeconds),
    },
    "en",
  );
}

/** Reason of a skip in words. */
export function skipReasonWords(reason: ExerciseFact["skipReason"]): string {
  return t(`exercises.reason.${reason ?? "none"}`);
}

/** What the patient said was done; prescribed amounts never stand in for amounts that were not given. */
export function doneWords(prescribed: Dosage, fact: ExerciseFact, { amounts }: Deviation): string {
  if (fact.outcome === "skipped") {
    return fact.skipReason === null
      ? t("done.skipped")
      : t("done.skippedReason", { reason: skipReasonWords(fact.skipReason) });
  }
  const isStated = amounts.some(({ done }) => done !== null);
  if (!isStated) {
    if (fact.outcome === "partly") return t("done.partly");
    return t(fact.outcome === "done" ? "done.doneUnstated" : "done.steppedDownUnstated");
  }
  const amount = amountDone(prescribed, fact);
  if (fact.outcome === "stepped_down") return t("done.steppedDown", { amount });
  return fact.outcome === "partly" ? t("done.partlyAmount", { amount }) : amount;
}
