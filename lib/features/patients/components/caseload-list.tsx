"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { searchable } from "@/lib/domain/library/search-text";
import { Button, LinkButton } from "@/lib/ui/button";
import { DataTable } from "@/lib/ui/data-table";
import { EmptyState } from "@/lib/ui/empty-state";
import { LiveRegion } from "@/lib/ui/live-region";
import { PageHeader } from "@/lib/ui/page-header";
import { SearchField } from "@/lib/ui/search-field";
import { showToast } from "@/lib/ui/toast";
import { caseloadFactsAction } from "../actions";
import { clinicalColumns, contactColumns, type FactsById } from "./caseload-columns";
import type { RowWords } from "./row-words";

const WAIT_MS = 200;

/** Loads the numbers of rows that come into the list, a page at a time. */
function useFacts(first: FactsById, shown: readonly RowWords[], pageSize: number, failed: string) {
  const [more, setMore] = useState<FactsById>({});
  const asked = useRef(new Set<string>());
  const facts: FactsById = { ...more, ...first };
  const missing = shown
    .filter(({ id, hasFacts }) => hasFacts && facts[id] === undefined && !asked.current.has(id))
    .map(({ id }) => id)
    .slice(0, pageSize)
    .join(",");

  useEffect(() => {
    if (missing === "") return;
    const ids = missing.split(",");
    const timer = setTimeout(async () => {
      for (const id of ids) asked.current.add(id);
      const answer = await caseloadFactsAction(ids).catch(() => null);
      const none = Object.fromEntries(ids.map((id) => [id, null]));
      if (answer?.status === "ok") setMore((known) => ({ ...known, ...none, ...answer.facts }));
      else showToast({ message: failed, tone: "error" });
    }, WAIT_MS);
    return () => clearTimeout(timer);
  }, [missing, failed]);

  return facts;
}

function matches(row: RowWords, words: readonly string[]): boolean {
  return words.every((word) => row.searchText.includes(word));
}

/**
 * The list with its search. Names are searched here, in the browser, and never become part of an address
 * or a request.
 */
export function CaseloadList({
  rows,
  facts: firstFacts,
  pageSize,
  showsClinical,
  title,
  subtitle,
  filters,
  empty,
}: {
  rows: readonly RowWords[];
  facts: FactsById;
  pageSize: number;
  showsClinical: boolean;
  title: string;
  subtitle: string;
  filters: ReactNode;
  /** Shown instead of a table without rows. */
  empty: ReactNode;
}) {
  const t = useTranslations("patients.caseload");
  const [text, setText] = useState("");
  const [limit, setLimit] = useState(pageSize);
  const words = searchable(text).split(" ").filter(Boolean);
  const found = words.length > 0 ? rows.filter((row) => matches(row, words)) : rows;
  const shown = found.slice(0, limit);
  const facts = useFacts(firstFacts, shown, pageSize, t("factsFailed"));
  return (
    <>
      <PageHeader
        title={title}
        subtitle={subtitle}
        actions={
          <>
            {rows.length > 0 && (
              <SearchField
                label={t("find")}
                placeholder={t("find")}
                title={t("findHint")}
                shortcut="/"
                value={text}
                onChange={(event) => setText(event.target.value)}
                className="w-full sm:w-64"
              />
            )}
            {showsClinical && rows.length > 0 && (
              <LinkButton href="/caseload/print" icon="print" className="max-sm:w-full">
                {t("print")}
              </LinkButton>
            )}
            <LinkButton href="/patients/new" variant="primary" className="max-sm:w-full">
              {t("new")}
            </LinkButton>
          </>
        }
      >
        {filters}
      </PageHeader>
      <LiveRegion>{words.length > 0 ? t("found", { count: found.length }) : ""}</LiveRegion>
      {rows.length === 0 ? (
        empty
      ) : found.length === 0 ? (
        <EmptyState
          title={t("searchEmptyTitle")}
          icon="search"
          action={<Button onClick={() => setText("")}>{t("clearSearch")}</Button>}
        >
          {t("searchEmptyText")}
        </EmptyState>
      ) : (
        <DataTable
          caption={t("caption", { count: shown.length })}
          captionHidden
          columns={showsClinical ? clinicalColumns(t, facts) : contactColumns(t)}
          rows={shown}
          rowKey={(row) => row.id}
        />
      )}
      {found.length > shown.length && (
        <div className="mt-4 flex flex-wrap items-center gap-4">
          <Button onClick={() => setLimit(limit + pageSize)}>
            {t("more", { count: Math.min(pageSize, found.length - shown.length) })}
          </Button>
          <p className="text-sm text-secondary tabular-nums">
            {t("shown", { shown: shown.length, total: found.length })}
          </p>
        </div>
      )}
      {showsClinical && shown.some(({ hasFacts }) => hasFacts) && (
        <p className="mt-3 max-w-[80ch] text-xs text-secondary">{t("note")}</p>
      )}
    </>
  );
}
