"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { DAILY_ONCE } from "../../../../domain/dosage/dosage";
import { exerciseWordsAction } from "../../actions";
import type { BuilderData } from "../../builder-queries";
import { type ContentLine, slugsOfLines } from "../../draft-content";
import type { ExerciseWords, PlanExercise } from "../../exercise-queries";

/** Stands in for an exercise until the library has named it; it has no traits, so nothing is claimed of it. */
function unnamed(slug: string): PlanExercise {
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

/** The library exercises that the plan names, and their texts in the patient's language. */
export function useExercises(data: BuilderData, lines: readonly ContentLine[]) {
  const [added, setAdded] = useState<Readonly<Record<string, PlanExercise>>>({});
  const [words, setWords] = useState<Readonly<Record<string, ExerciseWords>>>(data.words);
  const asked = useRef(new Set(Object.keys(data.words)));
  const { locale } = data.sheet;

  useEffect(() => {
    const missing = [...new Set(slugsOfLines(lines))].filter((slug) => !asked.current.has(slug));
    if (missing.length === 0) return;
    for (const slug of missing) asked.current.add(slug);
    exerciseWordsAction({ slugs: missing, locale })
      .then((answer) => {
        if (answer.words) setWords((all) => ({ ...all, ...answer.words }));
        else for (const slug of missing) asked.current.delete(slug);
      })
      .catch(() => {
        for (const slug of missing) asked.current.delete(slug);
      });
  }, [lines, locale]);

  const exerciseOf = useCallback(
    (slug: string): PlanExercise => data.exercises[slug] ?? added[slug] ?? unnamed(slug),
    [data.exercises, added],
  );
  const learn = (card: PlanExercise) => setAdded((all) => ({ ...all, [card.slug]: card }));
  return { exerciseOf, words, learn };
}
