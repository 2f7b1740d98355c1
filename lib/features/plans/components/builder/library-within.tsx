"use client";

import { useTranslations } from "use-intl";
import { type LibraryScope, SCOPES } from "../../../../domain/library/lists";
import { SelectField } from "../../../../ui/select-field";
import type { useLibrarySearch, Within } from "./use-library-search";

const FOR = "for ";

/** Whose exercises and which list, in one row; the conditions are the patient's own. */
export function LibraryWithin({
  search: { within, setWithin },
  conditions,
}: {
  search: ReturnType<typeof useLibrarySearch>;
  conditions: readonly { readonly id: string; readonly name: string }[];
}) {
  const t = useTranslations("plans.builder.library");
  const list =
    within.collection === "condition" ? `${FOR}${within.conditionId}` : within.collection;
  const chooseList = (value: string) =>
    setWithin({
      ...within,
      collection: value.startsWith(FOR) ? "condition" : (value as Within["collection"]),
      conditionId: value.startsWith(FOR) ? value.slice(FOR.length) : null,
    });
  return (
    <div className="grid grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)] gap-2">
      <SelectField
        label={t("list")}
        labelHidden
        value={list}
        onChange={(event) => chooseList(event.target.value)}
        options={[
          ...(["all", "favourites", "recent"] as const).map((value) => ({
            value: value as string,
            label: t(`lists.${value}`),
          })),
          ...conditions.map(({ id, name }) => ({
            value: `${FOR}${id}`,
            label: t("usedFor", { condition: name }),
          })),
        ]}
      />
      <SelectField
        label={t("scope")}
        labelHidden
        value={within.scope}
        onChange={(event) => setWithin({ ...within, scope: event.target.value as LibraryScope })}
        options={SCOPES.map((value) => ({ value, label: t(`scopes.${value}`) }))}
      />
    </div>
  );
}
