import { translator } from "@/lib/i18n/translator";
import { ChipLink, ChipRow } from "@/lib/ui/chip";
import type { TemplateList, TemplatesPage } from "../loaders";

const t = translator("en", "templates.list.lists");

const SHOWN: readonly TemplateList[] = ["all", "ready", "clinic", "mine"];

/** Whose templates; it stands in the address. What is retired is offered when there is any. */
export function TemplateFilters({ list, counts }: Pick<TemplatesPage, "list" | "counts">) {
  const lists: readonly TemplateList[] =
    counts.retired > 0 || list === "retired" ? [...SHOWN, "retired"] : SHOWN;
  return (
    <ChipRow label={t("label")}>
      {lists.map((one) => (
        <ChipLink
          key={one}
          href={one === "all" ? "/library/templates" : `/library/templates?list=${one}`}
          replace
          scroll={false}
          selected={one === list}
          count={counts[one]}
        >
          {t(one)}
        </ChipLink>
      ))}
    </ChipRow>
  );
}
