"use client";

import { type CSSProperties, type ReactNode, useId, useState } from "react";
import { cx } from "./cx";
import { FieldError } from "./field-error";
import { painColours } from "./pain-colours";

const SCORES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** The numeric pain rating: eleven radios with their words, nothing preselected, and a way to leave it out. */
export function PainScale({
  label,
  labelHidden,
  words,
  hint,
  skipLabel,
  instant,
  name,
  value,
  onChange,
  error,
  className,
}: {
  label: ReactNode;
  labelHidden?: boolean;
  /** Eleven descriptions, 0 first ("no pain") and 10 last ("worst imaginable"); the ends are always printed. */
  words: readonly string[];
  hint?: ReactNode;
  /** Shows a button that takes the answer back, such as "Skip this". */
  skipLabel?: string;
  /** The press itself is the answer and the question goes: no line repeats it. */
  instant?: boolean;
  /** Name in a form; without an answer nothing is sent. */
  name?: string;
  /** Controlled use: a score, or null for no answer. */
  value?: number | null;
  onChange?: (score: number | null) => void;
  error?: string;
  className?: string;
}) {
  const id = useId();
  const [own, setOwn] = useState<number | null>(null);
  const chosen = value === undefined ? own : value;
  const choose = (score: number | null) => {
    setOwn(score);
    onChange?.(score);
  };
  return (
    <fieldset
      aria-describedby={cx(error && `${id}-error`, Boolean(hint) && `${id}-hint`) || undefined}
      className={cx("@container min-w-0", className)}
    >
      <legend className={cx("mb-1.5 font-semibold", labelHidden && "sr-only")}>{label}</legend>
      {hint && (
        <p id={`${id}-hint`} className="mb-2.5 text-sm text-secondary">
          {hint}
        </p>
      )}
      <div className="grid grid-cols-3 gap-1 @min-[12rem]:grid-cols-4 @min-[17.75rem]:grid-cols-6 @min-[20rem]:gap-1.5 @min-[33rem]:grid-cols-11 @min-[33rem]:gap-1">
        {SCORES.map((score) => (
          <Score
            key={score}
            score={score}
            word={words[score]}
            name={name ?? id}
            checked={chosen === score}
            onChoose={() => choose(score)}
          />
        ))}
      </div>
      <div
        aria-hidden="true"
        className="mt-1.5 flex flex-wrap justify-between gap-x-6 text-sm text-secondary"
      >
        <span>0 {words[0]}</span>
        <span className="ml-auto text-right">10 {words[10]}</span>
      </div>
      <div
        className={cx(
          "mt-2 min-h-target-sm flex-wrap items-center justify-between gap-x-4",
          instant ? "hidden" : "flex",
        )}
      >
        <p aria-hidden="true" className="font-semibold tabular-nums">
          {chosen === null ? "" : `${chosen} · ${words[chosen] ?? ""}`}
        </p>
        {skipLabel && (
          <button
            type="button"
            onClick={() => choose(null)}
            className="min-h-target-sm px-1 text-secondary underline underline-offset-3 hover:text-ink"
          >
            {skipLabel}
          </button>
        )}
      </div>
      <FieldError id={`${id}-error`} message={error} />
    </fieldset>
  );
}

function Score({
  score,
  word,
  name,
  checked,
  onChoose,
}: {
  score: number;
  word: string | undefined;
  name: string;
  checked: boolean;
  onChoose: () => void;
}) {
  const { fill, text } = painColours(score);
  return (
    <label
      style={{ "--fill": fill, "--on-fill": text } as CSSProperties}
      className={cx(
        "relative flex min-h-14 min-w-0 flex-col items-center justify-center rounded-control border text-[1.25rem] font-bold tabular-nums",
        "shadow-[inset_0_-0.5rem_0_var(--fill)] has-focus-visible:outline-[2.5px] has-focus-visible:outline-offset-2 has-focus-visible:outline-spruce",
        checked
          ? "border-ink bg-(--fill) text-(--on-fill) ring-2 ring-ink"
          : "border-control bg-surface pb-1 text-ink hover:border-ink",
      )}
    >
      <input
        type="radio"
        name={name}
        value={score}
        checked={checked}
        onChange={onChoose}
        aria-label={word ? `${score}, ${word}` : String(score)}
        className="absolute inset-0 size-full cursor-pointer appearance-none rounded-control outline-none"
      />
      {score}
    </label>
  );
}
