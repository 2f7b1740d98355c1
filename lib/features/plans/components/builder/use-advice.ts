"use client";

import { useTranslations } from "use-intl";
import { showToast } from "../../../../ui/toast";
import type { AdviceItem } from "../../../advice/queries";
import type { Builder } from "./use-builder";

/** What a therapist does with the plan's advice, each said aloud. */
export function useAdvice(
  { state, dispatch, names: { titleOf } }: Builder,
  announce: (sentence: string) => void,
  focusSoon: (selector: string) => void,
) {
  const t = useTranslations("plans.builder");
  const { advice } = state.content;

  const move = (id: string, to: number) => {
    const position = Math.min(advice.length - 1, Math.max(0, to));
    if (advice.indexOf(id) === position) return;
    const focused = document.activeElement;
    dispatch({ type: "move-advice", id, to: position });
    const said = { title: titleOf(id), position: position + 1, count: advice.length };
    announce(t("advice.movedTo", said));
    requestAnimationFrame(() => {
      if (focused instanceof HTMLElement && focused.isConnected) focused.focus();
    });
  };

  const remove = (id: string) => {
    const at = advice.indexOf(id);
    const next = advice[at + 1] ?? advice[at - 1];
    dispatch({ type: "remove-advice", id });
    showToast({
      message: t("advice.removed", { title: titleOf(id) }),
      action: { label: t("undo"), onAction: () => dispatch({ type: "add-advice", id, at }) },
    });
    focusSoon(next ? `[data-advice="${next}"] button:last-of-type` : "[data-add-advice]");
  };

  const toggle = ({ id }: AdviceItem) => {
    const isOn = advice.includes(id);
    dispatch(isOn ? { type: "remove-advice", id } : { type: "add-advice", id });
    announce(t(isOn ? "advice.removed" : "advice.added", { title: titleOf(id) }));
  };

  return { move, remove, toggle };
}
