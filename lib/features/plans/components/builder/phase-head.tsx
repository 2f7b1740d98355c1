"use client";

import { useTranslations } from "use-intl";
import type { Phase } from "../../../../domain/plan/phase";
import { phaseBeginWords } from "../../../../i18n/phase-words";
import { Button } from "../../../../ui/button";
import { PhaseEditor } from "./phase-editor";
import type { Builder } from "./use-builder";
import type { Phases } from "./use-phases";

/** What the phase shown is for and how it begins; its editor opens in place. */
export function PhaseHead({
  builder,
  phases,
  phase,
  canEdit,
}: {
  builder: Builder;
  phases: Phases;
  phase: Phase;
  canEdit: boolean;
}) {
  const t = useTranslations("structure.phase");
  const isFirst = builder.state.content.phases[0]?.phaseId === phase.phaseId;
  const { editing, setEditing } = phases;
  return (
    <div>
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <div className="min-w-0 flex-1 basis-60">
          {phase.aim && (
            <p dir="auto" className="font-semibold break-words">
              {phase.aim}
            </p>
          )}
          <p className="text-sm text-secondary">
            {t("begins", { words: phaseBeginWords(phase, isFirst, "en", "therapist") })}
          </p>
        </div>
        {canEdit && (
          <Button
            variant="quiet"
            size="sm"
            aria-expanded={editing}
            className="-mr-3"
            onClick={() => setEditing(!editing)}
          >
            {editing ? t("done") : t("edit")}
          </Button>
        )}
      </div>
      {editing && canEdit && (
        <PhaseEditor key={phase.phaseId} builder={builder} phases={phases} phase={phase} />
      )}
    </div>
  );
}
