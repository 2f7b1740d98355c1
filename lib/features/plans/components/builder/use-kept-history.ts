"use client";

import { type Dispatch, useEffect, useEffectEvent, useLayoutEffect } from "react";
import type { BuilderData } from "../../builder-queries";
import type { BuilderAction, BuilderState } from "../../builder-state";
import type { DraftSaver } from "../../draft-saver";
import { readHistory, writeHistory } from "../../kept-history";

const QUIET_MS = 300;

/** The browser may refuse its store (private windows, full): nothing is kept then, and nothing breaks. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/**
 * Keeps the steps of the builder in this tab: after a reload Undo and Redo go on, and what was not saved yet is
 * saved. Signing out wipes it, as closing the tab does.
 */
export function useKeptHistory(
  { planId, viewerId, draft }: BuilderData,
  state: BuilderState,
  { saver, dispatch }: { readonly saver: DraftSaver; readonly dispatch: Dispatch<BuilderAction> },
) {
  const key = `builder ${viewerId} ${planId}`;

  const restore = useEffectEvent(() => {
    const kept = attempt(() => readHistory(sessionStorage.getItem(key)));
    if (!kept) return;
    const { standing, state: before } = kept;
    dispatch({ type: "restore", state: before });
    const saved = { revision: standing.revision, at: draft.updatedAt, content: standing.base };
    saver.adopt(saved, before.content);
    if (standing.revision !== draft.revision) saver.meet(draft);
  });
  useLayoutEffect(() => restore(), []);

  const keep = useEffectEvent(() => {
    const { revision, base } = saver;
    if (state.past.length + state.future.length === 0 && state.content === base) return;
    attempt(() => sessionStorage.setItem(key, writeHistory(state, { revision, base })));
  });
  useEffect(() => {
    // Named, so that each state is kept once it has stood still.
    void state;
    const timer = setTimeout(() => keep(), QUIET_MS);
    return () => clearTimeout(timer);
  }, [state]);
  useEffect(() => {
    const leave = () => keep();
    window.addEventListener("pagehide", leave);
    const unsubscribe = saver.subscribe(leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      unsubscribe();
    };
  }, [saver]);
}
