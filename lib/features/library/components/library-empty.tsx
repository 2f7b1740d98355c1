import { translator } from "@/lib/i18n/translator";
import { LinkButton } from "@/lib/ui/button";
import { EmptyState } from "@/lib/ui/empty-state";
import type { LibraryChoice } from "../loaders";
import { LIBRARY_FACETS, libraryHref, withoutFacets } from "./library-href";

const t = translator("en", "library.list");

const EVERYTHING: LibraryChoice = withoutFacets({
  text: "",
  scope: "all",
  collection: "all",
  conditionId: null,
  regions: [],
  positions: [],
  equipment: [],
  kinds: [],
});

/** Why nothing is shown: the list itself is empty, or the search within it finds nothing. */
function reasonOf(choice: LibraryChoice) {
  const { text, scope, collection, conditionId } = choice;
  const narrowed = text !== "" || LIBRARY_FACETS.some((facet) => choice[facet].length > 0);
  if (collection === "condition" && conditionId === null) return "conditionChoose" as const;
  if (narrowed) return text === "" ? ("facets" as const) : ("text" as const);
  if (collection !== "all") return collection;
  return scope === "clinic" || scope === "mine" ? scope : ("facets" as const);
}

/** Nothing to show, and what to do about it. */
export function LibraryEmpty({ choice, mayEdit }: { choice: LibraryChoice; mayEdit: boolean }) {
  const reason = reasonOf(choice);
  const isOwn = reason === "clinic" || reason === "mine" || reason === "text";
  return (
    <EmptyState
      title={t(`empty.${reason}.title`)}
      icon={reason === "favourites" ? "star" : reason === "recent" ? "list" : "search"}
      action={
        reason === "conditionChoose" ? undefined : (
          <>
            <LinkButton href={libraryHref(EVERYTHING)}>{t("emptyAction")}</LinkButton>
            {mayEdit && isOwn && (
              <LinkButton href="/library/new" icon="plus">
                {t("make")}
              </LinkButton>
            )}
          </>
        )
      }
    >
      <p>{t(`empty.${reason}.text`)}</p>
    </EmptyState>
  );
}
