"use client";

import { useEffect, useRef, useState } from "react";
import { type KeptValues, keptText, readKept } from "./kept-values";

const QUIET_MS = 400;

/** The browser may refuse its store (private windows, full): nothing is kept then, and nothing breaks. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/**
 * Keeps what is typed in this tab until it is saved, so that going back, reloading or an ended session loses
 * nothing. `found`: what an earlier visit left; the form offers it. `forget`: it was saved, taken or given up.
 */
export function useKeptValues(key: string, current: KeptValues, isDirty: boolean) {
  const [found, setFound] = useState<KeptValues | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const text = keptText(current);

  useEffect(() => setFound(readKept(attempt(() => sessionStorage.getItem(key)))), [key]);

  useEffect(() => {
    if (!isDirty) return;
    timer.current = setTimeout(() => {
      attempt(() => sessionStorage.setItem(key, text));
      setFound(null);
    }, QUIET_MS);
    return () => clearTimeout(timer.current);
  }, [key, text, isDirty]);

  const forget = () => {
    clearTimeout(timer.current);
    attempt(() => sessionStorage.removeItem(key));
    setFound(null);
  };
  return { found, forget };
}
