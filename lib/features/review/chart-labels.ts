/** Width of a text in the chart's units. */
export type Measure = (text: string) => number;

/** A mark that wants words: the whole of them, and the short form for where there is less room. */
export interface MarkToLabel {
  readonly number: number;
  readonly x: number;
  /** "v3 · holds 25 s"; at least as wide as "v3". */
  readonly long: string;
}

/** Words beside one mark, or beside the first of several that stand too close for their own. */
export interface MarkLabel {
  readonly text: string;
  /** Left edge of the text. */
  readonly x: number;
  readonly width: number;
}

const GAP = 6;
/** From the mark to its words. */
const OFFSET = 4;

interface Group {
  readonly marks: readonly MarkToLabel[];
}

function shortText({ marks }: Group): string {
  const first = marks[0] as MarkToLabel;
  const last = marks.at(-1) as MarkToLabel;
  return marks.length === 1 ? `v${first.number}` : `v${first.number}–${last.number}`;
}

function place(group: Group, text: string, right: number, measure: Measure): MarkLabel {
  const width = measure(text);
  const x = (group.marks[0] as MarkToLabel).x + OFFSET;
  return { text, width, x: Math.min(x, right - width) };
}

function endOf(label: MarkLabel): number {
  return label.x + label.width + GAP;
}

/** Marks whose short labels would touch share one, until none do. */
function grouped(marks: readonly MarkToLabel[], right: number, measure: Measure): Group[] {
  const groups: Group[] = [];
  for (const mark of [...marks].sort((a, b) => a.x - b.x || a.number - b.number)) {
    let group: Group = { marks: [mark] };
    for (let before = groups.at(-1); before; before = groups.at(-1)) {
      const own = place(group, shortText(group), right, measure);
      if (endOf(place(before, shortText(before), right, measure)) <= own.x) break;
      group = { marks: [...before.marks, ...group.marks] };
      groups.pop();
    }
    groups.push(group);
  }
  return groups;
}

/**
 * Labels of plan versions in one row that never overlap and never pass `right`: marks too close share
 * one ("v3–5"); a mark alone says its long form where that fits before the next label.
 */
export function versionLabels(
  marks: readonly MarkToLabel[],
  right: number,
  measure: Measure,
): MarkLabel[] {
  const groups = grouped(marks, right, measure);
  const short = groups.map((group) => place(group, shortText(group), right, measure));
  const chosen: MarkLabel[] = [];
  groups.forEach((group, i) => {
    const label = short[i] as MarkLabel;
    const only = group.marks.length === 1 ? group.marks[0] : undefined;
    const long = only && place(group, only.long, right, measure);
    const before = chosen.at(-1);
    const fits =
      long &&
      long.x >= (before ? endOf(before) : 0) &&
      endOf(long) <= (short[i + 1]?.x ?? Number.POSITIVE_INFINITY);
    chosen.push(fits ? long : label);
  });
  return chosen;
}

/** A direct label at the right of the chart. */
export interface SideLabel {
  readonly key: string;
  /** Where the thing it names lies. */
  readonly y: number;
}

/**
 * Moves direct labels apart so that neighbours stand at least `gap` from one another, each as near to its
 * own height as that allows, all between `top` and `bottom` where they fit there.
 */
export function spreadLabels<T extends SideLabel>(
  labels: readonly T[],
  { gap, top, bottom }: { gap: number; top: number; bottom: number },
): T[] {
  const spread = [...labels].sort((a, b) => a.y - b.y);
  let floor = top;
  const down = spread.map((label) => {
    const y = Math.max(label.y, floor);
    floor = y + gap;
    return { ...label, y };
  });
  let ceiling = bottom;
  return down
    .reverse()
    .map((label) => {
      const y = Math.min(label.y, ceiling);
      ceiling = y - gap;
      return { ...label, y };
    })
    .reverse();
}
