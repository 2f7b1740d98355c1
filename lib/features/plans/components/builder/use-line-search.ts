"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { SearchResult } from "../../../library/search-queries";
import { searchLibraryAction } from "../../actions";

/** Milliseconds without a key before the library is asked. */
const QUIET_MS = 120;
const LIMIT = 6;

export type LookUp = (name: string) => Promise<SearchResult | null>;

/** Asks the library for names, each once; null: it did not answer. */
export function useLookUp(): LookUp {
  const asked = useRef(new Map<string, Promise<SearchResult | null>>());
  return useCallback((name: string) => {
    const known = asked.current.get(name);
    if (known) return known;
    const answer = searchLibraryAction({ text: name, locale: "en", limit: LIMIT })
      .then(({ result }) => result ?? null)
      .catch(() => null)
      .then((result) => {
        if (!result) asked.current.delete(name);
        return result;
      });
    asked.current.set(name, answer);
    return answer;
  }, []);
}

/** The exercises that a line may name, while it is typed; the last ones stay until the next are there. */
export function useLineSearch(name: string, lookUp: LookUp) {
  const [answer, setAnswer] = useState<{
    readonly name: string;
    readonly result: SearchResult | null;
  } | null>(null);

  useEffect(() => {
    if (name === "") {
      setAnswer(null);
      return;
    }
    let isLate = false;
    const timer = setTimeout(async () => {
      const result = await lookUp(name);
      if (!isLate) setAnswer({ name, result });
    }, QUIET_MS);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [name, lookUp]);

  const isCurrent = name !== "" && answer?.name === name;
  return {
    items: (name !== "" && answer?.result?.items) || [],
    total: answer?.result?.total ?? 0,
    meant: isCurrent ? (answer.result?.meant ?? null) : null,
    /** The answer is to the name as it stands now. */
    isCurrent,
    failed: isCurrent && answer.result === null,
  };
}
