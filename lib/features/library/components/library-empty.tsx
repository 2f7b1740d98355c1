import { translator } from "@/lib/i18n/translator";
import { LinkButton } from "@/lib/ui/button";
import { EmptyState } from "@/lib/ui/empty-state";
import { FACETS } from "../facet-params";
import type { LibraryChoice } from "../loaders";
import { libraryHref, withoutFacets } from "./library-href";

const t = translator("en", "library.list");

const EVERYTHING: LibraryChoice = withoutFacets({
  text: "",
  scope: "all",
  collection: "all",
  conditionId: null,
  retired: false,
  regions: [],
  positions: [],
  equipment: [],
  kinds: [],
});

/** Why nothing is shown: the list itself is empty, or the search within it finds nothing. */
function reasonOf(choice: LibraryChoice) {
  const { text, scope, collection, conditionId, retired } = choice;
  const narrowed = text !== "" || FACETS.some((facet) => choice[facet].length > 0);
  if (retired) return text === "" ? ("retired" as const) : ("retiredText" as const);
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
