import type { Metadata } from "next";
import { ExerciseCards } from "@/lib/features/library/components/exercise-cards";
import { LibraryFacets } from "@/lib/features/library/components/library-facets";
import { LibrarySearch } from "@/lib/features/library/components/library-search";
import { LibraryTabs } from "@/lib/features/library/components/library-tabs";
import { loadLibrary } from "@/lib/features/library/loaders";
import { translator } from "@/lib/i18n/translator";
import { LinkButton } from "@/lib/ui/button";
import { EmptyState } from "@/lib/ui/empty-state";
import { LiveRegion } from "@/lib/ui/live-region";
import { Notice } from "@/lib/ui/notice";
import { PageHeader } from "@/lib/ui/page-header";

export const metadata: Metadata = { title: "Library" };

export default async function LibraryPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { choice, result, error, mayEdit } = await loadLibrary(await searchParams);
  const t = translator("en", "library.list");
  const count = result?.total ?? 0;
  return (
    <>
      <PageHeader
        title={t("title")}
        subtitle={result && t("subtitle", { count })}
        actions={
          <>
            <LibrarySearch
              choice={choice}
              label={t("search")}
              hint={t("searchHint")}
              trailing={choice.text ? String(count) : null}
            />
            {mayEdit && (
              <LinkButton href="/library/import">{translator("en", "imports")("link")}</LinkButton>
            )}
          </>
        }
      >
        <div className="grid gap-5">
          <LibraryTabs />
          {result && <LibraryFacets choice={choice} result={result} />}
        </div>
      </PageHeader>
      <LiveRegion>{result ? t("announce", { count }) : ""}</LiveRegion>
      {error && <Notice tone="clay">{error}</Notice>}
      {result && result.items.length > 0 && (
        <section aria-label={t("results")}>
          <ExerciseCards items={result.items} />
        </section>
      )}
      {result?.items.length === 0 && (
        <EmptyState
          title={t("emptyTitle")}
          icon="search"
          action={<LinkButton href="/library">{t("emptyAction")}</LinkButton>}
        >
          <p>{choice.text ? t("emptyText") : t("emptyFacets")}</p>
        </EmptyState>
      )}
    </>
  );
}
