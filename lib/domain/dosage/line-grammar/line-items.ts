import type { LocalDate } from "../../calendar/local-date";
import { LINE_TEXT_MAX } from "../../plan/validate-plan";
import { DAY_WORDS, readDay } from "./line-dates";
import { at, LINE_TOKENS, type LineToken } from "./line-tokens";
import type { PlainText } from "./plain-text";
import { LINE_MAX, type LineField, type LineProblem } from "./read-line";
import { checkSaid, type SaidDosage } from "./said-dosage";

/** What one item says beside the dosage. */
export interface SaidBeside {
  readonly cue?: string;
  readonly mustDo?: true;
  readonly startsOn?: LocalDate;
  readonly endsOn?: LocalDate;
}

/** One word, or several that say one thing; places in the plain text. */
export interface LineItem {
  readonly from: number;
  readonly to: number;
  /** `plain`: a dose, or part of the name if more of it follows; `joint`: "with", "and" between two things. */
  readonly kind: "word" | "plain" | "dose" | "joint" | "between";
  readonly said: SaidDosage;
  readonly beside: SaidBeside;
  readonly fields: readonly LineField[];
  readonly problem: LineProblem | null;
}

type Found = Pick<LineItem, "to" | "kind"> & Partial<LineItem>;

const BETWEEN = /[,;:()[\]|·•.]+/y;
const LONE_SIGN = at("[-+/&=]+");
const JOINT = at("with|and|for|at|plus");
const STAR = at("\\*");
const LEADING_STAR = /\*(?=[^ *])/y;
const FROM_DAY = at(`from (?<day>${DAY_WORDS})`);
const TO_DAY = at(`(?:to|until|till) (?<day>${DAY_WORDS})`);
const WORD = /[^ ,;()[\]|·•]+/y;

const CLOSED_BY: Readonly<Record<string, string>> = {
  '"': '"',
  "“": '”“"',
  "„": '”“"',
  "«": "»",
};
const AFTER_QUOTE = /[ ,;:()[\]|·•.]/;

function matchAt(pattern: RegExp, text: string, place: number): RegExpExecArray | null {
  pattern.lastIndex = place;
  return pattern.exec(text);
}

/** A quoted cue: it ends at the quotation mark that a word's end follows; a backslash takes the next mark as written. */
function quoteAt({ text, at: places }: PlainText, typed: string, place: number): Found | null {
  const closers = CLOSED_BY[text[place] ?? ""];
  if (!closers) return null;
  for (let i = place + 1; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (
      closers.includes(text[i] as string) &&
      (i + 1 === text.length || AFTER_QUOTE.test(text[i + 1] as string))
    ) {
      const raw = typed.slice((places[place] as number) + 1, places[i]);
      const cue = raw
        .replaceAll("\0", "")
        .replace(/\\(["“”„«»\\])/gu, "$1")
        .trim();
      const isLong = [...cue].length > LINE_TEXT_MAX;
      const problem: LineProblem | null = isLong
        ? { code: "cue_too_long", max: LINE_TEXT_MAX }
        : null;
      return {
        to: i + 1,
        kind: "dose",
        fields: ["cue"],
        beside: cue === "" ? {} : { cue },
        problem,
      };
    }
  }
  return { to: text.length, kind: "dose", fields: ["cue"], problem: { code: "quote_open" } };
}

function dayAt(
  text: string,
  place: number,
  { today, startsOn }: { readonly today: LocalDate; readonly startsOn: LocalDate | null },
): Found | null {
  for (const [field, pattern] of [
    ["startsOn", FROM_DAY],
    ["endsOn", TO_DAY],
  ] as const) {
    const match = matchAt(pattern, text, place);
    if (!match) continue;
    const earliest = field === "endsOn" && startsOn ? startsOn : today;
    const day = readDay(match.groups?.day ?? "", earliest);
    return {
      to: place + match[0].length,
      kind: "dose",
      fields: [field],
      beside: day ? { [field]: day } : {},
      problem: day ? null : { code: "no_such_day" },
    };
  }
  return null;
}

function meaningOf(
  token: LineToken,
  match: RegExpExecArray,
): Pick<LineItem, "said" | "fields" | "problem"> {
  const { means } = token;
  if (typeof means === "string") return { said: {}, fields: [], problem: { code: means } };
  const said = typeof means === "function" ? means(match.groups ?? {}) : means;
  const dosage = checkSaid(said);
  return {
    said,
    fields: Object.keys(said) as LineField[],
    problem: dosage ? { code: "dosage", dosage } : null,
  };
}

function tokenAt(text: string, place: number, isLater: boolean): Found | null {
  for (const token of LINE_TOKENS) {
    if (token.place === "later" && !isLater) continue;
    const match = matchAt(token.pattern, text, place);
    if (!match) continue;
    const kind = token.place === "plain" ? "plain" : "dose";
    return { to: place + match[0].length, kind, ...meaningOf(token, match) };
  }
  return null;
}

function wordAt(text: string, place: number): Found {
  const run = matchAt(WORD, text, place)?.[0] ?? (text[place] as string);
  const bare = run.replace(/[:.]+$/, "");
  return { to: place + (bare === "" ? run : bare).length, kind: "word" };
}

/** Everything on a line in its order, spaces left out. `today` is what dates without a year are counted from. */
export function lineItems(plain: PlainText, typed: string, today: LocalDate): LineItem[] {
  const items: LineItem[] = [];
  const text = plain.text.slice(0, LINE_MAX);
  let startsOn: LocalDate | null = null;
  let place = 0;
  const lengthAt = (pattern: RegExp) => matchAt(pattern, text, place)?.[0].length ?? 0;
  while (place < text.length) {
    if (text[place] === " ") {
      place++;
      continue;
    }
    const isFirst = items.every(({ kind }) => kind === "between");
    const star = lengthAt(STAR) || (isFirst ? lengthAt(LEADING_STAR) : 0);
    const between = lengthAt(BETWEEN) || lengthAt(LONE_SIGN);
    const joint = lengthAt(JOINT);
    const found: Found =
      between > 0
        ? { to: place + between, kind: "between" }
        : star > 0
          ? { to: place + star, kind: "dose", fields: ["mustDo"], beside: { mustDo: true } }
          : (quoteAt({ ...plain, text }, typed, place) ??
            dayAt(text, place, { today, startsOn }) ??
            tokenAt(
              text,
              place,
              items.some(({ kind }) => kind === "dose"),
            ) ??
            (joint > 0 ? { to: place + joint, kind: "joint" } : wordAt(text, place)));
    startsOn = found.beside?.startsOn ?? startsOn;
    items.push({ from: place, said: {}, beside: {}, fields: [], problem: null, ...found });
    place = found.to;
  }
  return items;
}
