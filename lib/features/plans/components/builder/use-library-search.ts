"use client";

import { useEffect, useRef, useState } from "react";
import type { Collection, LibraryScope } from "../../../../domain/library/lists";
import type { SearchResult } from "../../../library/search-queries";
import { searchLibraryAction } from "../../actions";

export const FACETS = ["regions", "positions", "equipment", "kinds"] as const;
export type Facet = (typeof FACETS)[number];
export type Chosen = Readonly<Record<Facet, readonly string[]>>;

/** Whose exercises are searched, and which list of them. */
export interface Within {
  readonly scope: LibraryScope;
  readonly collection: Collection;
  readonly conditionId: string | null;
}

const EVERYTHING: Within = { scope: "all", collection: "all", conditionId: null };
const NONE: Chosen = { regions: [], positions: [], equipment: [], kinds: [] };
/** Milliseconds without a key before the library is asked. */
const QUIET_MS = 120;
const LIMIT = 60;

interface Answer {
  readonly result: SearchResult;
  /** What it answers. */
  readonly text: string;
  readonly chosen: Chosen;
  readonly within: Within;
}

/** Searches the library while someone types; answers that arrive late are dropped. */
export function useLibrarySearch() {
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<Chosen>(NONE);
  const [within, setWithin] = useState<Within>(EVERYTHING);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [all, setAll] = useState<number | null>(null);
  const [failed, setFailed] = useState(false);
  const asked = useRef(0);

  useEffect(() => {
    const turn = ++asked.current;
    const ask = async () => {
      const reply = await searchLibraryAction({
        text,
        locale: "en",
        ...within,
        regions: [...chosen.regions],
        positions: [...chosen.positions],
        equipment: [...chosen.equipment],
        kinds: [...chosen.kinds],
        limit: LIMIT,
      }).catch(() => null);
      if (turn !== asked.current) return;
      setFailed(!reply?.result);
      if (reply?.result) {
        setAnswer({ result: reply.result, text, chosen, within });
        const asksForAll =
          text === "" &&
          within === EVERYTHING &&
          FACETS.every((facet) => chosen[facet].length === 0);
        if (asksForAll) setAll(reply.result.total);
      }
    };
    const timer = setTimeout(() => void ask(), turn === 1 ? 0 : QUIET_MS);
    return () => clearTimeout(timer);
  }, [text, chosen, within]);

  const toggle = (facet: Facet, id: string) =>
    setChosen((all) => ({
      ...all,
      [facet]: all[facet].includes(id)
        ? all[facet].filter((one) => one !== id)
        : [...all[facet], id],
    }));

  return {
    text,
    setText,
    chosen,
    toggle,
    within,
    setWithin,
    clear: () => {
      setChosen(NONE);
      setWithin(EVERYTHING);
    },
    isFiltered: within !== EVERYTHING || FACETS.some((facet) => chosen[facet].length > 0),
    result: answer?.result ?? null,
    /** The result answers exactly what is typed and chosen now. */
    isCurrent: answer?.text === text && answer.chosen === chosen && answer.within === within,
    /** Exercises in the whole library. */
    all,
    failed,
  };
}
