import type { DocumentExercise, Locale } from "../../../domain/plan/plan-document";
import type { FigureStills } from "../../../figures/art";
import { FigurePoses } from "../../../figures/figure-poses";
import { poseNames } from "../../../i18n/figure-words";

/** The key poses of an exercise as a sheet shows them, with what they show in words for those who cannot see them. */
export function SheetFigure({
  exercise,
  figure,
  locale,
}: {
  exercise: DocumentExercise;
  figure: FigureStills | null;
  locale: Locale;
}) {
  if (!figure) return null;
  return (
    <FigurePoses
      art={figure}
      alt={exercise.alt}
      names={poseNames(figure.poses, locale)}
      mirrored={exercise.dosage.side === "left"}
      className="my-1 max-w-md"
    />
  );
}
