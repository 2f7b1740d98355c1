import type { LocalDate } from "../../calendar/local-date";
import { contradictions } from "./contradictions";
import { type LineItem, lineItems } from "./line-items";
import { nameItems } from "./line-name";
import { type PlainText, plainText, tidyText } from "./plain-text";
import {
  LINE_MAX,
  LINE_NAME_MAX,
  type LineContent,
  type LineProblem,
  type LineSpan,
  type ReadLine,
  SILENT,
} from "./read-line";

const HAS_DIGIT = /\p{Nd}/u;

const isDose = ({ kind }: LineItem) => kind === "dose" || kind === "plain";

/** "With" before a dose only joins; anywhere else it was not read. */
function joins(items: readonly LineItem[], at: number): boolean {
  const next = items.slice(at + 1).find(({ kind }) => kind !== "between");
  return next !== undefined && isDose(next);
}

function wordProblem(item: LineItem, { text }: PlainText): LineProblem {
  return { code: HAS_DIGIT.test(text.slice(item.from, item.to)) ? "number" : "unread" };
}

/** What was taken, in one. */
function contentOf(name: string, taken: readonly LineItem[]): LineContent {
  const beside = Object.assign({}, ...taken.map((item) => item.beside)) as Partial<LineContent>;
  const said = Object.assign({}, ...taken.map((item) => item.said));
  return { ...SILENT, ...beside, name, said };
}

/**
 * THE LINE
 *
 * A line adds one exercise: `knee chest 3x h25 each 2/d "other knee bent" *`. It is
 *
 *     name  dose ...  "cue"
 *
 * - Name: the words before the first dose. Words that may be either ("both knees to chest", "band row") belong
 *   to the name while a word of the name follows them.
 * - Doses, in any order, capitals or not, with or without commas: `GRAMMAR_ROWS` lists them. What no dose says
 *   stays as the exercise has it.
 * - `3x` is always three repetitions, and a plain `3x h25` three holds of 25 s; sets are `3x10` (3 sets of 10),
 *   `3x90s` (3 sets of 90 s) or `3 sets`. One reading, whatever stands beside it: a therapist who writes how many
 *   times and no sets means repetitions, and sets that were not said stay as they are.
 *   Only before "daily" or "a day" it says how often: `3x daily` is three times a day.
 * - `25s x 3` is three holds of 25 s, as the plan itself writes it.
 * - "No rest" is a rest of 0 s; `rest open` leaves the rest to the patient. `no hold`, `no load`, `no band`,
 *   `no tempo`, `no side` take out what the exercise has.
 * - `2/d` says how often on a day, `mwf`, `3-4/w`, `daily`, `eod`, `prn` on which days; each leaves the other.
 * - T in `mtf` is Tuesday, Thursday is Th. A lone "sat" may be how the patient sits, "both sides" either of two
 *   sides, `1/12` either of two days: such words are not taken, and the problem says what to write.
 * - `*` stars a must-do; `from 1 dec to 14 dec` limits it to these days, without a year the next to come.
 *
 * Nothing is guessed and nothing dropped: every word is in a span, and words that were not read, that
 * contradict another or are out of bounds carry a problem and change nothing.
 *
 * `today` is what dates without a year are counted from. Never throws; time is linear in the length, and of
 * more than `LINE_MAX` characters the rest is not read.
 */
export function parseLine(typed: string, today: LocalDate): ReadLine {
  const read = typed.slice(0, LINE_MAX);
  const plain = plainText(read);
  const items = lineItems(plain, read, today);
  const range = nameItems(items, plain.text);
  const isName = (at: number) => range !== null && range[0] <= at && at <= range[1];
  const doses = items.filter((item, at) => isDose(item) && !isName(at));
  const opposed = contradictions(doses);
  const problemOf = (item: LineItem) => item.problem ?? opposed.get(item) ?? null;
  const placed = (from: number, to: number) => ({
    from: plain.at[from] as number,
    to: plain.at[to] as number,
  });

  const ends = range?.map((at) => items[at] as LineItem);
  const named = ends ? placed((ends[0] as LineItem).from, (ends[1] as LineItem).to) : null;
  const name = named ? tidyText(read.slice(named.from, named.to)) : "";
  const isLong = [...name].length > LINE_NAME_MAX;
  const nameProblem: LineProblem | null = isLong
    ? { code: "name_too_long", max: LINE_NAME_MAX }
    : null;

  const spans = items.map((item, at): LineSpan => {
    const place = placed(item.from, item.to);
    if (item.kind === "between" || (item.kind === "joint" && !isName(at) && joins(items, at)))
      return { ...place, kind: "between", fields: [], problem: null };
    if (isName(at)) {
      const problem = at === range?.[0] ? nameProblem : null;
      return { ...place, kind: "name", fields: [], problem };
    }
    if (isDose(item) && item.fields.length > 0)
      return { ...place, kind: "dose", fields: item.fields, problem: problemOf(item) };
    const problem = item.problem ?? wordProblem(item, plain);
    return { ...place, kind: "unread", fields: [], problem };
  });
  if (typed.slice(LINE_MAX).trim() !== "") {
    const problem: LineProblem = { code: "line_too_long", max: LINE_MAX };
    spans.push({ from: LINE_MAX, to: typed.length, kind: "unread", fields: [], problem });
  }
  const taken = doses.filter((item) => problemOf(item) === null);
  return { ...contentOf(name, taken), spans };
}

/** The spans that were not taken; empty: the whole line was read. */
export function notRead({ spans }: ReadLine): readonly LineSpan[] {
  return spans.filter(({ problem }) => problem !== null);
}
