"use client";

import { type ClipboardEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { LocalDate } from "../../../../domain/calendar/local-date";
import { notRead } from "../../../../domain/dosage/line-grammar/parse-line";
import { pastedLines } from "../../../../domain/dosage/line-grammar/pasted-lines";
import { dosageInWords } from "../../../../i18n/dosage-words";
import { cx } from "../../../../ui/cx";
import { LiveRegion } from "../../../../ui/live-region";
import type { ExerciseCard } from "../../../library/search-queries";
import { type NewLine, newLineOf } from "../../line-adding";
import { AddLineNotes } from "./add-line-notes";
import { AddLineOptions } from "./add-line-options";
import { AddLineReading, useReadingWords } from "./add-line-reading";
import type { Foreseen } from "./library-panel";
import { useAddLine } from "./use-add-line";

export const ADD_LINE_ID = "add-line";

export interface AddLineProps {
  readonly today: LocalDate;
  readonly isFirst: boolean;
  readonly isFull: boolean;
  readonly inPlan: ReadonlySet<string>;
  readonly foresee: (cards: readonly ExerciseCard[]) => ReadonlyMap<string, Foreseen>;
  readonly onAdd: (line: NewLine, edit: boolean) => void;
  /** Several lines at once. */
  readonly onPaste: (lines: readonly string[]) => void;
  readonly onHelp: () => void;
}

/** The field under the plan: one line is one exercise with its dose. The hands stay on the keyboard. */
export function AddLine(props: AddLineProps) {
  const { today, isFirst, isFull, inPlan, foresee, onAdd, onPaste, onHelp } = props;
  const t = useTranslations("plans.builder.line");
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [isIn, setIsIn] = useState(false);
  const line = useAddLine({ today, isFull, onAdd });
  const { text, read, search, current } = line;
  const isOpen = isIn && text.trim() !== "";
  const words = useReadingWords(read, text);

  // In view with what it holds now.
  const height = `${search.items.length} ${search.isCurrent} ${line.refusal !== null}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `height` says when it has grown
  useEffect(() => {
    if (!isOpen) return;
    panel.current?.scrollIntoView({ block: "nearest" });
    panel.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
    // Where there is no room for both, the field is what has to be seen.
    input.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen, height, current]);

  const enter = (how: { edit: boolean; without: boolean; card?: ExerciseCard }) => {
    const [first] = notRead(read);
    const refused = line.enter(how);
    // The word that has to be put right is marked: typing takes its place.
    if (refused === "notRead" && first) input.current?.setSelectionRange(first.from, first.to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : null;
    if (by !== null && !event.altKey && search.items.length > 0) {
      event.preventDefault();
      line.choose(by);
    }
    if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      enter({ edit: event.shiftKey, without: event.altKey });
    }
    if (event.key === "Escape" && text !== "") {
      event.preventDefault();
      event.stopPropagation();
      line.type("");
    }
  };
  const onPasteText = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData("text/plain");
    const lines = pastedLines(pasted);
    if (lines.length > 1) {
      event.preventDefault();
      onPaste(lines);
    } else if (lines[0] && text === "") {
      event.preventDefault();
      line.type(lines[0]);
    }
  };
  const optionId = (slug: string) => `${id}-${slug}`;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only watches whether the focus is within
    <div
      className="relative min-w-0 flex-1"
      onFocus={() => setIsIn(true)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setIsIn(false);
      }}
    >
      <label htmlFor={ADD_LINE_ID} className="sr-only">
        {t("label")}
      </label>
      <input
        ref={input}
        id={ADD_LINE_ID}
        type="text"
        role="combobox"
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="done"
        value={text}
        placeholder={t(isFirst ? "placeholderFirst" : "placeholder")}
        aria-expanded={isOpen && search.items.length > 0}
        aria-controls={`${id}-results`}
        aria-activedescendant={isOpen && current ? optionId(current.slug) : undefined}
        aria-autocomplete="list"
        aria-describedby={`${id}-read`}
        aria-invalid={line.refusal !== null || undefined}
        aria-keyshortcuts="n Alt+n"
        onChange={(event) => line.type(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPasteText}
        className={cx(
          "block min-h-14 w-full scroll-mt-44 lg:scroll-mt-4 rounded-card border px-4 text-ink outline-offset-0 placeholder:text-secondary",
          isIn || text !== ""
            ? "border-control bg-surface"
            : "border-dashed border-control/60 bg-transparent text-center hover:border-ink",
        )}
      />
      <p id={`${id}-read`} className="sr-only">
        {text.trim() === "" ? t("example") : words}
      </p>
      {isOpen && (
        // biome-ignore lint/a11y/noStaticElementInteractions: a press keeps the focus in the field above
        <div
          ref={panel}
          onMouseDown={(event) => event.preventDefault()}
          className="absolute inset-x-0 top-full z-20 mt-1.5 mb-4 scroll-mb-4 rounded-card border border-line bg-surface p-2 shadow-overlay"
        >
          <AddLineReading line={line} onWithout={() => enter({ edit: false, without: true })} />
          <AddLineOptions
            id={`${id}-results`}
            optionId={optionId}
            line={line}
            inPlan={inPlan}
            warnings={foresee(search.items)}
            onHelp={onHelp}
            onChoose={(card) => enter({ edit: false, without: false, card })}
          />
        </div>
      )}
      <AddLineNotes
        line={line}
        onEdit={(note) => {
          line.edit(note);
          input.current?.focus();
        }}
      />
      <LiveRegion>
        {isOpen && search.isCurrent && current
          ? t("best", {
              name: current.name,
              dose: dosageInWords(newLineOf(read, current).line.content.dosage, "en").amount,
              count: search.total,
            })
          : ""}
      </LiveRegion>
    </div>
  );
}
