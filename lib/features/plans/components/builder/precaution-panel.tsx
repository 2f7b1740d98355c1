"use client";

import Link from "next/link";
import { type Dispatch, useState } from "react";
import { useTranslations } from "use-intl";
import type { UnresolvedContraindication } from "../../../../domain/cautions/override";
import type { PrecautionFinding } from "../../../../domain/cautions/precaution-check";
import { Button } from "../../../../ui/button";
import { cx } from "../../../../ui/cx";
import type { BuilderData } from "../../builder-queries";
import type { BuilderAction } from "../../builder-state";
import type { ContentLine } from "../../draft-content";
import type { PlanExercise } from "../../exercise-queries";
import { PrecautionFindingItem } from "./precaution-finding";

export interface PrecautionPanelProps {
  readonly data: BuilderData;
  readonly findings: readonly PrecautionFinding[];
  readonly unresolved: readonly UnresolvedContraindication[];
  readonly lines: readonly ContentLine[];
  readonly exerciseOf: (slug: string) => PlanExercise;
  readonly dispatch: Dispatch<BuilderAction>;
  /** Of a line, or of a variant by its own id. */
  readonly onRemove: (id: string) => void;
  /** Saves what is on the screen; a reason belongs to a line that the server knows. */
  readonly flush: () => Promise<boolean>;
}

/** Where the card of a finding scrolls to. */
export function findingId({ conditionId, severity, reason }: PrecautionFinding): string {
  return `finding-${conditionId}-${severity}-${reason.length}-${reason.slice(0, 24).replace(/[^a-zA-Z0-9]+/g, "-")}`;
}

/** Warnings of the whole plan grouped by reason, strongest first. */
export function PrecautionPanel(props: PrecautionPanelProps) {
  const { data, findings } = props;
  const t = useTranslations("plans.builder.precaution");
  const [opened, setOpened] = useState(true);
  const contra = findings.filter(({ severity }) => severity === "contraindicated").length;
  const caution = findings.length - contra;
  const counts = t("counts", { contra, caution, both: contra > 0 && caution > 0 ? "yes" : "no" });
  return (
    <section id="precautions" aria-label={t("title")} className="scroll-mt-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-lg">
          {t("title")}
          {findings.length > 0 && (
            <span
              className={cx(
                "ml-2 text-base font-semibold",
                contra > 0 ? "text-clay" : "text-marigold",
              )}
            >
              {counts}
            </span>
          )}
        </h2>
        {findings.length > 0 && (
          <Button
            variant="quiet"
            size="sm"
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
          >
            {opened ? t("hide") : t("show")}
          </Button>
        )}
      </div>
      {data.conditions.length === 0 ? (
        <p className="text-sm text-secondary">
          {t("noConditions")}{" "}
          <Link
            href={`/patients/${data.patientId}/record`}
            className="font-semibold text-spruce underline underline-offset-3"
          >
            {t("record")}
          </Link>
        </p>
      ) : (
        <p className="text-sm text-secondary">
          {findings.length === 0 && `${t("none")} `}
          {data.rules.status === "draft" && t("draft")}
        </p>
      )}
      {opened && findings.length > 0 && (
        <ul className="mt-2 divide-y divide-line rounded-card border border-line bg-surface">
          {findings.map((finding) => (
            <li key={findingId(finding)} id={findingId(finding)} className="scroll-mt-4 px-4 py-3">
              <PrecautionFindingItem {...props} finding={finding} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
