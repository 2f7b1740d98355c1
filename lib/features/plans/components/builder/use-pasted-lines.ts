"use client";

import { useEffect, useMemo, useState } from "react";
import type { LocalDate } from "../../../../domain/calendar/local-date";
import { notRead, parseLine } from "../../../../domain/dosage/line-grammar/parse-line";
import type { LineSpan, ReadLine } from "../../../../domain/dosage/line-grammar/read-line";
import type { ExerciseCard, SearchResult } from "../../../library/search-queries";
import { type LineObstacle, type NewLine, newLineOf } from "../../line-adding";
import { useLookUp } from "./use-line-search";

/** More lines than this are no exercise list. */
export const MAX_PASTED = 60;

interface Row {
  readonly text: string;
  /** Null: nobody has said; a line that is whole is taken. */
  readonly ticked: boolean | null;
  /** The chosen match; null: the best one. */
  readonly slug: string | null;
}

/** One pasted line as it stands now. */
export interface PastedLine extends Row {
  readonly read: ReadLine;
  /** Words that were not taken; while there are any, the line is not added. */
  readonly left: readonly LineSpan[];
  readonly standing: "looking" | "failed" | "noName" | "nothing" | "found";
  readonly items: readonly ExerciseCard[];
  readonly card: ExerciseCard | null;
  readonly line: NewLine | null;
  readonly obstacle: LineObstacle | null;
  /** What a misspelt name was taken for: only a person can say whether rightly. */
  readonly meant: string | null;
  readonly canBeTaken: boolean;
  readonly isTaken: boolean;
}

function standingOf(name: string, result: SearchResult | null | undefined) {
  if (name === "") return "noName";
  if (result === undefined) return "looking";
  if (result === null) return "failed";
  return result.items.length === 0 ? "nothing" : "found";
}

function pastedLine(row: Row, read: ReadLine, result: SearchResult | null | undefined): PastedLine {
  const standing = standingOf(read.name, result);
  const items = (standing === "found" && result?.items) || [];
  const card = items.find(({ slug }) => slug === row.slug) ?? items[0] ?? null;
  const made = card ? newLineOf(read, card) : null;
  const left = notRead(read);
  const obstacle = made?.obstacle ?? null;
  const meant = (row.slug === null && result?.meant) || null;
  const canBeTaken = made !== null && obstacle === null && left.length === 0;
  const isTaken = canBeTaken && (row.ticked ?? meant === null);
  const line = made?.line ?? null;
  return { ...row, read, left, standing, items, card, line, obstacle, meant, canBeTaken, isTaken };
}

/** The lines of a pasted list with what each would add. */
export function usePastedLines(pasted: readonly string[], today: LocalDate) {
  const [rows, setRows] = useState<readonly Row[]>(() =>
    pasted.slice(0, MAX_PASTED).map((text) => ({ text, ticked: null, slug: null })),
  );
  const [results, setResults] = useState<Readonly<Record<string, SearchResult | null>>>({});
  const lookUp = useLookUp();
  const reads = useMemo(() => rows.map(({ text }) => parseLine(text, today)), [rows, today]);
  const names = reads.map(({ name }) => name).join("\n");

  useEffect(() => {
    let isLate = false;
    const ask = async () => {
      for (const name of new Set(names.split("\n"))) {
        if (isLate) return;
        if (name === "") continue;
        const result = await lookUp(name);
        setResults((all) => (all[name] === result ? all : { ...all, [name]: result }));
      }
    };
    const timer = setTimeout(() => void ask(), 120);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [names, lookUp]);

  const change = (at: number, to: Partial<Row>) =>
    setRows((all) => all.map((row, i) => (i === at ? { ...row, ...to } : row)));
  const lines = rows.map((row, i) => {
    const read = reads[i] as ReadLine;
    return pastedLine(row, read, results[read.name]);
  });
  return { lines, change, isCut: pasted.length > MAX_PASTED };
}
