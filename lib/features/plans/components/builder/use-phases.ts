"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { heirOf } from "../../builder-structure";
import type { Shown } from "../../shown-lines";
import { newLineId } from "./line-id";
import type { Builder } from "./use-builder";

/** What a therapist does with the phases, each said aloud. */
export function usePhases(
  { state, dispatch, shown: at, nameOfLine }: Builder,
  announce: (sentence: string) => void,
  focusSoon: (selector: string) => void,
) {
  const t = useTranslations("structure.phase");
  const { phases, lines } = state.content;
  const [editing, setEditing] = useState(false);

  const show = (shown: Shown) => {
    at.setShown(shown);
    const phase = phases.find((one) => shown !== "all" && one.phaseId === shown.phaseId);
    const count = phase
      ? lines.filter(({ phaseId }) => phaseId === null || phaseId === phase.phaseId).length
      : lines.length;
    announce(t("shown", { name: phase ? at.nameOf(phase) : t("all"), count }));
  };

  const add = () => {
    const phaseId = newLineId();
    dispatch({
      type: "structure",
      change: { of: "add-phase", phaseId, firstId: newLineId() },
    });
    at.setShown({ phaseId });
    setEditing(true);
    announce(phases.length === 0 ? t("split") : t("added", { number: phases.length + 1 }));
    focusSoon("[data-phase-name]");
  };

  /** To the phase beside the one shown; "All" stands at the end. */
  const step = (by: 1 | -1) => {
    if (phases.length === 0) return;
    const { shown } = at;
    const tabs: Shown[] = [...phases.map(({ phaseId }) => ({ phaseId })), "all"];
    const from =
      shown === "all" ? phases.length : phases.findIndex((p) => p.phaseId === shown.phaseId);
    const next = tabs[(from + by + tabs.length) % tabs.length];
    if (next) show(next);
  };

  const move = (phaseId: string, by: 1 | -1) => {
    const from = phases.findIndex((phase) => phase.phaseId === phaseId);
    const phase = phases[from];
    if (!phase || !phases[from + by]) return;
    dispatch({ type: "structure", change: { of: "move-phase", phaseId, by } });
    const name = phase.name.trim() || t("plain", { number: from + 1 });
    announce(t("moved", { name, number: from + by + 1, count: phases.length }));
  };

  const remove = (phaseId: string) => {
    const phase = phases.find((one) => one.phaseId === phaseId);
    if (!phase) return;
    const heir = heirOf(phases, phaseId);
    dispatch({ type: "structure", change: { of: "remove-phase", phaseId } });
    at.setShown(heir ? { phaseId: heir.phaseId } : "all");
    setEditing(false);
    announce(t("removed", { name: at.nameOf(phase) }));
    focusSoon("[data-phase-tab][aria-pressed=true], [data-add-phase]");
  };

  /** `number` counts from 1; 0: every phase. */
  const put = (lineIds: readonly string[], number: number) => {
    const phase = number === 0 ? null : phases[number - 1];
    if (phases.length === 0 || phase === undefined || lineIds.length === 0) return;
    const phaseId = phase?.phaseId ?? null;
    const leaves = phaseId !== null && at.shown !== "all" && at.shown.phaseId !== phaseId;
    const stays = at.visible.filter(({ lineId }) => !lineIds.includes(lineId));
    const place = at.visible.findIndex(({ lineId }) => lineIds.includes(lineId));
    const next = stays[Math.min(place, stays.length - 1)];
    dispatch({ type: "structure", change: { of: "put-in-phase", lineIds, phaseId } });
    const words = phase ? at.nameOf(phase) : "";
    const [only] = lineIds;
    if (lineIds.length === 1 && only !== undefined) {
      const name = nameOfLine(only);
      announce(phase ? t("movedTo", { name, phase: words }) : t("movedEvery", { name }));
    } else {
      const count = lineIds.length;
      announce(phase ? t("manyTo", { count, phase: words }) : t("manyEvery", { count }));
    }
    if (leaves)
      focusSoon(
        next ? `[data-line="${next.lineId}"] [slot=drag]` : "[data-phase-tab][aria-pressed=true]",
      );
  };

  return { editing, setEditing, show, add, step, move, remove, put };
}

export type Phases = ReturnType<typeof usePhases>;
