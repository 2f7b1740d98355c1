import { FigureThumb } from "@/lib/figures/figure-thumb";
import type { TemplateCard } from "../queries";

/** More pictures make each too small to tell. */
const MOST = 5;

/** The first exercises of a set as a row of small pictures; their names stand elsewhere. */
export function FigureStrip({ figures }: Pick<TemplateCard, "figures">) {
  return (
    <span className="grid grid-cols-5 items-center gap-1">
      {figures.slice(0, MOST).map(({ figureId, photoId, mirrored }, i) => (
        <FigureThumb
          // biome-ignore lint/suspicious/noArrayIndexKey: a set may hold an exercise twice
          key={i}
          figureId={figureId}
          photoId={photoId}
          alt=""
          mirrored={mirrored}
          className="!w-full"
        />
      ))}
    </span>
  );
}
