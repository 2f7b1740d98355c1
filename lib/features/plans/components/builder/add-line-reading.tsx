"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { notRead } from "../../../../domain/dosage/line-grammar/parse-line";
import type { LineSpan, ReadLine } from "../../../../domain/dosage/line-grammar/read-line";
import { MAX_EXERCISES } from "../../../../domain/plan/validate-plan";
import { lineProblemWords, quotedWords, spanWords } from "../../../../i18n/typed-line-words";
import { dosageProblemWords } from "../../../../i18n/plan-problem-words";
import { Button } from "../../../../ui/button";
import { cx } from "../../../../ui/cx";
import { Icon } from "../../../../ui/icon";
import type { LineObstacle } from "../../line-adding";
import type { AddLine, Refusal } from "./use-add-line";

/** What was read of a line and what not, as sentences. */
export function useReadingWords(read: ReadLine, text: string): string {
  const t = useTranslations("plans");
  const taken = read.spans.filter(({ kind, problem }) => kind === "dose" && problem === null);
  const left = notRead(read);
  const sentences = [
    taken.length > 0 &&
      t("builder.line.reading", {
        words: taken.map((span) => spanWords(t, span, read)).join(", "),
      }),
    ...lineProblemWords(t, left, text),
  ];
  return sentences.filter(Boolean).join(" ");
}

/** Why an exercise cannot be added, as a sentence. */
export function useObstacleWords(): (name: string, obstacle: LineObstacle) => string {
  const t = useTranslations("plans");
  return (name, obstacle) =>
    obstacle.kind === "dose"
      ? t("builder.line.dose", {
          name,
          field: t(`field.${obstacle.problem.field}`),
          sentence: dosageProblemWords(t, obstacle.problem),
        })
      : t(`builder.line.${obstacle.kind}`, { name });
}

/** The line as it was read, token by token, and what has to be put right. */
export function AddLineReading({ line, onWithout }: { line: AddLine; onWithout: () => void }) {
  const t = useTranslations("plans");
  const { read, text, refusal } = line;
  const isAsked = refusal === "notRead";
  // A word that is still being typed is not wrong yet.
  const isTyped = ({ to }: LineSpan) => !isAsked && to === text.length;
  const shown = read.spans.filter(({ kind }) => kind === "dose" || kind === "unread");
  const left = notRead(read).filter((span) => !isTyped(span));
  if (shown.length === 0 && left.length === 0 && refusal === null) return null;
  return (
    <div className="mb-2 border-b border-line px-1.5 pt-1 pb-2.5">
      {shown.length > 0 && (
        <ul aria-label={t("builder.line.read")} className="flex flex-wrap gap-1.5">
          {shown.map((span) => (
            <li
              key={span.from}
              className={cx(
                "rounded-badge px-2 py-0.5 text-sm font-semibold wrap-anywhere tabular-nums",
                span.problem === null
                  ? "bg-spruce-tint text-spruce"
                  : isTyped(span)
                    ? "bg-sand text-secondary"
                    : "bg-clay-tint text-clay underline decoration-dotted underline-offset-3",
              )}
            >
              {span.problem === null ? spanWords(t, span, read) : text.slice(span.from, span.to)}
            </li>
          ))}
        </ul>
      )}
      {lineProblemWords(t, left, text).map((sentence) => (
        <Sentence key={sentence}>{sentence}</Sentence>
      ))}
      <RefusalSentence line={line} refusal={refusal} />
      {isAsked && read.name !== "" && (
        <Button size="sm" className="mt-2" onClick={onWithout}>
          {t("builder.line.without", { words: quotedWords(notRead(read), text) })}
        </Button>
      )}
    </div>
  );
}

function RefusalSentence({ line, refusal }: { line: AddLine; refusal: Refusal | null }) {
  const t = useTranslations("plans.builder.line");
  const obstacleWords = useObstacleWords();
  if (refusal === null || refusal === "notRead" || refusal === "nothing") return null;
  if (refusal === "noName") return <Sentence isUrgent>{t("noName")}</Sentence>;
  if (refusal === "full") return <Sentence isUrgent>{t("full", { max: MAX_EXERCISES })}</Sentence>;
  return <Sentence isUrgent>{obstacleWords(line.current?.name ?? "", refusal)}</Sentence>;
}

function Sentence({ children, isUrgent }: { children: ReactNode; isUrgent?: boolean }) {
  return (
    <p
      role={isUrgent ? "alert" : undefined}
      className="mt-1.5 flex gap-1.5 text-sm font-semibold wrap-anywhere text-clay"
    >
      <Icon name="warning" className="mt-[0.1em]" />
      {children}
    </p>
  );
}
