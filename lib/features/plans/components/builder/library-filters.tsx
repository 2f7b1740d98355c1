"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../../../ui/button";
import { Chip, ChipRow } from "../../../../ui/chip";
import { facetWords } from "./facet-words";
import { FACETS, type Facet, type useLibrarySearch } from "./use-library-search";

/** Chips shown before "More filters": what is chosen, then the regions with most exercises. */
const FIRST_CHIPS = 5;

/** Facets as chips; a count says what would be left. */
export function LibraryFilters({ search }: { search: ReturnType<typeof useLibrarySearch> }) {
  const t = useTranslations("plans.builder.library");
  const [opened, setOpened] = useState(false);
  const { result, chosen, toggle } = search;
  if (!result) return null;
  const words = (facet: Facet, id: string) =>
    facet === "equipment" && id === "none" ? t("noEquipment") : facetWords(id);
  const chip = (facet: Facet, id: string, count?: number) => (
    <Chip
      key={`${facet} ${id}`}
      selected={chosen[facet].includes(id)}
      count={count}
      className="!px-3"
      onClick={() => toggle(facet, id)}
    >
      {words(facet, id)}
    </Chip>
  );
  const chosenChips = FACETS.flatMap((facet) => chosen[facet].map((id) => ({ facet, id })));
  const firstRegions = result.facets.regions
    .filter(({ id }) => !chosen.regions.includes(id))
    .slice(0, Math.max(0, FIRST_CHIPS - chosenChips.length));
  return (
    <div className="grid gap-2">
      {opened ? (
        FACETS.map((facet) => (
          <div key={facet}>
            <p className="mb-1 text-sm text-secondary">{t(facet)}</p>
            <ChipRow label={t(facet)}>
              {result.facets[facet].map(({ id, count }) => chip(facet, id, count))}
            </ChipRow>
          </div>
        ))
      ) : (
        <ChipRow label={t("regions")}>
          {chosenChips.map(({ facet, id }) => chip(facet, id))}
          {firstRegions.map(({ id }) => chip("regions", id))}
        </ChipRow>
      )}
      <div className="-ml-3 flex flex-wrap gap-1">
        <Button
          variant="quiet"
          size="sm"
          aria-expanded={opened}
          className="!font-normal"
          onClick={() => setOpened(!opened)}
        >
          {opened ? t("fewerFilters") : t("moreFilters")}
        </Button>
        {search.isFiltered && (
          <Button variant="quiet" size="sm" className="!font-normal" onClick={search.clear}>
            {t("clearFilters")}
          </Button>
        )}
      </div>
    </div>
  );
}
