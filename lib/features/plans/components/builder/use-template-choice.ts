"use client";

import { useState } from "react";
import type { TemplateLine } from "../../../templates/line-queries";
import { type ExerciseSet, noRoomSentence, type Taken, withWords } from "../../template-content";
import type { Builder } from "./use-builder";

interface Picked {
  readonly chosen?: ReadonlySet<number>;
  readonly takesNote?: boolean;
  readonly takesPhases?: boolean;
  readonly takes?: Taken;
}

/**
 * What of a set is to go into the plan; kept by set while others are looked at. At first: all that can be
 * prescribed and is not in the plan, the note where the plan has none, and of the words what the set says.
 */
export function useTemplateChoice(set: ExerciseSet | null, { state: { content }, check }: Builder) {
  const [picked, setPicked] = useState<Readonly<Record<string, Picked>>>({});
  const inPlan = new Set(content.lines.map(({ slug }) => slug));
  const lines = set?.lines ?? [];
  const mine = picked[set?.id ?? ""] ?? {};
  const { chosen: own, takesNote = true, takesPhases = true, takes: kept } = mine;
  const chosen =
    own ??
    new Set(
      [...lines.keys()].filter((i) => {
        const line = lines[i] as TemplateLine;
        return line.obstacle === null && !inPlan.has(line.exercise.slug);
      }),
    );
  const takes = kept ?? set?.takes ?? { cues: false, cautions: false };
  const taken = lines.filter((line, i) => line.obstacle === null && chosen.has(i));
  const put = (change: Picked) => {
    if (!set) return;
    setPicked((all) => ({ ...all, [set.id]: { ...all[set.id], ...change } }));
  };
  return {
    inPlan,
    chosen,
    taken: withWords(taken, takes),
    /** Lines among those chosen that have such words. */
    words: {
      cues: taken.filter(({ cue }) => cue !== null).length,
      cautions: taken.filter(({ caution }) => caution !== null).length,
    },
    takes,
    note: content.note === null ? (set?.note ?? null) : null,
    takesNote,
    /** Its phases, where the plan has none. */
    phases: content.phases.length === 0 ? (set?.phases ?? []) : [],
    takesPhases,
    /** What the patient's conditions say of the exercises, with the set's own sides. */
    warnings: check.foresee(lines.map(({ exercise, dosage }) => ({ ...exercise, dosage }))),
    /** Why it cannot go in; null: it can. */
    noRoom: noRoomSentence(content.lines.length, taken.length),
    setChosen: (next: ReadonlySet<number>) => put({ chosen: next }),
    setTakesPhases: (next: boolean) => put({ takesPhases: next }),
    setTakesNote: (next: boolean) => put({ takesNote: next }),
    setTakes: (next: Taken) => put({ takes: next }),
  };
}

export type TemplateChoices = ReturnType<typeof useTemplateChoice>;
