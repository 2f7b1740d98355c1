"use client";

import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { LiveRegion } from "@/lib/ui/live-region";
import { SearchField } from "@/lib/ui/search-field";
import { findTemplates } from "../find-templates";
import type { TemplateCard } from "../queries";
import { TemplateCards } from "./template-cards";

/** A list of templates, narrowed while one types; all of them are here, so nothing is asked for. */
export function TemplateBrowser({
  items,
  filters,
}: {
  items: readonly TemplateCard[];
  filters: ReactNode;
}) {
  const t = useTranslations("templates.list");
  const [text, setText] = useState("");
  const found = findTemplates(items, { text, region: null, conditionIds: [] });
  return (
    <>
      <div className="mb-5 flex flex-wrap items-center justify-between gap-3">
        {filters}
        <SearchField
          label={t("search")}
          shortcut="/"
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="w-full sm:w-80"
        />
      </div>
      <LiveRegion>{text.trim() ? t("found", { count: found.length }) : ""}</LiveRegion>
      {found.length > 0 && (
        <section aria-label={t("label")}>
          <TemplateCards items={found.map(({ template }) => template)} />
        </section>
      )}
      {found.length === 0 && items.length > 0 && (
        <p className="py-6 wrap-anywhere text-secondary">{t("none", { text: text.trim() })}</p>
      )}
    </>
  );
}
