import { ADVICE_KINDS, LOCALES } from "../../../domain/plan/plan-document";
import { translator } from "../../../i18n/translator";
import { Badge } from "../../../ui/badge";
import { Card } from "../../../ui/card";
import { facetName } from "../../library/components/facet-names";
import type { LibraryAdvice } from "../queries";

const t = translator("en", "advice");
const chosen = translator("en", "plans.builder.advice");

/** The advice in its parts, each in both languages with where it comes from. */
export function AdviceByKind({ items }: { items: readonly LibraryAdvice[] }) {
  const parts = ADVICE_KINDS.map((kind) => ({
    kind,
    own: items.filter((item) => item.kind === kind),
  })).filter(({ own }) => own.length > 0);
  return (
    <div className="grid grid-cols-1 gap-5">
      {parts.map(({ kind, own }) => (
        <Card key={kind} title={chosen(`kind.${kind}`)} subtitle={t(`when.${kind}`)}>
          <ul className="divide-y divide-line border-t border-line">
            {own.map((item) => (
              <Item key={item.id} item={item} />
            ))}
          </ul>
        </Card>
      ))}
    </div>
  );
}

function Item({ item }: { item: LibraryAdvice }) {
  const { regions, isDefault, reviewState, sources, words } = item;
  return (
    <li className="grid gap-2 py-4 last:pb-0">
      <div className="grid gap-x-8 gap-y-3 lg:grid-cols-2">
        {LOCALES.map((locale) => (
          <div key={locale} lang={locale}>
            <h3>{words[locale].title}</h3>
            <p className="max-w-[65ch]">{words[locale].body}</p>
          </div>
        ))}
      </div>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm text-secondary">
        {isDefault && <Badge tone="spruce">{chosen("default")}</Badge>}
        {reviewState === "draft" && <Badge>{t("draft")}</Badge>}
        <span>
          {regions.length === 0
            ? t("anyRegion")
            : regions.map((region) => facetName("regions", region)).join(" · ")}
        </span>
        {sources.length === 0 ? (
          <span>{t("own")}</span>
        ) : (
          <details className="min-w-0">
            <summary className="w-fit rounded-control text-spruce">
              {t("sources", { count: sources.length })}
            </summary>
            <ul className="mt-1 list-disc pl-5">
              {sources.map((source) => (
                <li key={source}>{source}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
}
