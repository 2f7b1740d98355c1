import { painZone } from "../../../domain/pain/pain-rule";
import type { PainRule } from "../../../domain/plan/plan-document";
import { dosageShort } from "../../../i18n/dosage-words";
import { translator } from "../../../i18n/translator";
import { Badge } from "../../../ui/badge";
import { type Column, DataTable } from "../../../ui/data-table";
import { PainMark } from "../../../ui/pain-mark";
import type { DoneExercise } from "../history";
import { DeviationMark } from "./deviation-mark";
import { doneWords } from "./review-words";

const t = translator("en", "review.history");
const effort = translator("en", "review.exercises.effort");

function columnsOf(painRule: PainRule): Column<DoneExercise>[] {
  return [
    { key: "exercise", header: t("exercise"), primary: true, cell: ({ name }) => name },
    {
      key: "prescribed",
      header: t("prescribed"),
      cell: ({ prescribed }) => dosageShort(prescribed, "en"),
    },
    {
      key: "really",
      header: t("really"),
      cell: ({ prescribed, fact, deviation }) => (
        <>
          {doneWords(prescribed, fact, deviation)} <DeviationMark dose={deviation.dose} />
        </>
      ),
    },
    {
      key: "worst",
      header: t("worst"),
      cell: ({ fact: { painWorst, outcome } }) => {
        if (painWorst === null)
          return (
            <span className="text-secondary">{outcome === "skipped" ? "–" : t("notRated")}</span>
          );
        return painZone(painWorst, painRule) === "red" ? (
          <Badge tone="clay">
            <PainMark score={painWorst} />
          </Badge>
        ) : (
          <PainMark score={painWorst} />
        );
      },
    },
    {
      key: "effort",
      header: t("effort"),
      cell: ({ fact }) =>
        fact.effort ? effort(fact.effort) : <span className="text-secondary">–</span>,
    },
  ];
}

/** What was prescribed beside what was really done, exercise by exercise. */
export function SessionExercises({
  exercises,
  painRule,
  caption,
}: {
  exercises: readonly DoneExercise[];
  painRule: PainRule;
  caption: string;
}) {
  if (exercises.length === 0)
    return <p className="px-4 pb-3 text-secondary sm:px-6">{t("noExercises")}</p>;
  return (
    <div className="text-sm tabular-nums md:px-2.5">
      <DataTable
        caption={caption}
        captionHidden
        columns={columnsOf(painRule)}
        rows={exercises}
        rowKey={({ prescribedId }) => prescribedId}
        framed={false}
        dense
      />
    </div>
  );
}
