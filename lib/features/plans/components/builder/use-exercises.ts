"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { DAILY_ONCE } from "../../../../domain/dosage/dosage";
import type { ExerciseCard } from "../../../library/search-queries";
import { exercisesNowAction } from "../../actions";
import type { BuilderData } from "../../builder-queries";
import { type ContentLine, slugsOfLines } from "../../draft-content";
import type { ExerciseNow, PlanExercise } from "../../exercise-queries";

/** Stands in for an exercise until the library has named it; it has no traits, so nothing is claimed of it. */
export function unnamed(slug: string): PlanExercise {
  return {
    slug,
    name: slug.replaceAll("-", " "),
    kind: "",
    regions: [],
    positions: [],
    equipment: [],
    traits: [],
    recommended: true,
    ready: true,
    isRetired: false,
    figureId: null,
    photoId: null,
    dosage: {
      sets: 1,
      reps: 10,
      holdSeconds: null,
      durationSeconds: null,
      restSeconds: null,
      loadGrams: null,
      band: null,
      tempo: null,
      side: "none",
      frequency: DAILY_ONCE,
    },
  };
}

/** What is known of one kind, by slug. */
function partsOf<P extends keyof ExerciseNow>(known: Known, part: P) {
  const parts: Record<string, ExerciseNow[P]> = {};
  for (const [slug, { [part]: value }] of Object.entries(known)) if (value) parts[slug] = value;
  return parts;
}

type Known = Readonly<Record<string, Partial<ExerciseNow>>>;

function knownOf({ exercises, words, marks }: BuilderData): Known {
  return Object.fromEntries(
    Object.entries(exercises).map(([slug, exercise]) => [
      slug,
      { exercise, words: words[slug], marks: marks.library.exercises[slug] },
    ]),
  );
}

/** Calls back when the therapist comes to this page again, from another tab or program. */
function useReturn(onReturn: () => void) {
  const latest = useRef(onReturn);
  useEffect(() => {
    latest.current = onReturn;
  });
  useEffect(() => {
    const back = () => {
      if (document.visibilityState === "visible") latest.current();
    };
    window.addEventListener("focus", back);
    document.addEventListener("visibilitychange", back);
    return () => {
      window.removeEventListener("focus", back);
      document.removeEventListener("visibilitychange", back);
    };
  }, []);
}

/**
 * The library exercises that the plan names, with their texts in the patient's language. What was changed
 * elsewhere, as in the library in another tab, is here when the therapist comes back.
 */
export function useExercises(data: BuilderData, lines: readonly ContentLine[]) {
  const [known, setKnown] = useState(() => knownOf(data));
  const [taken, setTaken] = useState(data);
  if (taken !== data) {
    setTaken(data);
    setKnown((all) => ({ ...all, ...knownOf(data) }));
  }
  const asked = useRef(new Set(Object.keys(data.words)));
  const isAsking = useRef(false);
  const { locale } = data.sheet;
  const slugs = [...new Set(slugsOfLines(lines))];

  const ask = useCallback(
    async (wanted: readonly string[]) => {
      const answer = await exercisesNowAction({ slugs: wanted, locale }).catch(() => null);
      if (answer?.exercises) setKnown((all) => ({ ...all, ...answer.exercises }));
      return answer?.exercises !== undefined;
    },
    [locale],
  );

  useEffect(() => {
    const missing = [...new Set(slugsOfLines(lines))].filter((slug) => !asked.current.has(slug));
    if (missing.length === 0) return;
    for (const slug of missing) asked.current.add(slug);
    void ask(missing).then((isAnswered) => {
      if (!isAnswered) for (const slug of missing) asked.current.delete(slug);
    });
  }, [lines, ask]);

  useReturn(() => {
    if (isAsking.current || slugs.length === 0) return;
    isAsking.current = true;
    void ask(slugs).finally(() => {
      isAsking.current = false;
    });
  });

  const exerciseOf = useCallback(
    (slug: string): PlanExercise => known[slug]?.exercise ?? unnamed(slug),
    [known],
  );
  const learn = (card: ExerciseCard) =>
    setKnown((all) => ({
      ...all,
      [card.slug]: { ...all[card.slug], exercise: { ...card, isRetired: false } },
    }));
  const words = useMemo(() => partsOf(known, "words"), [known]);
  const marks = useMemo(() => partsOf(known, "marks"), [known]);
  return { exerciseOf, words, marks, learn };
}
