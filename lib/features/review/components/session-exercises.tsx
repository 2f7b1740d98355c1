import { painZone } from "../../../domain/pain/pain-rule";
import type { PainRule } from "../../../domain/plan/plan-document";
import { dosageShort } from "../../../i18n/dosage-words";
import { translator } from "../../../i18n/translator";
import { Badge } from "../../../ui/badge";
import { cx } from "../../../ui/cx";
import { type Column, DataTable } from "../../../ui/data-table";
import { PainMark } from "../../../ui/pain-mark";
import type { DoneExercise } from "../history";
import { DeviationMark } from "./deviation-mark";
import { doneWords } from "./review-words";

const t = translator("en", "review.history");
const words = translator("en", "review.exercises");

function Felt({ exercise, painRule }: { exercise: DoneExercise; painRule: PainRule }) {
  const { painWorst, effort: said, outcome } = exercise.fact;
  if (painWorst === null && said === null && outcome === "skipped")
    return <span className="text-secondary">–</span>;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      {painWorst === null ? (
        <span className="text-secondary">{t("notRated")}</span>
      ) : painZone(painWorst, painRule) === "red" ? (
        <Badge tone="clay">
          <PainMark score={painWorst} />
        </Badge>
      ) : (
        <PainMark score={painWorst} />
      )}
      {said && <span>{words("effortSaid", { effort: words(`effort.${said}`) })}</span>}
    </span>
  );
}

/** The same widths in every table, so that sessions of a day line up. */
function columnsOf(painRule: PainRule): Column<DoneExercise>[] {
  return [
    {
      key: "exercise",
      header: t("exercise"),
      primary: true,
      className: "md:w-[32%]",
      cell: ({ name }) => name,
    },
    {
      key: "prescribed",
      header: t("prescribed"),
      className: "md:w-[20%]",
      cell: ({ prescribed }) => dosageShort(prescribed, "en"),
    },
    {
      key: "really",
      header: t("really"),
      className: "md:w-[32%]",
      cell: ({ prescribed, fact, deviation }) => (
        <>
          {doneWords(prescribed, fact, deviation)} <DeviationMark dose={deviation.dose} />
        </>
      ),
    },
    {
      key: "felt",
      header: t("felt"),
      className: "md:w-[16%]",
      cell: (exercise) => <Felt exercise={exercise} painRule={painRule} />,
    },
  ];
}

/** What was prescribed beside what was really done, exercise by exercise. */
export function SessionExercises({
  exercises,
  painRule,
  caption,
  headHidden,
}: {
  exercises: readonly DoneExercise[];
  painRule: PainRule;
  caption: string;
  /** Under another session of the day the heads need not be seen again. */
  headHidden?: boolean;
}) {
  if (exercises.length === 0)
    return <p className="px-4 pb-3 text-secondary sm:px-6">{t("noExercises")}</p>;
  return (
    <div className={cx("text-sm tabular-nums md:px-2.5", headHidden && "[&_thead]:sr-only")}>
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
