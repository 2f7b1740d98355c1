import { translator } from "@/lib/i18n/translator";
import { Badge } from "@/lib/ui/badge";
import { Card } from "@/lib/ui/card";
import type { TemplateLine } from "../line-queries";
import { type TemplateRule, templateRules } from "../template-rules";

const t = translator("en", "templates.page");

function Rule({ rule, of }: { rule: TemplateRule; of: number }) {
  const { conditionName, exercises, reasons } = rule;
  const isAll = of > 1 && exercises.length === of;
  return (
    <li className="border-t border-line py-3 first:border-t-0 first:pt-0 last:pb-0">
      <h3>{conditionName}</h3>
      <p className="text-sm">{isAll ? t("all") : exercises.map(({ name }) => name).join(" · ")}</p>
      {reasons.map((reason) => (
        <p key={reason} className="max-w-[75ch] text-sm text-secondary">
          {reason}
        </p>
      ))}
    </li>
  );
}

/** Conditions to think of before the set is used: contraindications in sight, precautions on demand. */
export function TemplateRuleList({ lines }: { lines: readonly TemplateLine[] }) {
  const rules = templateRules(lines);
  const of = new Set(
    lines.filter(({ obstacle }) => obstacle === null).map(({ exercise }) => exercise.slug),
  ).size;
  const contraindicated = rules.filter(({ severity }) => severity === "contraindicated");
  const precautions = rules.filter(({ severity }) => severity === "precaution");
  return (
    <Card title={t("rules")} subtitle={rules.length > 0 ? t("rulesNote") : undefined}>
      {rules.length === 0 && <p className="text-secondary">{t("rulesNone")}</p>}
      {contraindicated.length > 0 && (
        <>
          <div className="mb-2">
            <Badge tone="clay">{t("contraindicated")}</Badge>
          </div>
          <ul>
            {contraindicated.map((rule) => (
              <Rule key={rule.conditionId} rule={rule} of={of} />
            ))}
          </ul>
        </>
      )}
      {precautions.length > 0 && (
        <details className="mt-3 border-t border-line pt-3 first:mt-0">
          <summary className="w-fit rounded-control py-1 text-spruce">
            {t("precautions", { count: precautions.length })}
          </summary>
          <ul className="mt-3">
            {precautions.map((rule) => (
              <Rule key={rule.conditionId} rule={rule} of={of} />
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}
