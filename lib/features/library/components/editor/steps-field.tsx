"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { EXERCISE_BOUNDS } from "../../../../domain/library/exercise-bounds";
import { Button, IconButton } from "../../../../ui/button";
import { cx } from "../../../../ui/cx";
import { CONTROL } from "../../../../ui/field";
import { FieldError } from "../../../../ui/field-error";
import { LiveRegion } from "../../../../ui/live-region";
import { newStep, type Step } from "./form-values";

/** The steps in order: Enter begins the next one, Alt with an arrow moves one, buttons do the same. */
export function StepsField({
  label,
  lang,
  steps,
  onChange,
  errorAt,
}: {
  label: string;
  lang: string;
  steps: readonly Step[];
  onChange: (steps: readonly Step[]) => void;
  errorAt: (index: number) => string | undefined;
}) {
  const t = useTranslations("library.editor.steps");
  const id = useId();
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef<string | null>(null);
  const [said, say] = useState("");
  const isFull = steps.length >= EXERCISE_BOUNDS.steps;

  useEffect(() => {
    if (wanted.current === null) return;
    list.current?.querySelector<HTMLElement>(wanted.current)?.focus();
    wanted.current = null;
  });

  const focusText = (step: Step | undefined) => {
    wanted.current = step ? `[data-step="${step.key}"] textarea` : null;
  };
  const addAfter = (index: number) => {
    if (isFull) return;
    const step = newStep();
    focusText(step);
    onChange([...steps.slice(0, index + 1), step, ...steps.slice(index + 1)]);
  };
  const remove = (index: number) => {
    const rest = steps.filter((_, i) => i !== index);
    const left = rest.length > 0 ? rest : [newStep()];
    focusText(left[Math.max(0, index - 1)]);
    say(t("removed", { n: index + 1 }));
    onChange(left);
  };
  const move = (index: number, by: -1 | 1, part: "up" | "down" | "text") => {
    const to = index + by;
    const step = steps[index];
    if (!step || to < 0 || to >= steps.length) return;
    const rest = steps.filter((_, i) => i !== index);
    const ends = to === 0 || to === steps.length - 1;
    const target = part === "text" || ends ? "textarea" : `[data-part=${part}]`;
    wanted.current = `[data-step="${step.key}"] ${target}`;
    say(t("moved", { n: index + 1, to: to + 1 }));
    onChange([...rest.slice(0, to), step, ...rest.slice(to)]);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>, index: number) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.altKey && by) {
      event.preventDefault();
      move(index, by as -1 | 1, "text");
    }
    if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      addAfter(index);
    }
    if (event.key === "Backspace" && steps[index]?.text === "" && steps.length > 1) {
      event.preventDefault();
      remove(index);
    }
  };

  return (
    <div>
      <p id={`${id}-label`} className="mb-1.5 font-semibold">
        {label}
      </p>
      <ol ref={list} aria-labelledby={`${id}-label`} className="grid gap-2">
        {steps.map((step, i) => {
          const error = errorAt(i);
          return (
            <li key={step.key} data-step={step.key}>
              <div className="flex items-start gap-1.5">
                <span
                  aria-hidden="true"
                  className="w-5 shrink-0 pt-2.5 text-right text-secondary tabular-nums"
                >
                  {i + 1}.
                </span>
                <textarea
                  rows={1}
                  lang={lang}
                  aria-label={t("step", { label, n: i + 1 })}
                  aria-invalid={error ? true : undefined}
                  aria-describedby={cx(error && `${id}-error-${i}`, `${id}-hint`) || undefined}
                  value={step.text}
                  onChange={(event) =>
                    onChange(
                      steps.map((one, at) =>
                        at === i ? { ...one, text: event.target.value } : one,
                      ),
                    )
                  }
                  onKeyDown={(event) => onKeyDown(event, i)}
                  className={cx(CONTROL, "field-sizing-content min-w-0 flex-1 resize-none py-2")}
                />
                <span className="flex shrink-0">
                  <IconButton
                    data-part="up"
                    size="sm"
                    icon="arrow-up"
                    label={t("up", { n: i + 1 })}
                    disabled={i === 0}
                    className="!w-8"
                    onClick={() => move(i, -1, "up")}
                  />
                  <IconButton
                    data-part="down"
                    size="sm"
                    icon="arrow-down"
                    label={t("down", { n: i + 1 })}
                    disabled={i === steps.length - 1}
                    className="!w-8"
                    onClick={() => move(i, 1, "down")}
                  />
                  <IconButton
                    size="sm"
                    icon="close"
                    label={t("remove", { n: i + 1 })}
                    className="!w-8"
                    onClick={() => remove(i)}
                  />
                </span>
              </div>
              <FieldError id={`${id}-error-${i}`} message={error} />
            </li>
          );
        })}
      </ol>
      <Button
        size="sm"
        variant="quiet"
        icon="plus"
        className="mt-1.5 ml-4"
        disabled={isFull}
        onClick={() => addAfter(steps.length - 1)}
      >
        {t("add")}
      </Button>
      <p id={`${id}-hint`} className="sr-only">
        {t("hint")}
      </p>
      <LiveRegion>{said}</LiveRegion>
    </div>
  );
}
