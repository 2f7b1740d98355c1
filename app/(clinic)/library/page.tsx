import type { Metadata } from "next";
import { ExerciseCards } from "@/lib/features/library/components/exercise-cards";
import { LibraryEmpty } from "@/lib/features/library/components/library-empty";
import { LibraryFacets } from "@/lib/features/library/components/library-facets";
import { LibraryScopes } from "@/lib/features/library/components/library-scopes";
import { LibrarySearch } from "@/lib/features/library/components/library-search";
import { LibraryTabs } from "@/lib/features/library/components/library-tabs";
import { loadLibrary } from "@/lib/features/library/loaders";
import { translator } from "@/lib/i18n/translator";
import { LinkButton } from "@/lib/ui/button";
import { LiveRegion } from "@/lib/ui/live-region";
import { Notice } from "@/lib/ui/notice";
import { PageHeader } from "@/lib/ui/page-header";

export const metadata: Metadata = { title: "Library" };

export default async function LibraryPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const page = await loadLibrary(await searchParams);
  const { choice, result, marks, error, mayEdit, conditions } = page;
  const t = translator("en", "library.list");
  const count = result?.total ?? 0;
  return (
    <>
      <PageHeader
        title={t("title")}
        subtitle={t(choice.retired ? "subtitleRetired" : "subtitle", { count })}
        actions={
          <>
            <LibrarySearch
              choice={choice}
              label={t("search")}
              hint={t("searchHint")}
              trailing={choice.text ? String(count) : null}
            />
            {mayEdit && (
              <>
                <LinkButton href="/library/import">
                  {translator("en", "imports")("link")}
                </LinkButton>
                <LinkButton href="/library/new" icon="plus">
                  {t("make")}
                </LinkButton>
              </>
            )}
          </>
        }
      >
        <div className="grid gap-5">
          <LibraryTabs />
          <LibraryScopes choice={choice} conditions={conditions} mayEdit={mayEdit} />
          {result && !choice.retired && <LibraryFacets choice={choice} result={result} />}
        </div>
      </PageHeader>
      <LiveRegion>{result ? t("announce", { count }) : ""}</LiveRegion>
      {error && <Notice tone="clay">{error}</Notice>}
      {result?.meant && (
        <p className="mb-3 text-secondary">
          {t("meant", { typed: choice.text.trim(), meant: result.meant })}
        </p>
      )}
      {result && result.items.length > 0 && (
        <section aria-label={t("results")}>
          {choice.retired && <p className="mb-3 text-secondary">{t("retiredNote")}</p>}
          <ExerciseCards items={result.items} marks={marks} />
          {result.items.length < count && (
            <p className="mt-4 text-secondary">
              {t(choice.retired ? "cutRetired" : "cut", { shown: result.items.length, count })}
            </p>
          )}
        </section>
      )}
      {!error && !result?.items.length && <LibraryEmpty choice={choice} mayEdit={mayEdit} />}
    </>
  );
}
