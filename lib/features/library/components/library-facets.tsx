import { translator } from "@/lib/i18n/translator";
import { LinkButton } from "@/lib/ui/button";
import { ChipLink, ChipRow } from "@/lib/ui/chip";
import { FACETS, type Facet } from "../facet-params";
import type { LibraryChoice } from "../loaders";
import type { SearchResult } from "../search-queries";
import { facetName } from "./facet-names";
import { libraryHref, toggled, withoutFacets } from "./library-href";

const t = translator("en", "library.list");

function FacetRow({
  facet,
  choice,
  result,
}: {
  facet: Facet;
  choice: LibraryChoice;
  result: SearchResult;
}) {
  const counted = result.facets[facet];
  const gone = choice[facet].filter((id) => !counted.some((one) => one.id === id));
  const values = [...counted, ...gone.map((id) => ({ id, count: 0 }))];
  if (values.length === 0) return null;
  return (
    <div>
      <p className="mb-1 text-sm text-secondary">{t(`facets.${facet}`)}</p>
      <ChipRow label={t(`facets.${facet}`)}>
        {values.map(({ id, count }) => (
          <ChipLink
            key={id}
            href={libraryHref(toggled(choice, facet, id))}
            replace
            scroll={false}
            selected={choice[facet].includes(id)}
            count={count}
          >
            {facetName(facet, id)}
          </ChipLink>
        ))}
      </ChipRow>
    </div>
  );
}

/** Facets as links with what each would leave; the region in sight, the others on demand. */
export function LibraryFacets({ choice, result }: { choice: LibraryChoice; result: SearchResult }) {
  const [regions, ...others] = FACETS;
  const chosen = FACETS.some((facet) => choice[facet].length > 0);
  return (
    <div className="grid gap-3">
      <FacetRow facet={regions} choice={choice} result={result} />
      <details
        className={result.total === 0 && !chosen ? "hidden" : undefined}
        open={others.some((facet) => choice[facet].length > 0)}
      >
        <summary className="w-fit rounded-control py-1 text-sm text-spruce">{t("filters")}</summary>
        <div className="mt-2 grid gap-3">
          {others.map((facet) => (
            <FacetRow key={facet} facet={facet} choice={choice} result={result} />
          ))}
        </div>
      </details>
      {chosen && (
        <div className="-ml-3">
          <LinkButton variant="quiet" size="sm" href={libraryHref(withoutFacets(choice))}>
            {t("clear")}
          </LinkButton>
        </div>
      )}
    </div>
  );
}
