"use client";

import { useEffect, useEffectEvent } from "react";

export interface BuilderKeys {
  readonly onPublish: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onHelp: () => void;
  /** To the field that adds an exercise. */
  readonly onLine: () => void;
  /** With the exercise that has the focus. */
  readonly onTemplate: (lineId: string | null) => void;
  readonly onSaveTemplate: () => void;
  /** To what the precaution rules advise and the patient has not been told yet. */
  readonly onModification: () => void;
  readonly onMoveBy: (lineId: string, by: 1 | -1) => void;
  readonly onRemove: (lineId: string) => void;
  readonly onAdvice: () => void;
  readonly onMoveAdviceBy: (id: string, by: 1 | -1) => void;
  readonly onRemoveAdvice: (id: string) => void;
}

/** Whether keys are letters here; a checkbox takes none but Space. */
export function isTyping(target: Element): boolean {
  return target.matches(
    "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true]",
  );
}

/** The exercise that has the focus: its card, or anything within it. */
export function lineOf(target: Element): string | null {
  const card = target.closest("[data-line]") ?? target.querySelector(":scope [data-line]");
  const isRow = target.getAttribute("role") === "row" || target.closest("[data-line]");
  return isRow ? (card?.getAttribute("data-line") ?? null) : null;
}

/** The keys of the whole builder; a dialog that is open keeps its own. */
export function useBuilderKeys(keys: BuilderKeys) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { target, key } = event;
    if (!(target instanceof Element) || target.closest("[role=dialog], [role=alertdialog], dialog"))
      return;
    const command = event.ctrlKey || event.metaKey;
    const lineId = lineOf(target);
    const adviceId = target.closest("[data-advice]")?.getAttribute("data-advice");
    const isArrow = key === "ArrowUp" || key === "ArrowDown";
    const by = key === "ArrowUp" ? -1 : 1;
    const take = (act: () => void) => {
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    if (command && key === "Enter") take(keys.onPublish);
    else if (command && key.toLowerCase() === "z" && !isTyping(target))
      take(event.shiftKey ? keys.onRedo : keys.onUndo);
    else if (command && key.toLowerCase() === "y" && !isTyping(target)) take(keys.onRedo);
    else if (event.altKey && isArrow && lineId) take(() => keys.onMoveBy(lineId, by));
    else if (event.altKey && isArrow && adviceId) take(() => keys.onMoveAdviceBy(adviceId, by));
    else if (key === "Delete" && lineId && !isTyping(target)) take(() => keys.onRemove(lineId));
    else if (key === "Delete" && adviceId) take(() => keys.onRemoveAdvice(adviceId));
    else if (key.toLowerCase() === "a" && !command && !event.altKey && !isTyping(target))
      take(keys.onAdvice);
    else if (key.toLowerCase() === "n" && !command && !event.altKey && !isTyping(target))
      take(keys.onLine);
    // By its place on the keyboard: with Alt a Mac types another letter there.
    else if (event.altKey && !command && event.code === "KeyN") take(keys.onLine);
    else if (event.altKey && !command && event.code === "KeyM") take(keys.onModification);
    else if (event.altKey && !command && event.code === "KeyT")
      take(() => (event.shiftKey ? keys.onSaveTemplate() : keys.onTemplate(lineId)));
    else if (key === "?" && !command && !isTyping(target)) take(keys.onHelp);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listen, true);
    return () => document.removeEventListener("keydown", listen, true);
  }, []);
}
