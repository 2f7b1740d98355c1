import type { LineItem } from "./line-items";
import type { LineField, LineProblem } from "./read-line";

const valueIn = ({ said, beside }: LineItem, field: LineField): unknown =>
  field in said ? said[field as keyof typeof said] : beside[field as keyof typeof beside];

/** The items that say one thing and its opposite, each with why; none of them is to be taken. */
export function contradictions(items: readonly LineItem[]): ReadonlyMap<LineItem, LineProblem> {
  const found = new Map<LineItem, LineProblem>();
  const sound = items.filter(({ problem }) => problem === null);
  const saying = (field: LineField) =>
    sound.filter((item) => item.fields.includes(field) && valueIn(item, field) != null);
  const oppose = (
    code: LineProblem["code"],
    one: readonly LineItem[],
    other: readonly LineItem[],
  ) => {
    if (one.length === 0 || other.length === 0) return;
    for (const item of [...one, ...other]) if (!found.has(item)) found.set(item, { code });
  };

  for (const field of new Set(sound.flatMap(({ fields }) => fields))) {
    const all = sound.filter(({ fields }) => fields.includes(field));
    const values = new Set(all.map((item) => JSON.stringify(valueIn(item, field) ?? null)));
    if (values.size > 1) for (const item of all) found.set(item, { code: "twice", field });
  }
  oppose("reps_or_time", saying("durationSeconds"), [...saying("reps"), ...saying("holdSeconds")]);
  oppose("load_or_band", saying("loadGrams"), saying("band"));
  const [start] = saying("startsOn");
  const [end] = saying("endsOn");
  if (start?.beside.startsOn && end?.beside.endsOn && end.beside.endsOn < start.beside.startsOn)
    oppose("end_before_start", [start], [end]);
  return found;
}
