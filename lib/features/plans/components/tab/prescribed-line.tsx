import type { DocumentExercise, PainRule } from "../../../../domain/plan/plan-document";
import { FigureThumb } from "../../../../figures/figure-thumb";
import { dosageInWords } from "../../../../i18n/dosage-words";
import { limitWords, windowWords } from "../../../../i18n/exercise-words";
import { translator } from "../../../../i18n/translator";
import { firstPhoto } from "../../../media/media-view";
import { StarMark } from "../star-mark";

const t = translator("en", "structure");

/** An exercise of the version that the patient has, in short. */
export function PrescribedLine({
  exercise,
  rule,
  number,
}: {
  exercise: DocumentExercise;
  /** The plan's, from which the exercise's own limits differ. */
  rule: PainRule;
  number: number;
}) {
  const { amount, frequency, extras } = dosageInWords(exercise.dosage, "en");
  const { painLimits, ladder } = exercise;
  const days = windowWords(exercise, "en");
  return (
    <li className="flex flex-wrap gap-3 py-3">
      <span className="w-6 shrink-0 text-right text-secondary tabular-nums">{number}.</span>
      <FigureThumb
        figureId={exercise.figureId}
        photoId={firstPhoto(exercise.media)?.id}
        alt=""
        mirrored={exercise.dosage.side === "left"}
        className="self-start"
      />
      <div className="min-w-0 flex-1 basis-40">
        <h4 className="font-semibold">{exercise.name}</h4>
        <p className="font-semibold text-spruce tabular-nums">{amount}</p>
        <p className="text-secondary tabular-nums">{[frequency, ...extras].join(" · ")}</p>
        {exercise.mustDo && <StarMark locale="en" className="text-sm" />}
        {days && <p className="text-sm">{days}</p>}
        {ladder.map(({ stepId, direction, name, dosage }) => (
          <p key={stepId} className="text-sm text-secondary tabular-nums">
            {t(`ladder.step.${direction}`, { name })}: {dosageInWords(dosage, "en").amount}
          </p>
        ))}
        {painLimits && (
          <p className="text-sm text-secondary tabular-nums">
            {t("line.limits")}: {limitWords(painLimits, rule, "en")}
          </p>
        )}
        {exercise.cue && <p dir="auto">“{exercise.cue}”</p>}
        {exercise.caution && (
          <p
            dir="auto"
            className="mt-1.5 rounded-control bg-marigold-tint px-3 py-1.5 text-marigold"
          >
            {exercise.caution}
          </p>
        )}
      </div>
    </li>
  );
}
