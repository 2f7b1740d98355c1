"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import type { LocalDate } from "../../../../domain/calendar/local-date";
import type { Phase } from "../../../../domain/plan/phase";
import { fullestBurden, fullestPhase, phaseBurdens } from "../../../../domain/plan/plan-burden";
import type { DraftContent } from "../../draft-content";
import { type Shown, shownLines } from "../../shown-lines";

/** The phase that the builder shows, its lines, and what each phase asks of the patient. */
export function useShown(content: DraftContent, today: LocalDate) {
  const t = useTranslations("structure.phase");
  const { phases, lines } = content;
  const [wanted, setShown] = useState<Shown | null>(null);
  const [first] = phases;
  const isThere =
    wanted !== null &&
    (wanted === "all" || phases.some(({ phaseId }) => phaseId === wanted.phaseId));
  const fallback: Shown = first ? { phaseId: first.phaseId } : "all";
  const shown: Shown = phases.length === 0 ? "all" : isThere ? wanted : fallback;
  const burdens = useMemo(() => phaseBurdens(phases, lines, today), [phases, lines, today]);
  const fullest = fullestPhase(burdens);
  const shownId = shown === "all" ? null : shown.phaseId;

  const nameOf = (phase: Phase): string => {
    const number = phases.findIndex(({ phaseId }) => phaseId === phase.phaseId) + 1;
    const name = phase.name.trim();
    return name === "" ? t("plain", { number }) : t("named", { number, name });
  };
  return {
    shown,
    setShown,
    /** Into which phase a new line goes; null: every phase. */
    phaseOfNew: shownId,
    visible: shownLines(content, shown),
    phase: phases.find(({ phaseId }) => phaseId === shownId) ?? null,
    /** Of the phase shown; where all are shown, of the fullest. */
    burden:
      burdens.find(({ phase }) => phase?.phaseId === shownId && shownId !== null)?.burden ??
      fullest?.burden ??
      fullestBurden([], today),
    fullest,
    nameOf,
  };
}
