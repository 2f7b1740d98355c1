"use client";

import { useEffect, useEffectEvent } from "react";
import { draftSinceAction } from "../../actions";
import type { DraftSaver } from "../../draft-saver";

/** Milliseconds between two looks while the page is in view. */
const LOOK_MS = 15_000;

/** Notices what somebody else saves in the same draft, also while nothing is typed here. */
export function useOtherSaves(planId: string, saver: DraftSaver) {
  const look = useEffectEvent(async () => {
    if (document.visibilityState === "hidden" || saver.isDirty) return;
    if (saver.status().kind !== "saved") return;
    const { revision } = saver;
    const answer = await draftSinceAction({ planId, revision }).catch(() => null);
    const isUntouched = !saver.isDirty && saver.revision === revision;
    if (answer?.current && isUntouched) saver.meet(answer.current);
  });
  useEffect(() => {
    const onLook = () => void look();
    const timer = setInterval(onLook, LOOK_MS);
    document.addEventListener("visibilitychange", onLook);
    window.addEventListener("focus", onLook);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", onLook);
      window.removeEventListener("focus", onLook);
    };
  }, []);
}
