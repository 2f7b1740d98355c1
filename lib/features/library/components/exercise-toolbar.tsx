import { translator } from "@/lib/i18n/translator";
import { LinkButton } from "@/lib/ui/button";
import type { ExerciseDetail } from "../queries";
import { FavouriteButton } from "./favourite-button";
import { RetireButton } from "./retire-button";

const t = translator("en", "library.page");

/** What can be done with an exercise: keep it at hand, copy it, change one's own. */
export function ExerciseToolbar({
  exercise,
  mayEdit,
}: {
  exercise: ExerciseDetail;
  mayEdit: boolean;
}) {
  const { slug, name, isMineToEdit, isRetired } = exercise;
  return (
    <>
      {!isRetired && (
        <FavouriteButton
          slug={slug}
          isFavourite={exercise.isFavourite}
          label={t("keep", { name })}
          failed={t("keepFailed")}
        >
          {t("favourite")}
        </FavouriteButton>
      )}
      {mayEdit && (
        <LinkButton href={`/library/new?copy=${slug}`} icon="copy">
          {t("copy")}
        </LinkButton>
      )}
      {isMineToEdit && !isRetired && (
        <>
          <RetireButton
            slug={slug}
            words={{
              retire: t("retire"),
              title: t("retireTitle", { name }),
              text: t("retireText"),
              confirm: t("retireConfirm"),
              cancel: t("cancel"),
              failed: t("failed"),
            }}
          />
          <LinkButton href={`/library/${slug}/edit`} variant="primary">
            {t("edit")}
          </LinkButton>
        </>
      )}
    </>
  );
}
