"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { PrecautionFinding } from "../../../../domain/cautions/precaution-check";
import { shortDate } from "../../../../i18n/date-words";
import { Badge } from "../../../../ui/badge";
import { Button } from "../../../../ui/button";
import { performed } from "../../draft-content";
import { CautionForm } from "./caution-form";
import { OverrideLine } from "./override-line";
import type { PrecautionPanelProps } from "./precaution-panel";

/** One reason, the exercises it concerns, how well it is supported, and what can be done about it. */
export function PrecautionFindingItem(
  props: PrecautionPanelProps & { finding: PrecautionFinding },
) {
  const { finding, lines, exerciseOf } = props;
  const t = useTranslations("plans.builder.precaution");
  const [writing, setWriting] = useState<string | null>(null);
  const contra = finding.severity === "contraindicated";
  const concerned = performed(lines).filter(({ lineId }) => finding.lineIds.includes(lineId));
  /** A caution stands with the exercise, whichever of its variants it is about. */
  const cautioned = lines.filter((line) =>
    performed([line]).some(({ lineId }) => finding.lineIds.includes(lineId)),
  );
  const nameOf = (slug: string) => exerciseOf(slug).name;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <Badge tone={contra ? "clay" : "marigold"}>
          {contra ? t("contraindicated") : t("precautionWord")}
        </Badge>
        <span className="font-semibold">{finding.conditionName}</span>
        <span className="text-sm text-secondary">
          {finding.traits.map(({ label }) => label).join(" · ")}
        </span>
      </p>
      <p className="mt-1">{finding.reason}</p>
      <p className="text-sm text-secondary">
        {t("concerns", {
          count: concerned.length,
          names: concerned.map(({ slug }) => nameOf(slug)).join(", "),
        })}
      </p>
      <Support finding={finding} />
      {finding.modification && (
        <p className="mt-2 rounded-control bg-marigold-tint px-3 py-2">
          <span className="block text-sm font-semibold text-marigold">{t("modification")}</span>
          {finding.modification}
        </p>
      )}
      {contra &&
        finding.traits.flatMap((trait) =>
          concerned
            .filter(({ lineId }) => trait.lineIds.includes(lineId))
            .map((line) => (
              <OverrideLine
                key={`${trait.id} ${line.lineId}`}
                {...props}
                line={line}
                rule={{ conditionId: finding.conditionId, trait: trait.id }}
              />
            )),
        )}
      <div className="mt-2 grid gap-2">
        {cautioned.map((line) =>
          writing === line.lineId ? (
            <CautionForm
              key={line.lineId}
              {...props}
              line={line}
              modification={finding.modification}
              onDone={() => setWriting(null)}
            />
          ) : null,
        )}
        {!contra && writing === null && (
          <div className="flex flex-wrap gap-2">
            {cautioned.map(({ lineId, slug }) => (
              <Button key={lineId} size="sm" onClick={() => setWriting(lineId)}>
                {cautioned.length === 1
                  ? t("writeCaution")
                  : `${t("writeCaution")}: ${nameOf(slug)}`}
              </Button>
            ))}
          </div>
        )}
      </div>
    </>
  );
}

function Support({ finding }: { finding: PrecautionFinding }) {
  const t = useTranslations("plans.builder.precaution");
  const { evidence, sources, endsOn, endsText, siteUnknown, dateUnknown } = finding;
  return (
    <details className="mt-1 text-sm text-secondary">
      <summary className="inline-block min-h-6 underline underline-offset-3">
        {t("evidenceLabel")}: {t(`evidence.${evidence}`)}
        {endsOn && ` · ${t("ends", { date: shortDate(endsOn, "en") })}`}
      </summary>
      <div className="mt-1 grid gap-1">
        {siteUnknown && <p>{t("siteUnknown")}</p>}
        {dateUnknown && <p>{t("dateUnknown")}</p>}
        {endsText && <p>{t("endsText", { text: endsText })}</p>}
        {sources.length > 0 && (
          <div>
            {t("sources")}
            <ul className="list-disc pl-5">
              {sources.map(({ title, url }) => (
                <li key={url}>
                  <a href={url} target="_blank" rel="noreferrer" className="underline">
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </details>
  );
}
