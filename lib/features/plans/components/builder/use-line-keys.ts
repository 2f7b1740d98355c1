"use client";

import { useEffect, useEffectEvent } from "react";
import { isTyping, lineOf } from "./use-builder-keys";

interface LineKeys {
  readonly hasSelection: boolean;
  readonly onStar: (lineId: string) => void;
  /** Into phase 1 to 6; 0: every phase. */
  readonly onPut: (lineId: string, number: number) => void;
  readonly onTab: (by: 1 | -1) => void;
  readonly onExtend: (lineId: string, by: 1 | -1) => void;
  readonly onSelectAll: () => void;
  readonly onClear: () => void;
  readonly onRemoveSelected: () => void;
}

/** The keys of the exercises on the screen; those of the whole builder come after them. */
export function useLineKeys(keys: LineKeys) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { target, key } = event;
    if (!(target instanceof Element) || isTyping(target)) return;
    if (target.closest("[role=dialog], [role=alertdialog], [role=menu], dialog")) return;
    const command = event.ctrlKey || event.metaKey;
    const lineId = lineOf(target);
    const isInList = target.closest("[data-plan-lines]") !== null;
    const digit = /^(?:Digit|Numpad)([0-6])$/.exec(event.code)?.[1];
    const take = (act: () => void) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      act();
    };
    const plain = !command && !event.altKey;
    if (plain && key.toLowerCase() === "s" && lineId) take(() => keys.onStar(lineId));
    else if (event.altKey && !command && digit && lineId)
      take(() => keys.onPut(lineId, Number(digit)));
    else if (plain && (key === "[" || key === "]")) take(() => keys.onTab(key === "[" ? -1 : 1));
    else if (plain && event.shiftKey && (key === "ArrowUp" || key === "ArrowDown") && lineId)
      take(() => keys.onExtend(lineId, key === "ArrowUp" ? -1 : 1));
    else if (command && key.toLowerCase() === "a" && isInList) take(keys.onSelectAll);
    else if (key === "Escape" && keys.hasSelection && isInList) take(keys.onClear);
    else if (plain && key === "Delete" && keys.hasSelection && isInList)
      take(keys.onRemoveSelected);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listen, true);
    return () => document.removeEventListener("keydown", listen, true);
  }, []);
}
