"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { sidesCount } from "../../../domain/dosage/validate-dosage";
import type { DocumentExercise } from "../../../domain/plan/plan-document";
import { EFFORTS, OUTCOMES, SKIP_REASONS } from "../../../domain/session/facts";
import { DONE_BOUNDS } from "../../../domain/session/log-bounds";
import { Button } from "../../../ui/button";
import { NumberField } from "../../../ui/number-field";
import { RadioGroup } from "../../../ui/radio-group";
import { Segmented } from "../../../ui/segmented";
import { asPrescribed, type ExerciseAnswer } from "../offline/session-draft";
import { PainQuestion } from "./pain-question";

type Change = (said: Partial<ExerciseAnswer>) => void;
type Amount = keyof typeof DONE_BOUNDS;

interface Props {
  readonly exercise: DocumentExercise;
  readonly answer: ExerciseAnswer;
  readonly onChange: Change;
  /** The one thing to press next on this screen, until something is said. */
  readonly isLead?: boolean;
}

/** How one exercise went: done, partly or skipped, and what was really done. Nothing is preselected. */
export function ExerciseAnswerFields({ exercise, answer, onChange, isLead }: Props) {
  const t = useTranslations("portal.player");
  const offered = OUTCOMES.filter((o) => o !== "stepped_down" || answer.outcome === o);
  const wanted = asPrescribed(exercise);
  const [asksWhy, setAsksWhy] = useState(false);
  const leads = isLead && answer.outcome === null;
  const full =
    answer.outcome === "done" && amountsOf(exercise).every((a) => answer[a] === wanted[a]);
  return (
    <div className="grid gap-4">
      <Button
        wide
        variant={leads ? "primary" : undefined}
        icon={full ? "check" : undefined}
        aria-pressed={full}
        className={
          full
            ? "!border-spruce !bg-spruce-tint !text-spruce"
            : leads
              ? undefined
              : "!border-control"
        }
        onClick={() => onChange(wanted)}
      >
        {t("asPrescribed")}
      </Button>
      <Segmented
        wide
        name={`outcome-${exercise.prescribedId}`}
        label={t("outcomeQuestion")}
        value={answer.outcome ?? ""}
        onChange={(value) => {
          setAsksWhy(value === "skipped");
          onChange({ outcome: OUTCOMES.find((each) => each === value) ?? null });
        }}
        options={offered.map((value) => ({ value, label: t(`outcome.${value}`) }))}
      />
      {answer.outcome === "skipped" && (
        <SkipReasons exercise={exercise} answer={answer} onChange={onChange} reveal={asksWhy} />
      )}
      {answer.outcome !== null && answer.outcome !== "skipped" && (
        <>
          <Amounts exercise={exercise} answer={answer} onChange={onChange} />
          <Optional exercise={exercise} answer={answer} onChange={onChange} />
        </>
      )}
    </div>
  );
}

/** Why not, and what that leads to; `reveal` brings what has just appeared above the step's buttons. */
function SkipReasons({ exercise, answer, onChange, reveal }: Props & { reveal: boolean }) {
  const t = useTranslations("portal.player");
  const box = useRef<HTMLDivElement>(null);
  const { skipReason } = answer;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the advice of a reason appears too
  useEffect(() => {
    if (reveal) box.current?.scrollIntoView({ block: "nearest" });
  }, [reveal, skipReason]);
  return (
    <div ref={box} className="scroll-mt-24 scroll-mb-28">
      <RadioGroup
        name={`skip-${exercise.prescribedId}`}
        label={t("skipQuestion")}
        value={answer.skipReason ?? ""}
        onChange={(value) =>
          onChange({ skipReason: SKIP_REASONS.find((each) => each === value) ?? null })
        }
        options={SKIP_REASONS.map((value) => ({ value, label: t(`skip.${value}`) }))}
      />
      {answer.skipReason && (
        <p role="status" className="mt-3 rounded-control bg-sand px-3.5 py-3">
          {t(`skipAdvice.${answer.skipReason}`)}
        </p>
      )}
    </div>
  );
}

function amountsOf({ dosage }: DocumentExercise): Amount[] {
  const amounts: Amount[] = ["setsDone"];
  if (dosage.reps !== null) amounts.push("repsDone");
  if (dosage.holdSeconds !== null) amounts.push("holdSecondsDone");
  if (dosage.durationSeconds !== null) amounts.push("durationSecondsDone");
  return amounts;
}

const LABELS = {
  setsDone: "sets",
  repsDone: "reps",
  holdSecondsDone: "hold",
  durationSecondsDone: "duration",
} as const;

function Amounts({ exercise, answer, onChange }: Props) {
  const t = useTranslations("portal.player");
  const amounts = amountsOf(exercise);
  return (
    <fieldset className="min-w-0">
      <legend className="font-semibold">{t("amounts")}</legend>
      <p className="text-sm text-secondary">
        {t("amountsHint")} {sidesCount(exercise.dosage.side) > 1 && t("perSide")}
      </p>
      <div className="mt-3 grid grid-cols-[repeat(auto-fit,minmax(6rem,1fr))] gap-3">
        {amounts.map((amount) => (
          <AmountField
            key={`${exercise.prescribedId}-${amount}`}
            amount={amount}
            value={answer[amount]}
            onChange={(value) => onChange({ [amount]: value })}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** A whole number within its bounds; anything else is kept on screen, said so, and not recorded. */
function AmountField({
  amount,
  value,
  onChange,
}: {
  amount: Amount;
  value: number | null;
  onChange: (value: number | null) => void;
}) {
  const t = useTranslations("portal.player");
  const [odd, setOdd] = useState<string | null>(null);
  const { min, max } = DONE_BOUNDS[amount];
  const isTime = amount === "holdSecondsDone" || amount === "durationSecondsDone";

  function type(text: string) {
    const number = Number(text);
    const fits = /^\d+$/.test(text) && number >= min && number <= max;
    setOdd(fits || text === "" ? null : text);
    onChange(fits ? number : null);
  }

  return (
    <NumberField
      label={t(LABELS[amount])}
      unit={isTime ? t("seconds") : undefined}
      value={value === null ? (odd ?? "") : String(value)}
      error={value === null && odd !== null ? t("outOfRange", { min, max }) : undefined}
      onChange={(event) => type(event.target.value.trim())}
    />
  );
}

function Optional({ exercise, answer, onChange }: Props) {
  const t = useTranslations("portal.player");
  return (
    <details className="group" open={answer.painWorst !== null || answer.effort !== null}>
      <summary className="flex min-h-target items-center text-spruce underline underline-offset-4">
        {t("optional")}
      </summary>
      <div className="grid gap-5 pt-2">
        <Segmented
          wide
          name={`effort-${exercise.prescribedId}`}
          label={t("effortQuestion")}
          value={answer.effort ?? ""}
          onChange={(value) => onChange({ effort: EFFORTS.find((each) => each === value) ?? null })}
          options={EFFORTS.map((value) => ({ value, label: t(`effort.${value}`) }))}
        />
        <PainQuestion
          label={t("worst")}
          value={answer.painWorst}
          onChange={(painWorst) => onChange({ painWorst })}
        />
      </div>
    </details>
  );
}
