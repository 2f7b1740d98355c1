import { COLLECTIONS, SCOPES } from "@/lib/domain/library/lists";
import { translator } from "@/lib/i18n/translator";
import { ChipLink, ChipRow } from "@/lib/ui/chip";
import type { LibraryChoice, LibraryPage } from "../loaders";
import { ConditionSelect } from "./condition-select";
import { libraryHref, withoutFacets } from "./library-href";

const t = translator("en", "library.list");

/** Whose exercises, and which list of them; both stand in the address. */
export function LibraryScopes({
  choice,
  conditions,
  mayEdit,
}: Pick<LibraryPage, "choice" | "conditions" | "mayEdit">) {
  const link = (to: Partial<LibraryChoice>) => libraryHref({ ...choice, retired: false, ...to });
  return (
    <div className="flex min-h-target flex-wrap items-center gap-x-5 gap-y-3">
      <ChipRow label={t("scope")}>
        {SCOPES.map((scope) => (
          <ChipLink
            key={scope}
            href={link({ scope })}
            replace
            scroll={false}
            selected={choice.scope === scope && !choice.retired}
          >
            {t(`scopes.${scope}`)}
          </ChipLink>
        ))}
        {mayEdit && choice.scope === "clinic" && (
          <ChipLink
            href={link(withoutFacets({ ...choice, collection: "all", retired: !choice.retired }))}
            replace
            scroll={false}
            selected={choice.retired}
          >
            {t("retired")}
          </ChipLink>
        )}
      </ChipRow>
      <ChipRow label={t("collection")}>
        {COLLECTIONS.filter((list) => list !== "all").map((collection) => {
          const selected = choice.collection === collection;
          return (
            <ChipLink
              key={collection}
              href={link({ collection: selected ? "all" : collection })}
              replace
              scroll={false}
              selected={selected}
            >
              {t(`collections.${collection}`)}
            </ChipLink>
          );
        })}
      </ChipRow>
      {choice.collection === "condition" && (
        <ConditionSelect
          choice={choice}
          conditions={conditions}
          label={t("condition")}
          placeholder={t("conditionChoose")}
        />
      )}
    </div>
  );
}
