"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { DocumentExercise, Locale } from "../../../domain/plan/plan-document";
import { FigureMotion } from "../../../figures/figure-motion";
import { FigurePlaceholder } from "../../../figures/figure-placeholder";
import { FigureSvg } from "../../../figures/figure-svg";
import { THUMB_BOX } from "../../../figures/figure-thumb";
import { isReadable } from "../../../figures/readable";
import { figureWords } from "../../../i18n/figure-words";
import { Chip, ChipRow } from "../../../ui/chip";
import { firstPhoto } from "../../media/media-view";
import { usePhoto } from "./kept-media";
import { useFigure } from "./portal-context";

/** The small picture of an exercise from this device, beside its name. */
export function KeptThumb({ exercise }: { exercise: DocumentExercise }) {
  const art = useFigure(exercise.figureId);
  const photo = usePhoto(firstPhoto(exercise.media)?.id);
  if (exercise.figureId === null && photo)
    return (
      // biome-ignore lint/performance/noImgElement: from this device's own store
      <img src={photo} alt="" className={`${THUMB_BOX} rounded-badge bg-sand object-contain`} />
    );
  if (!isReadable(art)) return <FigurePlaceholder alt="" className={THUMB_BOX} />;
  return (
    <FigureSvg
      art={art}
      show="thumb"
      alt=""
      mirrored={exercise.dosage.side === "left"}
      className={THUMB_BOX}
    />
  );
}

const SIDES = ["right", "left"] as const;

/** The moving picture of an exercise from this device; what is done on both sides can be seen on both. */
export function KeptFigure({ exercise, locale }: { exercise: DocumentExercise; locale: Locale }) {
  const t = useTranslations("portal.figure");
  const art = useFigure(exercise.figureId);
  const { side } = exercise.dosage;
  const hasBoth = side === "each" || side === "alternating";
  const [chosen, setChosen] = useState<(typeof SIDES)[number]>("right");
  const shown = hasBoth ? chosen : side;
  if (exercise.figureId === null) return null;
  return (
    <div className="grid gap-3">
      <FigureMotion
        art={art}
        alt={exercise.alt}
        words={figureWords(art, locale)}
        mirrored={shown === "left"}
      />
      {hasBoth && isReadable(art) && (
        <ChipRow label={t("side")}>
          {SIDES.map((each) => (
            <Chip key={each} selected={each === chosen} onClick={() => setChosen(each)}>
              {t(each)}
            </Chip>
          ))}
        </ChipRow>
      )}
    </div>
  );
}
