"use client";

import { useSyncExternalStore } from "react";

/** From here on the library stands beside the plan (the `lg` breakpoint). */
const WIDE = "(min-width: 64rem)";

function subscribe(listener: () => void) {
  const query = window.matchMedia(WIDE);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

/** Whether there is room for the library beside the plan; on the server there is. */
export function useWide(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(WIDE).matches,
    () => true,
  );
}
