"use client";

import { type Dispatch, useState } from "react";
import { Button as RacButton } from "react-aria-components/Button";
import { useTranslations } from "use-intl";
import type { PrecautionFinding } from "../../../../domain/cautions/precaution-check";
import type { Locale } from "../../../../domain/plan/plan-document";
import { FigureThumb } from "../../../../figures/figure-thumb";
import { Button } from "../../../../ui/button";
import { cx } from "../../../../ui/cx";
import { Icon } from "../../../../ui/icon";
import { Menu } from "../../../../ui/menu";
import type { BuilderAction, Pending } from "../../builder-state";
import type { ContentLine } from "../../draft-content";
import type { PlanExercise } from "../../exercise-queries";
import { DosageFields } from "./dosage-fields";
import { DraftText } from "./draft-text";

export interface CardFinding {
  readonly finding: PrecautionFinding;
  /** A contraindication without a reason. */
  readonly unresolved: boolean;
}

export interface ExerciseCardProps {
  readonly line: ContentLine;
  readonly exercise: PlanExercise;
  readonly position: number;
  readonly count: number;
  readonly pending: Pending;
  readonly findings: readonly CardFinding[];
  /** The patient's language. */
  readonly locale: Locale;
  /** Language of the words where there are none in the patient's; null: there are. */
  readonly writtenIn: Locale | null;
  readonly dispatch: Dispatch<BuilderAction>;
  readonly onMove: (lineId: string, to: number) => void;
  readonly onRemove: (lineId: string) => void;
  readonly onDuplicate: (lineId: string) => void;
  readonly onShowFinding: (finding: PrecautionFinding) => void;
}

/** One prescribed exercise: its dosage, words for the patient, and what the precaution check says of it. */
export function ExerciseCard(props: ExerciseCardProps) {
  const { line, exercise, position, pending, dispatch, findings, writtenIn } = props;
  const t = useTranslations("plans");
  const { lineId } = line;
  const [opened, setOpened] = useState<"cue" | "caution" | null>(null);
  const shows = (field: "cue" | "caution") =>
    line[field] !== null || opened === field || pending.texts[`${lineId}.${field}`] !== undefined;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the list from taking Tab and focus away from the fields
    <div
      data-line={lineId}
      onFocus={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        if (event.key === "Tab") event.stopPropagation();
      }}
      className="flex gap-1.5 py-3 pr-3 pl-1.5 sm:gap-2.5 sm:pl-2.5"
    >
      <RacButton
        slot="drag"
        aria-label={t("builder.list.drag", { name: exercise.name })}
        className="-mt-0.5 flex min-h-target w-8 shrink-0 cursor-grab items-center justify-center self-start rounded-control text-secondary hover:bg-paper hover:text-ink data-pressed:cursor-grabbing"
      >
        <Icon name="drag" />
      </RacButton>
      <FigureThumb
        figureId={exercise.figureId}
        photoId={exercise.photoId}
        alt=""
        mirrored={line.dosage.side === "left"}
        className="-ml-2 mt-1 !w-22 self-start max-sm:hidden"
      />
      <div className="min-w-0 flex-1">
        <div className="mb-1.5 flex items-start justify-between gap-2">
          <div className="flex min-w-0 flex-1 flex-wrap gap-x-2">
            <FigureThumb
              figureId={exercise.figureId}
              photoId={exercise.photoId}
              alt=""
              mirrored={line.dosage.side === "left"}
              className="!w-[64px] sm:hidden"
            />
            <h3 className="min-w-0 flex-1 basis-28 pt-1.5 text-lg leading-snug">
              <span className="mr-1.5 text-secondary tabular-nums">{position + 1}.</span>
              {exercise.name}
            </h3>
          </div>
          <CardActions {...props} onText={setOpened} shows={shows} />
        </div>
        <DosageFields
          lineId={lineId}
          dosage={line.dosage}
          typed={pending.dosage[lineId] ?? {}}
          start={exercise.dosage}
          dispatch={dispatch}
        />
        {(["cue", "caution"] as const).map(
          (field) =>
            shows(field) && (
              <div key={field} className="mt-3">
                <DraftText
                  label={t(`builder.list.${field}`)}
                  hint={t(`builder.list.${field}Hint`)}
                  field={field}
                  lineId={lineId}
                  value={line[field]}
                  pending={pending}
                  dispatch={dispatch}
                  autoFocus={opened === field}
                />
              </div>
            ),
        )}
        <CardStanding exercise={exercise} writtenIn={writtenIn} locale={props.locale} />
        {findings.map(({ finding, unresolved }) => (
          <CardNotice
            key={`${finding.conditionId} ${finding.reason}`}
            finding={finding}
            unresolved={unresolved}
            onShow={() => props.onShowFinding(finding)}
          />
        ))}
      </div>
    </div>
  );
}

function CardActions({
  line,
  exercise,
  position,
  count,
  dispatch,
  onMove,
  onRemove,
  onDuplicate,
  onText,
  shows,
}: ExerciseCardProps & {
  onText: (field: "cue" | "caution") => void;
  shows: (field: "cue" | "caution") => boolean;
}) {
  const t = useTranslations("plans.builder.list");
  const { lineId } = line;
  return (
    <div className="flex shrink-0 items-center">
      {(["cue", "caution"] as const).map(
        (field) =>
          !shows(field) && (
            <Button
              key={field}
              variant="quiet"
              size="sm"
              className="!px-2 !font-normal max-sm:hidden"
              onClick={() => onText(field)}
            >
              {t(field === "cue" ? "addCue" : "addCaution")}
            </Button>
          ),
      )}
      <Menu
        label={t("actions", { name: exercise.name })}
        size="sm"
        entries={[
          ...(["cue", "caution"] as const)
            .filter((field) => !shows(field))
            .map((field) => ({
              id: field,
              label: t(field),
              icon: "plus" as const,
              onAction: () => onText(field),
            })),
          {
            id: "up",
            label: t("moveUp"),
            icon: "arrow-up",
            disabled: position === 0,
            onAction: () => onMove(lineId, position - 1),
          },
          {
            id: "down",
            label: t("moveDown"),
            icon: "arrow-down",
            disabled: position === count - 1,
            onAction: () => onMove(lineId, position + 1),
          },
          { id: "copy", label: t("duplicate"), icon: "copy", onAction: () => onDuplicate(lineId) },
          {
            id: "reset",
            label: t("resetDosage"),
            icon: "undo",
            onAction: () => dispatch({ type: "reset-dosage", lineId, start: exercise.dosage }),
          },
          {
            id: "remove",
            label: t("remove"),
            icon: "close",
            danger: true,
            onAction: () => onRemove(lineId),
          },
        ]}
      />
    </div>
  );
}

/** What of the exercise itself a therapist must know before publishing. */
function CardStanding({
  exercise,
  locale,
  writtenIn,
}: Pick<ExerciseCardProps, "exercise" | "locale" | "writtenIn">) {
  const t = useTranslations("plans");
  const language = useTranslations("plans.builder.language");
  return (
    <>
      {!exercise.ready && (
        <p className="mt-2.5 rounded-control bg-clay-tint px-3 py-2 text-clay">
          {t("problem.unfinished")}{" "}
          <a
            href={`/library/${exercise.slug}/edit`}
            target="_blank"
            rel="noreferrer"
            className="font-semibold underline underline-offset-3"
          >
            {t("builder.library.finish")}
            <span className="sr-only"> ({t("builder.library.newTab")})</span>
          </a>
        </p>
      )}
      {writtenIn && (
        <p className="mt-2.5 flex gap-1.5 text-sm text-marigold">
          <Icon name="info" className="mt-[0.1em]" />
          {t("builder.list.otherLanguage", {
            missing: language(locale),
            other: language(writtenIn),
          })}
        </p>
      )}
    </>
  );
}

function CardNotice({
  finding,
  unresolved,
  onShow,
}: {
  finding: PrecautionFinding;
  unresolved: boolean;
  onShow: () => void;
}) {
  const t = useTranslations("plans.builder.precaution");
  const contra = finding.severity === "contraindicated";
  return (
    <div
      className={cx(
        "mt-2.5 flex flex-wrap items-baseline justify-between gap-x-3 rounded-control px-3 py-2",
        contra ? "bg-clay-tint text-clay" : "bg-marigold-tint text-marigold",
      )}
    >
      <p className="min-w-0 flex-1 basis-64 font-semibold">
        {contra ? t("contraindicated") : t("precautionWord")}, {finding.conditionName}:{" "}
        <span className="font-normal text-ink">{finding.reason}</span>
        {contra && (
          <span className="font-normal"> · {unresolved ? t("needsReason") : t("hasReason")}</span>
        )}
      </p>
      <button
        type="button"
        onClick={onShow}
        className="min-h-8 font-semibold underline underline-offset-3"
      >
        {t("details")}
      </button>
    </div>
  );
}
