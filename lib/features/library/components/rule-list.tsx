import { translator } from "@/lib/i18n/translator";
import { Badge } from "@/lib/ui/badge";
import { Card } from "@/lib/ui/card";
import type { ExerciseDetail, RuleView } from "../queries";

const t = translator("en", "library.page");

function Rule({ rule }: { rule: RuleView }) {
  const { severity, conditionName, traitLabel, modification, endsText, evidence, sources } = rule;
  return (
    <li className="border-t border-line py-3.5 first:border-t-0 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
        <Badge tone={severity === "contraindicated" ? "clay" : "marigold"}>
          {t(`severity.${severity}`)}
        </Badge>
        <h3>{conditionName}</h3>
        <span className="text-sm text-secondary">{traitLabel}</span>
      </div>
      <p className="mt-1 max-w-[75ch]">{rule.reason}</p>
      {modification && (
        <p className="mt-0.5 max-w-[75ch]">
          <span className="text-secondary">{t("modification")}:</span> {modification}
        </p>
      )}
      {endsText && <p className="mt-0.5 max-w-[75ch] text-secondary">{endsText}.</p>}
      <p className="mt-1 text-sm text-secondary">
        {t(`evidence.${evidence}`)}
        {sources.map(({ title, url }) => (
          <span key={`${title} ${url}`}>
            {" · "}
            {/^https?:/.test(url) ? (
              <a href={url} target="_blank" rel="noreferrer" className="underline">
                {title}
                <span className="sr-only"> ({t("newTab")})</span>
              </a>
            ) : (
              title
            )}
          </span>
        ))}
      </p>
    </li>
  );
}

/** The rules that can fire for this exercise, strongest first; those that fire for all come folded. */
export function RuleList({ exercise }: { exercise: ExerciseDetail }) {
  const { rules, anyRules } = exercise;
  const contraindicated = rules.filter((rule) => rule.severity === "contraindicated").length;
  return (
    <Card
      title={t("rules")}
      subtitle={
        rules.length > 0 ? t("rulesNote", { count: rules.length, contraindicated }) : undefined
      }
    >
      {rules.length === 0 && <p className="text-secondary">{t("rulesNone")}</p>}
      <ul>
        {rules.map((rule) => (
          <Rule key={rule.id} rule={rule} />
        ))}
      </ul>
      <details className="mt-3 border-t border-line pt-3">
        <summary className="w-fit rounded-control py-1 text-spruce">
          {t("anyRules", { count: anyRules.length })}
        </summary>
        <ul className="mt-3">
          {anyRules.map((rule) => (
            <Rule key={rule.id} rule={rule} />
          ))}
        </ul>
      </details>
    </Card>
  );
}
