"use client";

import { useEffect, useEffectEvent, useMemo, useState } from "react";
import type { LocalDate } from "../../../../domain/calendar/local-date";
import { notRead, parseLine } from "../../../../domain/dosage/line-grammar/parse-line";
import type { LineSpan, ReadLine } from "../../../../domain/dosage/line-grammar/read-line";
import type { ExerciseCard, SearchResult } from "../../../library/search-queries";
import { type LineObstacle, type NewLine, newLineOf } from "../../line-adding";
import { useLineSearch, useLookUp } from "./use-line-search";

/** A line that was entered, with everything that was known of it then. */
export interface Entered {
  readonly id: number;
  readonly text: string;
  readonly read: ReadLine;
  /** The match that was seen and chosen; null: the best one, once it is known. */
  readonly card: ExerciseCard | null;
  /** Goes on to the dosage fields. */
  readonly edit: boolean;
}

/** What a line came to that is worth a word. */
export type LineNote =
  | {
      readonly id: number;
      readonly kind: "without";
      readonly text: string;
      readonly name: string;
      readonly spans: readonly LineSpan[];
    }
  | {
      readonly id: number;
      readonly kind: "nothing" | "meant" | "failed" | "full" | "kept";
      readonly text: string;
      readonly name: string;
    }
  | {
      readonly id: number;
      readonly kind: "obstacle";
      readonly text: string;
      readonly name: string;
      readonly obstacle: LineObstacle;
    };

/** Why Enter did not add what is in the field. */
export type Refusal = "noName" | "notRead" | "nothing" | "full" | LineObstacle;

let lastId = 0;

/** The line that is typed: what it says, what fits it, and what Enter makes of it. */
export function useAddLine({
  today,
  isFull,
  onAdd,
}: {
  today: LocalDate;
  isFull: boolean;
  onAdd: (line: NewLine, edit: boolean) => void;
}) {
  const [text, setText] = useState("");
  // Of one name: half a dose ("h") is part of the name for a moment, and must not undo the choice.
  const [chosen, setChosen] = useState<{ readonly name: string; readonly slug: string } | null>(
    null,
  );
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [waiting, setWaiting] = useState<readonly Entered[]>([]);
  const [notes, setNotes] = useState<readonly LineNote[]>([]);
  const read = useMemo(() => parseLine(text, today), [text, today]);
  const lookUp = useLookUp();
  const search = useLineSearch(read.name, lookUp);
  const current =
    search.items.find(({ slug }) => chosen?.name === read.name && slug === chosen.slug) ??
    search.items[0];

  const type = (next: string) => {
    setText(next);
    if (next === "") setChosen(null);
    setRefusal(null);
  };
  const choose = (by: 1 | -1) => {
    const next = current && search.items[search.items.indexOf(current) + by];
    if (next) setChosen({ name: read.name, slug: next.slug });
    setRefusal(null);
  };
  const note = (more: LineNote) => setNotes((all) => [...all, more]);
  /** Back into the field; what stands there is kept. */
  const edit = ({ id, text: typed }: LineNote) => {
    setNotes((all) => all.filter((one) => one.id !== id));
    if (text.trim() !== "") note({ id: ++lastId, kind: "kept", text, name: read.name });
    type(typed);
  };
  const dismiss = (id: number) => setNotes((all) => all.filter((one) => one.id !== id));

  const add = (entered: Entered, card: ExerciseCard) => {
    const spans = notRead(entered.read);
    onAdd(newLineOf(entered.read, card).line, entered.edit);
    // News of an earlier line would be taken for news of this one.
    setNotes((all) => all.filter(({ kind }) => kind !== "without"));
    if (spans.length > 0)
      note({ id: entered.id, kind: "without", text: entered.text, name: card.name, spans });
  };

  /** A line that was entered before the library had answered, and is no longer in the field. */
  const settle = useEffectEvent((entered: Entered, result: SearchResult | null) => {
    const {
      id,
      text: typed,
      read: { name },
    } = entered;
    const card = entered.card ?? result?.items[0];
    const rest = { id, text: typed, name };
    if (!card) note({ ...rest, kind: result ? "nothing" : "failed" });
    // Nobody has seen what the search made of the misspelt word.
    else if (!entered.card && result?.meant) note({ ...rest, kind: "meant" });
    else if (isFull) note({ ...rest, kind: "full" });
    else {
      const { obstacle } = newLineOf(entered.read, card);
      if (obstacle) note({ ...rest, name: card.name, kind: "obstacle", obstacle });
      else add(entered, card);
    }
    setWaiting((all) => all.filter((one) => one.id !== id));
  });
  const next = waiting[0];
  useEffect(() => {
    if (!next) return;
    let isLate = false;
    void lookUp(next.read.name).then((result) => {
      if (!isLate) settle(next, result);
    });
    return () => {
      isLate = true;
    };
  }, [next, lookUp]);

  /** Adds the line, or says why not. `without`: leaves out what was not read. */
  const enter = ({
    edit,
    without,
    card = current,
  }: {
    readonly edit: boolean;
    readonly without: boolean;
    readonly card?: ExerciseCard;
  }): Refusal | null => {
    if (text.trim() === "") return null;
    const refuse = (why: Refusal) => {
      setRefusal(why);
      return why;
    };
    if (read.name === "") return refuse("noName");
    if (notRead(read).length > 0 && !without) return refuse("notRead");
    if (isFull) return refuse("full");
    const isKnown = search.isCurrent && !search.failed;
    const entered = { id: ++lastId, text, read, edit, card: (isKnown && card) || null };
    if (isKnown) {
      if (!card) return refuse("nothing");
      const { obstacle } = newLineOf(read, card);
      if (obstacle) return refuse(obstacle);
    }
    if (!isKnown || waiting.length > 0) {
      setWaiting((all) => [...all, entered]);
      type("");
      return null;
    }
    if (!card) return null;
    add(entered, card);
    type("");
    return null;
  };

  return {
    text,
    type,
    read,
    search,
    current,
    choose,
    enter,
    refusal,
    waiting,
    notes,
    edit,
    dismiss,
  };
}

export type AddLine = ReturnType<typeof useAddLine>;
