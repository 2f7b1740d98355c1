import type { Metadata } from "next";
import { AdviceByKind } from "@/lib/features/advice/components/advice-by-kind";
import { AdviceKinds } from "@/lib/features/advice/components/advice-kinds";
import { loadAdvice } from "@/lib/features/advice/loaders";
import { LibraryTabs } from "@/lib/features/library/components/library-tabs";
import { translator } from "@/lib/i18n/translator";
import { EmptyState } from "@/lib/ui/empty-state";
import { PageHeader } from "@/lib/ui/page-header";

export function generateMetadata(): Metadata {
  return { title: translator("en", "advice")("pageTitle") };
}

export default async function AdvicePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { kind, counts, items } = await loadAdvice(await searchParams);
  const t = translator("en", "advice");
  return (
    <>
      <PageHeader title={t("title")} subtitle={t("subtitle")}>
        <div className="grid gap-5">
          <LibraryTabs />
          <AdviceKinds kind={kind} counts={counts} />
        </div>
      </PageHeader>
      {items.length === 0 ? (
        <EmptyState title={t("emptyTitle")} icon="list">
          {t("emptyText")}
        </EmptyState>
      ) : (
        <AdviceByKind items={items} />
      )}
    </>
  );
}
