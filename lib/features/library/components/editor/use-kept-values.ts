"use client";

import { useEffect, useState } from "react";
import type { FormValues } from "./form-values";

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
 * nothing. `found`: what an earlier visit left; the form offers it.
 */
export function useKeptValues(key: string, values: FormValues, isDirty: boolean) {
  const [found, setFound] = useState<FormValues | null>(null);
  const text = JSON.stringify(values);

  useEffect(() => {
    const kept = attempt(() => sessionStorage.getItem(key));
    if (kept) setFound(attempt(() => JSON.parse(kept) as FormValues));
  }, [key]);

  useEffect(() => {
    if (!isDirty) return;
    const timer = setTimeout(() => {
      attempt(() => sessionStorage.setItem(key, text));
      setFound(null);
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [key, text, isDirty]);

  const forget = () => {
    attempt(() => sessionStorage.removeItem(key));
    setFound(null);
  };
  return { found, forget };
}
