import { listWords } from "@/lib/features/library/components/facet-names";
import { translator } from "@/lib/i18n/translator";
import { Card } from "@/lib/ui/card";
import type { TemplateDetail } from "../queries";

const t = translator("en", "templates.page");
const LOCALES = ["en", "es"] as const;

function Fact({ term, words }: { term: string; words: string }) {
  if (!words) return null;
  return (
    <div className="flex flex-wrap gap-x-3 border-t border-line py-2 first:border-t-0 first:pt-0 last:pb-0">
      <dt className="w-28 shrink-0 text-secondary">{term}</dt>
      <dd className="min-w-0 flex-1 basis-40">{words}</dd>
    </div>
  );
}

/** Whom the set is meant for. */
export function ForWhomCard({ template }: { template: TemplateDetail }) {
  return (
    <Card title={t("forWhom")}>
      <p className="mb-3 max-w-[75ch]">{template.summary}</p>
      <dl className="border-t border-line pt-2">
        <Fact
          term={t("conditions")}
          words={template.conditions.map(({ name }) => name).join(", ")}
        />
        <Fact term={t("regions")} words={listWords("regions", template.regions)} />
      </dl>
    </Card>
  );
}

/** What the patient will read at the top of the plan. */
export function NoteCard({ template: { texts } }: { template: TemplateDetail }) {
  return (
    <Card title={t("note")} subtitle={t("noteNote")}>
      {LOCALES.map((locale) => (
        <div key={locale} className="border-t border-line py-2.5 first:border-t-0 last:pb-0">
          <h3 className="text-sm text-secondary">{t(`languages.${locale}`)}</h3>
          {texts[locale]?.note ? (
            <p lang={locale} className="max-w-[60ch] whitespace-pre-line">
              {texts[locale].note}
            </p>
          ) : (
            <p className="text-secondary">{t("noNote")}</p>
          )}
        </div>
      ))}
    </Card>
  );
}

/** Where choice and doses come from. */
export function BasisCard({ template: { basis, sources } }: { template: TemplateDetail }) {
  return (
    <Card title={t("basis")}>
      <p className="max-w-[60ch]">{basis}</p>
      <h3 className="mt-3 text-sm text-secondary">{t("sources")}</h3>
      {sources.length === 0 ? (
        <p className="text-secondary">{t("noSources")}</p>
      ) : (
        <ul>
          {sources.map((title) => (
            <li key={title}>{title}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}
