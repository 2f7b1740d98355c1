"use client";

import { useTranslations } from "use-intl";
import { ChipLink, ChipRow } from "@/lib/ui/chip";
import { Menu } from "@/lib/ui/menu";
import type { CaseloadView } from "../caseload-queries";
import type { Therapist } from "../record-queries";
import type { CaseloadFilter, CaseloadInput, CaseloadSort } from "../schema";

const FILTERS: readonly CaseloadFilter[] = ["all", "plan", "no-plan", "archived"];
const SORTS: readonly CaseloadSort[] = ["name", "last-session"];

/** The address of the list with these choices; what is usual is left out. */
export function caseloadHref({ filter, sort, therapistId }: CaseloadInput): string {
  const query = new URLSearchParams();
  if (filter !== "all") query.set("filter", filter);
  if (therapistId) query.set("therapist", therapistId);
  if (sort !== "name") query.set("sort", sort);
  return query.size > 0 ? `/caseload?${query}` : "/caseload";
}

/** Whom the list shows, and in what order. */
export function CaseloadFilters({
  input,
  counts,
  therapists,
  showsClinical,
}: {
  input: CaseloadInput;
  counts: CaseloadView["counts"];
  therapists: readonly Therapist[];
  showsClinical: boolean;
}) {
  const t = useTranslations("patients.caseload");
  const chosen = therapists.find(({ userId }) => userId === input.therapistId);
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <ChipRow label={t("filters")}>
        {FILTERS.filter((filter) => counts[filter] !== null).map((filter) => (
          <ChipLink
            key={filter}
            href={caseloadHref({ ...input, filter })}
            selected={input.filter === filter}
            count={counts[filter] ?? undefined}
          >
            {t(`filter.${filter}`)}
          </ChipLink>
        ))}
      </ChipRow>
      <div className="flex flex-wrap gap-2">
        {therapists.length > 1 && (
          <Menu
            label={t("therapist")}
            size="sm"
            variant="quiet"
            entries={[
              {
                id: "all",
                label: t("allTherapists"),
                href: caseloadHref({ ...input, therapistId: null }),
              },
              ...therapists.map(({ userId, name }) => ({
                id: userId,
                label: name,
                href: caseloadHref({ ...input, therapistId: userId }),
              })),
            ]}
          >
            {chosen?.name ?? t("allTherapists")}
          </Menu>
        )}
        {showsClinical && (
          <Menu
            label={t("sort")}
            size="sm"
            variant="quiet"
            entries={SORTS.map((sort) => ({
              id: sort,
              label: t(`sortBy.${sort}`),
              href: caseloadHref({ ...input, sort }),
            }))}
          >
            {t(`sortedBy.${input.sort}`)}
          </Menu>
        )}
      </div>
    </div>
  );
}
