import Link from "next/link";
import { FigureThumb } from "@/lib/figures/figure-thumb";
import { dosageShort } from "@/lib/i18n/dosage-words";
import { translator } from "@/lib/i18n/translator";
import { Badge } from "@/lib/ui/badge";
import type { ExerciseCard } from "../search-queries";
import { listWords } from "./facet-names";

const t = translator("en", "library.list");

/** Exercises as links; those on the avoid list say so and show no dosage. */
export function ExerciseCards({ items }: { items: readonly ExerciseCard[] }) {
  return (
    <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
      {items.map((item) => (
        <li key={item.slug} className="min-w-0">
          <Link
            href={`/library/${item.slug}`}
            className="flex h-full flex-wrap content-start gap-3 overflow-hidden rounded-card border border-line bg-surface p-3 hover:border-control sm:flex-col sm:flex-nowrap sm:gap-0 sm:p-0"
          >
            <span className="shrink-0 sm:border-b sm:border-line sm:bg-paper sm:px-4 sm:py-3">
              <FigureThumb
                figureId={item.figureId}
                photoId={item.photoId}
                alt=""
                mirrored={item.dosage.side === "left"}
                className="sm:aspect-auto sm:h-32 sm:w-full"
              />
            </span>
            <span className="flex min-w-0 flex-1 flex-col max-sm:basis-40 sm:p-4">
              <span className="flex flex-wrap items-start justify-between gap-2">
                <span className="min-w-0 text-lg leading-snug font-semibold">{item.name}</span>
                {!item.recommended && <Badge tone="clay">{t("avoid")}</Badge>}
              </span>
              <span className="mt-0.5 text-sm text-secondary">
                {listWords("regions", item.regions)}
              </span>
              <span className="mt-auto pt-3 text-sm tabular-nums">
                {item.recommended ? (
                  <>
                    {dosageShort(item.dosage, "en")}
                    <span className="text-secondary"> · {t(`basis.${item.dosageBasis}`)}</span>
                  </>
                ) : (
                  <span className="text-clay">{t("avoidNote")}</span>
                )}
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
