"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { ContentLine } from "../../draft-content";
import { between } from "../../shown-lines";

/** The exercises that are to be changed together; only what is on the screen is ever selected. */
export function useSelection(
  visible: readonly ContentLine[],
  announce: (sentence: string) => void,
) {
  const t = useTranslations("structure.bulk");
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  /** Where a range begins. */
  const [anchor, setAnchor] = useState<string | null>(null);
  const selected = visible.filter(({ lineId }) => picked.has(lineId));

  const set = (ids: readonly string[]) => {
    setPicked(new Set(ids));
    announce(t("selected", { count: ids.length }));
  };
  return {
    selected,
    has: (lineId: string) => picked.has(lineId),
    /** `range`: everything from the last one pressed on. */
    toggle(lineId: string, range: boolean) {
      if (range) return set(between(visible, anchor, lineId));
      setAnchor(lineId);
      const rest = selected.map((line) => line.lineId).filter((id) => id !== lineId);
      set(picked.has(lineId) ? rest : [...rest, lineId]);
    },
    /** From where the range began, or from this line, to the one beside it; answers that one. */
    extend(lineId: string, by: 1 | -1): string | null {
      const at = visible.findIndex((line) => line.lineId === lineId);
      const next = visible[at + by]?.lineId;
      if (next === undefined) return null;
      const from = selected.length > 0 && anchor !== null ? anchor : lineId;
      setAnchor(from);
      set(between(visible, from, next));
      return next;
    },
    all: () => set(visible.map(({ lineId }) => lineId)),
    clear() {
      if (selected.length === 0) return;
      setAnchor(null);
      set([]);
    },
  };
}

export type Selection = ReturnType<typeof useSelection>;
