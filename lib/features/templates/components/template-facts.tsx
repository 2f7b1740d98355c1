import { listWords } from "@/lib/features/library/components/facet-names";
import { translator } from "@/lib/i18n/translator";
import { Card } from "@/lib/ui/card";
import { Notice } from "@/lib/ui/notice";
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

/** Whose it is, and what has to be known before it is used. */
export function TemplateStanding({ template }: { template: TemplateDetail }) {
  const { origin, author, isRetired, reviewState } = template;
  return (
    <>
      {origin !== "ready" && (
        <p className="mb-4 wrap-anywhere text-secondary">
          {t(`origin.${origin}`, { author: author ?? "" })}
        </p>
      )}
      {isRetired && (
        <Notice icon="info" title={t("retiredTitle")} className="mb-4">
          {t("retiredText")}
        </Notice>
      )}
      {reviewState === "draft" && (
        <Notice icon="info" title={t("draftTitle")} className="mb-4">
          {t("draftText")}
        </Notice>
      )}
    </>
  );
}

/** Whom the set is meant for. */
export function ForWhomCard({ template }: { template: TemplateDetail }) {
  return (
    <Card title={t("forWhom")}>
      {template.summary === "" ? (
        <p className="mb-3 text-secondary">{t("noSummary")}</p>
      ) : (
        <p className="mb-3 max-w-[75ch] wrap-anywhere">{template.summary}</p>
      )}
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
            <p lang={locale} dir="auto" className="max-w-[60ch] wrap-anywhere whitespace-pre-line">
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

/** Where choice and doses come from; nothing for a template that was made here and says nothing of it. */
export function BasisCard({ template: { basis, sources, origin } }: { template: TemplateDetail }) {
  if (origin !== "ready" && basis === "" && sources.length === 0) return null;
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
