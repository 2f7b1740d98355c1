import type { LocalDate } from "../../calendar/local-date";
import type { DosageProblem } from "../dosage";
import type { TokenProblem } from "./line-tokens";
import type { SaidDosage, SaidField } from "./said-dosage";

/** Longest name that is searched for, and longest line that is read (design judgement). */
export const LINE_NAME_MAX = 120;
export const LINE_MAX = 2000;

export type LineField = SaidField | "cue" | "mustDo" | "startsOn" | "endsOn";

/** Why words were not taken. */
export interface LineProblem {
  readonly code:
    | TokenProblem
    /** A word that is neither name nor dose; `number`: it has digits, so it may be meant as one. */
    | "unread"
    | "number"
    /** Two different values for `field`. */
    | "twice"
    | "reps_or_time"
    | "load_or_band"
    /** `dosage` says which field and its bounds. */
    | "dosage"
    | "no_such_day"
    | "end_before_start"
    | "quote_open"
    | "cue_too_long"
    | "name_too_long"
    | "line_too_long";
  readonly field?: LineField;
  readonly dosage?: DosageProblem;
  readonly max?: number;
}

/** A piece of the line: places in what was typed, `to` excluded. Between spans there are only spaces. */
export interface LineSpan {
  readonly from: number;
  readonly to: number;
  readonly kind: "name" | "dose" | "between" | "unread";
  /** The fields it says, taken or not. */
  readonly fields: readonly LineField[];
  /** Null: it was taken. */
  readonly problem: LineProblem | null;
}

/** What a line says. */
export interface LineContent {
  /** As typed, with single spaces; empty: the line names no exercise. */
  readonly name: string;
  readonly said: SaidDosage;
  readonly cue: string | null;
  readonly mustDo: boolean;
  /** First and last day; null: open. */
  readonly startsOn: LocalDate | null;
  readonly endsOn: LocalDate | null;
}

/** What a line says, and what became of each of its words, in their order. */
export interface ReadLine extends LineContent {
  readonly spans: readonly LineSpan[];
}

/** A line that says nothing. */
export const SILENT: LineContent = {
  name: "",
  said: {},
  cue: null,
  mustDo: false,
  startsOn: null,
  endsOn: null,
};
