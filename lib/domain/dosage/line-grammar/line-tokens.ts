import { WEEKDAYS, type Weekday } from "../../calendar/local-date";
import type { Band } from "../dosage";
import { BANDS } from "../dosage";
import type { SaidDays, SaidDosage } from "./said-dosage";

/** Why words are understood well enough to know that they cannot be taken. */
export type TokenProblem =
  | "rep_range"
  | "pounds"
  | "both_sides"
  | "side_short"
  | "saturday"
  | "date_order";

/** The groups of a match, by name. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** One way to say something, tried at the beginning of a word of the plain text. */
export interface LineToken {
  readonly pattern: RegExp;
  readonly means: SaidDosage | TokenProblem | ((groups: Groups) => SaidDosage);
  /**
   * `plain`: made of words that an exercise may be named with ("both knees to chest"); a dose only where no
   * word of the name follows. `later`: a dose only after another one, since a name may end so ("lean-forward rest").
   */
  readonly place?: "plain" | "later";
}

const END = "(?=$|[ ,;:()[\\]|·•]|\\.(?:$|[ ,;]))";
const N = "\\d+(?:[.,]\\d+)?";
const SECOND = "(?:s|secs?|seconds?)";
const MINUTE = "(?:mins?|minutes?)";
const TIME = `(?:(?<minutes>${N}) ?${MINUTE}(?: ?(?<over>\\d+) ?${SECOND}|(?<stuck>\\d+))?|(?<seconds>${N}) ?${SECOND})`;
const TIME_OR_SECONDS = `(?:${TIME}|(?<bare>${N}))`;
const RANGE = `(?<low>${N})(?: ?(?:-|to) ?(?<high>${N}))?`;
const REPS = "(?:reps?|repetitions?)";
const DAY_NAME = `(?:mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:rs?|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)`;
const COLOUR = `(?<colour>${BANDS.join("|")})`;

/** Ready to be tried at a place of the plain text. */
export function at(source: string): RegExp {
  return new RegExp(`(?:${source})${END}`, "y");
}

const number = (text = "") => Number(text.replace(",", "."));
// Through thousandths: 2.3 x 1000 is not 2300 in binary fractions.
const times = (text: string | undefined, factor: number) =>
  Math.round(number(text) * factor * 1e3) / 1e3;

function timeOf({ minutes, over, stuck, seconds, bare }: Groups): number {
  if (minutes === undefined) return number(seconds ?? bare);
  return times(minutes, 60) + number(over ?? stuck ?? "0");
}

function rangeOf({ low, high }: Groups) {
  return { min: number(low), max: number(high ?? low) };
}

const days = (pattern: SaidDays["pattern"], weekdays: readonly Weekday[] = []): SaidDosage => ({
  days: { pattern, weekdays, daysPerWeekMin: null, daysPerWeekMax: null },
});

const perWeek = ({ min, max }: { readonly min: number; readonly max: number }): SaidDosage => ({
  days: { pattern: "per_week", weekdays: [], daysPerWeekMin: min, daysPerWeekMax: max },
});

const perDay = (min: number, max = min): SaidDosage => ({ timesPerDay: { min, max } });

const FIRST_LETTERS = ["mo", "tu", "we", "th", "fr", "sa", "su"];
const weekdayOf = (name: string) => (FIRST_LETTERS.indexOf(name.slice(0, 2)) + 1) as Weekday;

function listed(text = ""): SaidDosage {
  const named = new Set((text.match(/[a-z]{3,}/g) ?? []).filter((w) => w !== "and").map(weekdayOf));
  return days(
    "weekdays",
    WEEKDAYS.filter((day) => named.has(day)),
  );
}

function spanned(first = "", last = ""): SaidDosage {
  const [from, to] = [weekdayOf(first), weekdayOf(last)];
  const isIn = (day: number) => (from <= to ? from <= day && day <= to : from <= day || day <= to);
  return days("weekdays", WEEKDAYS.filter(isIn));
}

/** `mwf`, `tuth`: T alone is Tuesday, for Thursday is always Th; a lone S says nothing. */
function lettered({ m, t, w, th, f, sa, su }: Groups): SaidDosage {
  return days(
    "weekdays",
    WEEKDAYS.filter((day) => [m, t, w, th, f, sa, su][day - 1]),
  );
}

const AMOUNT: readonly LineToken[] = [
  { pattern: at(`${N} ?x ?${N} ?(?:-|to) ?${N}(?: ?${REPS})?`), means: "rep_range" },
  { pattern: at(`${N} ?(?:-|to) ?${N} ?(?:x|${REPS})`), means: "rep_range" },
  {
    pattern: at(`(?<sets>${N})(?: ?x ?| ?sets? (?:of |x ?)?)(?:for )?${TIME}`),
    means: (g) => ({ sets: number(g.sets), durationSeconds: timeOf(g) }),
  },
  {
    pattern: at(`(?<sets>${N})(?: ?x ?| ?sets? (?:of |x ?))(?<reps>${N})(?: ?(?:${REPS}|times))?`),
    means: (g) => ({ sets: number(g.sets), reps: number(g.reps) }),
  },
  { pattern: at(`(?<sets>${N}) ?sets?`), means: (g) => ({ sets: number(g.sets) }) },
  {
    pattern: at(`(?<reps>${N})(?: ?x| ?${REPS}| times)`),
    means: (g) => ({ reps: number(g.reps) }),
  },
  {
    pattern: at(`h(?:old)?(?: for)?${TIME_OR_SECONDS}`),
    means: (g) => ({ holdSeconds: timeOf(g) }),
  },
  {
    pattern: at(`hold (?:for )?${TIME_OR_SECONDS}`),
    means: (g) => ({ holdSeconds: timeOf(g) }),
    place: "later",
  },
  { pattern: at("no ?hold"), means: { holdSeconds: null } },
  {
    pattern: at(`${TIME} ?x ?(?<reps>${N})`),
    means: (g) => ({ reps: number(g.reps), holdSeconds: timeOf(g) }),
  },
  { pattern: at(TIME), means: (g) => ({ durationSeconds: timeOf(g) }) },
  { pattern: at(`r(?:est)?${TIME_OR_SECONDS}`), means: (g) => ({ restSeconds: timeOf(g) }) },
  {
    pattern: at(`rest (?:for )?${TIME_OR_SECONDS}`),
    means: (g) => ({ restSeconds: timeOf(g) }),
    place: "later",
  },
  { pattern: at("no ?rest"), means: { restSeconds: 0 } },
  { pattern: at("rest ?open"), means: { restSeconds: null } },
];

const HOW: readonly LineToken[] = [
  {
    pattern: at(`(?<load>${N}) ?(?:kg|kgs|kilos?|kilograms?)`),
    means: (g) => ({ loadGrams: times(g.load, 1000) }),
  },
  {
    pattern: at(`(?<load>${N}) ?(?:g|grams?)`),
    means: (g) => ({ loadGrams: times(g.load, 1) }),
  },
  { pattern: at(`${N} ?(?:lbs?|pounds?)`), means: "pounds" },
  { pattern: at("no ?(?:load|weight)"), means: { loadGrams: null } },
  {
    pattern: at(`${COLOUR} (?:thera)?band`),
    means: (g) => ({ band: g.colour as Band }),
    place: "plain",
  },
  { pattern: at(`band ${COLOUR}`), means: (g) => ({ band: g.colour as Band }), place: "plain" },
  { pattern: at("no ?band"), means: { band: null } },
  {
    pattern: at("(?:t|tempo ?)(?<down>\\d+)[-/](?<hold>\\d+)[-/](?<up>\\d+)"),
    means: (g) => ({ tempo: `${g.down}-${g.hold}-${g.up}` }),
  },
  { pattern: at("no ?tempo"), means: { tempo: null } },
  { pattern: at("(?:left|lt)(?: side)?"), means: { side: "left" }, place: "plain" },
  { pattern: at("(?:right|rt)(?: side)?"), means: { side: "right" }, place: "plain" },
  { pattern: at("both sides"), means: "both_sides", place: "plain" },
  { pattern: at("both|bilateral"), means: { side: "both" }, place: "plain" },
  { pattern: at("(?:each|ea|per)(?: side)|each|ea"), means: { side: "each" }, place: "plain" },
  {
    pattern: at("(?:alt|alternating|alternate)(?: sides)?"),
    means: { side: "alternating" },
    place: "plain",
  },
  { pattern: at("no ?sides?"), means: { side: "none" } },
  { pattern: at("[lr]"), means: "side_short", place: "plain" },
];

const A_DAY = "(?:day|d)";
const A_WEEK = "(?:week|wk|w)";

const HOW_OFTEN: readonly LineToken[] = [
  {
    pattern: at(
      `${RANGE} ?(?:(?:x|times)? ?(?:/|per) ?${A_DAY}|(?:x|times) ?(?:a ?)?(?:${A_DAY}|daily))`,
    ),
    means: (g) => ({ timesPerDay: rangeOf(g) }),
  },
  {
    pattern: at(
      `${RANGE} ?(?:(?:x|times|days)? ?(?:/|per) ?${A_WEEK}|(?:x|times|days) ?(?:a ?)?(?:${A_WEEK}|weekly))`,
    ),
    means: (g) => perWeek(rangeOf(g)),
  },
  { pattern: at("once (?:a|per) day|once daily"), means: perDay(1) },
  { pattern: at("twice (?:a|per) day|twice daily|bid"), means: perDay(2) },
  { pattern: at("tid"), means: perDay(3) },
  { pattern: at("qid"), means: perDay(4) },
  { pattern: at("once (?:a|per) week"), means: perWeek({ min: 1, max: 1 }) },
  { pattern: at("twice (?:a|per) week"), means: perWeek({ min: 2, max: 2 }) },
  { pattern: at("daily|every ?day"), means: days("daily"), place: "plain" },
  {
    pattern: at("eod|qod|every (?:other|2nd|second) day|alternate days"),
    means: days("every_other_day"),
    place: "plain",
  },
  { pattern: at("prn|as needed"), means: days("as_needed"), place: "plain" },
  { pattern: at("weekdays"), means: days("weekdays", [1, 2, 3, 4, 5]), place: "plain" },
  { pattern: at("weekends?"), means: days("weekdays", [6, 7]), place: "plain" },
  {
    pattern: at(`(?<list>${DAY_NAME}(?:(?: ?[,/&+] ?|,? and | )${DAY_NAME})+)`),
    means: (g) => listed(g.list),
    place: "plain",
  },
  {
    pattern: at(`(?<first>${DAY_NAME})(?: ?- ?| to )(?<last>${DAY_NAME})`),
    means: (g) => spanned(g.first, g.last),
    place: "plain",
  },
  { pattern: at("sat"), means: "saturday", place: "plain" },
  { pattern: at(`(?<list>${DAY_NAME})`), means: (g) => listed(g.list), place: "plain" },
  {
    pattern: at(
      "(?!(?:m|tu?|w|th|f|sa|su)(?![a-z]))(?=[a-z])(?<m>m)?(?<t>tu|t)?(?<w>w)?(?<th>th)?(?<f>f)?(?<sa>sa)?(?<su>su)?",
    ),
    means: lettered,
    place: "plain",
  },
  {
    pattern: at("(?:from|to|until|till) \\d{1,2}[/.]\\d{1,2}(?:[/.]\\d{2,4})?"),
    means: "date_order",
  },
];

/** All tokens of a dosage. The first that fits is what was said, so the longer ones stand before the shorter. */
export const LINE_TOKENS: readonly LineToken[] = [...HOW_OFTEN, ...AMOUNT, ...HOW];
