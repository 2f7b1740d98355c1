import type { DocumentVariant, Locale } from "../../../domain/plan/plan-document";
import { documentTranslator } from "../../../i18n/document-words";
import { dosageInWords } from "../../../i18n/dosage-words";

/** What may be done instead, with its dose; how it is done is a press away. */
export function VariantList({
  variants,
  locale,
}: {
  variants: readonly DocumentVariant[];
  locale: Locale;
}) {
  const t = documentTranslator(locale);
  if (variants.length === 0) return null;
  return (
    <dl className="grid gap-2 border-s-3 border-line ps-4">
      {variants.map((variant) => (
        <div key={variant.prescribedId}>
          <dt className="text-sm font-semibold text-secondary">
            {t(`ladder.${variant.direction}`)}
          </dt>
          <dd>
            <p>
              <bdi lang={variant.writtenIn ?? undefined} className="font-semibold">
                {variant.name}
              </bdi>
              <span className="text-spruce tabular-nums">
                : {dosageInWords(variant.dosage, locale).amount}
              </span>
            </p>
            <VariantSteps variant={variant} locale={locale} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function VariantSteps({ variant, locale }: { variant: DocumentVariant; locale: Locale }) {
  const { setup, steps, writtenIn } = variant;
  const lang = writtenIn ?? undefined;
  if (setup === "" && steps.length === 0) return null;
  return (
    <details className="print:hidden">
      <summary className="inline-flex min-h-target-sm items-center text-secondary underline underline-offset-3">
        {documentTranslator(locale)("ladder.steps")}
        <span className="sr-only">: {variant.name}</span>
      </summary>
      {setup !== "" && <p lang={lang}>{setup}</p>}
      <ol lang={lang} className="list-decimal space-y-0.5 ps-5 marker:text-secondary">
        {steps
          .map((step, i) => ({ n: i + 1, step }))
          .map(({ n, step }) => (
            <li key={n}>{step}</li>
          ))}
      </ol>
    </details>
  );
}
