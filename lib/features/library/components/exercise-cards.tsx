import Link from "next/link";
import { FigureThumb } from "@/lib/figures/figure-thumb";
import { dosageShort } from "@/lib/i18n/dosage-words";
import { translator } from "@/lib/i18n/translator";
import { Badge } from "@/lib/ui/badge";
import type { CardMarks } from "../mark-queries";
import type { ExerciseCard } from "../search-queries";
import { listWords } from "./facet-names";
import { FavouriteButton } from "./favourite-button";

const t = translator("en", "library.list");

/** What sets an exercise apart from an ordinary one of the library. */
function Marks({ item, isReviewed }: { item: ExerciseCard; isReviewed: boolean }) {
  return (
    <span className="mt-1 flex flex-wrap gap-1.5 empty:hidden">
      {!item.recommended && <Badge tone="clay">{t("avoid")}</Badge>}
      {!item.ready && <Badge tone="marigold">{t("notReady")}</Badge>}
      {item.origin !== "library" && <Badge>{t(`origins.${item.origin}`)}</Badge>}
      {isReviewed && <Badge tone="spruce">{t("reviewed")}</Badge>}
    </span>
  );
}

function Amount({ item }: { item: ExerciseCard }) {
  if (!item.recommended) return <span className="text-clay">{t("avoidNote")}</span>;
  if (!item.ready) return <span className="text-marigold">{t("notReadyNote")}</span>;
  return (
    <>
      {dosageShort(item.dosage, "en")}
      <span className="text-secondary"> · {t(`basis.${item.dosageBasis}`)}</span>
    </>
  );
}

/** Exercises as links, each with a star; those that cannot be prescribed say so and show no dosage. */
export function ExerciseCards({
  items,
  marks,
}: {
  items: readonly ExerciseCard[];
  marks: CardMarks;
}) {
  return (
    <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
      {items.map((item) => (
        <li key={item.slug} className="relative min-w-0">
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
              <span className="min-w-0 pr-8 text-lg leading-snug font-semibold wrap-anywhere sm:pr-0">
                {item.name}
              </span>
              <Marks item={item} isReviewed={marks.reviewed.has(item.slug)} />
              <span className="mt-0.5 text-sm text-secondary">
                {listWords("regions", item.regions)}
              </span>
              <span className="mt-auto pt-3 text-sm tabular-nums">
                <Amount item={item} />
              </span>
            </span>
          </Link>
          <FavouriteButton
            slug={item.slug}
            isFavourite={marks.favourites.has(item.slug)}
            label={t("keep", { name: item.name })}
            failed={t("keepFailed")}
            className="!absolute top-1.5 right-1.5"
          />
        </li>
      ))}
    </ul>
  );
}
