import type { DocumentExercise, Locale } from "../../../domain/plan/plan-document";
import type { FigureStills } from "../../../figures/art";
import { FigurePoses } from "../../../figures/figure-poses";
import { poseNames } from "../../../i18n/figure-words";
import { MediaGallery } from "../../media/components/media-gallery";

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

/** The same with the clinic's own photos and videos, from the server. */
export function SheetPictures(props: {
  exercise: DocumentExercise;
  figure: FigureStills | null;
  locale: Locale;
}) {
  const { media, name, alt } = props.exercise;
  return (
    <>
      <SheetFigure {...props} />
      <MediaGallery
        media={media}
        name={name}
        alt={alt}
        locale={props.locale}
        className="my-1 max-w-md"
      />
    </>
  );
}
