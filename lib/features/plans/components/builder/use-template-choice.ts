"use client";

import { useState } from "react";
import type { Locale } from "../../../../domain/plan/plan-document";
import type { TemplateDetail, TemplateLine } from "../../../templates/queries";
import { noRoomSentence, noteOfTemplate } from "../../template-content";
import type { Builder } from "./use-builder";

interface Picked {
  readonly chosen?: ReadonlySet<number>;
  readonly takesNote?: boolean;
}

/**
 * What of a template is to go into the plan; kept by template while others are looked at. At first: all that
 * can be prescribed and is not in the plan, and the note where the plan has none.
 */
export function useTemplateChoice(
  template: TemplateDetail | null,
  { state: { content }, check }: Builder,
  locale: Locale,
) {
  const [picked, setPicked] = useState<Readonly<Record<string, Picked>>>({});
  const inPlan = new Set(content.lines.map(({ slug }) => slug));
  const lines = template?.lines ?? [];
  const { chosen: own, takesNote = true } = picked[template?.id ?? ""] ?? {};
  const chosen =
    own ??
    new Set(
      [...lines.keys()].filter((i) => {
        const line = lines[i] as TemplateLine;
        return line.obstacle === null && !inPlan.has(line.exercise.slug);
      }),
    );
  const note = template && content.note === null ? noteOfTemplate(template, locale) : null;
  const taken = lines.filter((line, i) => line.obstacle === null && chosen.has(i));
  const put = (change: Picked) => {
    if (!template) return;
    setPicked((all) => ({ ...all, [template.id]: { ...all[template.id], ...change } }));
  };
  return {
    inPlan,
    chosen,
    taken,
    note,
    takesNote,
    /** What the patient's conditions say of the exercises, with the template's own sides. */
    warnings: check.foresee(lines.map(({ exercise, dosage }) => ({ ...exercise, dosage }))),
    /** Why it cannot go in; null: it can. */
    noRoom: noRoomSentence(content.lines.length, taken.length),
    setChosen: (next: ReadonlySet<number>) => put({ chosen: next }),
    setTakesNote: (takes: boolean) => put({ takesNote: takes }),
  };
}
