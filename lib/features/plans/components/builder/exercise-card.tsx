"use client";

import { useRef, useState } from "react";
import { Button as RacButton } from "react-aria-components/Button";
import { useTranslations } from "use-intl";
import type { PrecautionFinding } from "../../../../domain/cautions/precaution-check";
import { LADDER_STEPS } from "../../../../domain/plan/line";
import { FigureThumb } from "../../../../figures/figure-thumb";
import { Badge } from "../../../../ui/badge";
import { cx } from "../../../../ui/cx";
import { Icon } from "../../../../ui/icon";
import type { ContentLine } from "../../draft-content";
import type { PlanExercise } from "../../exercise-queries";
import { CardMenu, type CardPart, hasRoomFor } from "./card-menu";
import { CardNotice, CardStanding } from "./card-notices";
import { DosageFields } from "./dosage-fields";
import { DraftText } from "./draft-text";
import type { ExerciseListProps } from "./exercise-list";
import { LadderRows } from "./ladder-rows";
import { LineDays } from "./line-days";
import { LineLimits } from "./line-limits";
import { StarButton } from "./star-button";

export interface CardFinding {
  readonly finding: PrecautionFinding;
  /** A contraindication without a reason. */
  readonly unresolved: boolean;
}

export interface ExerciseCardProps extends ExerciseListProps {
  readonly line: ContentLine;
  readonly exercise: PlanExercise;
  readonly position: number;
  readonly count: number;
}

/** One prescribed exercise: its dosage, words for the patient, its variants, and what the precaution check says. */
export function ExerciseCard(props: ExerciseCardProps) {
  const { data, builder, line, exercise, position } = props;
  const { pending } = builder.state;
  const { lineId } = line;
  const [opened, setOpened] = useState<CardPart | null>(null);
  const shows = (part: CardPart) => isSet(line, part, pending.texts) || opened === part;
  const open = (part: CardPart) => {
    if (part === "limits") {
      const { greenMax, amberMax } = builder.state.content.painRule;
      const limits = { greenMax, amberMax };
      builder.dispatch({ type: "structure", change: { of: "line-limits", lineId, limits } });
    } else setOpened(part);
  };
  const picture = {
    figureId: exercise.figureId,
    photoId: exercise.photoId,
    alt: "",
    mirrored: line.dosage.side === "left",
  };
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
      <CardHandles {...props} />
      <FigureThumb {...picture} className="-ml-2 mt-1 !w-22 self-start max-sm:hidden" />
      <div className="min-w-0 flex-1">
        <div className="mb-1.5 flex items-start justify-between gap-2">
          <div className="flex min-w-0 flex-1 flex-wrap gap-x-2">
            <FigureThumb {...picture} className="!w-[64px] sm:hidden" />
            <h3 className="min-w-0 flex-1 basis-28 pt-1.5 text-lg leading-snug">
              <span className="mr-1.5 text-secondary tabular-nums">{position + 1}.</span>
              {exercise.name}
              <PhaseBadge {...props} />
            </h3>
          </div>
          <div className="flex shrink-0 items-center">
            <StarButton
              name={exercise.name}
              mustDo={line.mustDo}
              onToggle={() => props.onStar(lineId)}
            />
            <CardMenu {...props} onOpen={open} shows={shows} />
          </div>
        </div>
        <DosageFields
          lineId={lineId}
          dosage={line.dosage}
          typed={pending.dosage[lineId] ?? {}}
          start={exercise.dosage}
          dispatch={builder.dispatch}
        />
        <LadderRows
          line={line}
          exerciseOf={builder.exerciseOf}
          pending={pending}
          dispatch={builder.dispatch}
          onRemoveStep={props.onRemoveStep}
        />
        <CardAdds {...props} onOpen={open} shows={shows} />
        <CardParts {...props} opened={opened} shows={shows} onClose={() => setOpened(null)} />
        <CardStanding
          exercise={exercise}
          writtenIn={builder.words[line.slug]?.writtenIn ?? null}
          locale={data.sheet.locale}
        />
        <CardFindings {...props} />
      </div>
    </div>
  );
}

function isSet(line: ContentLine, part: CardPart, texts: Readonly<Record<string, string>>) {
  const typed = (field: string) => texts[`${line.lineId}.${field}`] !== undefined;
  if (part === "limits") return line.painLimits !== null;
  if (part === "days")
    return line.startsOn !== null || line.endsOn !== null || typed("startsOn") || typed("endsOn");
  return line[part] !== null || typed(part);
}

/** The handle to move it by and the box to select it with. */
function CardHandles({ line, exercise, selection }: ExerciseCardProps) {
  const t = useTranslations("plans.builder.list");
  const bulk = useTranslations("structure.bulk");
  const { lineId } = line;
  const isSelected = selection.has(lineId);
  const shift = useRef(false);
  return (
    <div className="-mt-0.5 flex w-8 shrink-0 flex-col items-center self-start">
      <RacButton
        slot="drag"
        aria-label={t("drag", { name: exercise.name })}
        className="flex min-h-target w-8 cursor-grab items-center justify-center rounded-control text-secondary hover:bg-paper hover:text-ink data-pressed:cursor-grabbing"
      >
        <Icon name="drag" />
      </RacButton>
      <label className="flex size-8 cursor-pointer items-center justify-center">
        <input
          type="checkbox"
          data-select
          aria-label={bulk("select", { name: exercise.name })}
          checked={isSelected}
          onClick={(event) => {
            shift.current = event.shiftKey;
          }}
          onChange={() => selection.toggle(lineId, shift.current)}
          className={cx(
            "size-4.5 accent-spruce transition-opacity focus-visible:opacity-100 group-hover/line:opacity-100 group-focus-within/line:opacity-100 pointer-coarse:opacity-100",
            selection.selected.length === 0 && "opacity-0",
          )}
        />
      </label>
    </div>
  );
}

/** In a phase: that it belongs to every phase. Among all: to which one. */
function PhaseBadge({ line, builder: { state, shown } }: ExerciseCardProps) {
  const t = useTranslations("structure.phase");
  const { phases } = state.content;
  if (phases.length === 0) return null;
  const own = phases.find(({ phaseId }) => phaseId === line.phaseId);
  if (own && shown.shown !== "all") return null;
  const words = own ? shown.nameOf(own) : t(line.phaseId === null ? "every" : "elsewhere");
  return (
    <Badge className="ml-2 max-w-48 truncate align-[0.1em] !text-xs !font-normal">{words}</Badge>
  );
}

/** What can still be said of the exercise, in reach but quiet. */
function CardAdds({
  line,
  onLadder,
  onOpen,
  shows,
}: ExerciseCardProps & { onOpen: (part: CardPart) => void; shows: (part: CardPart) => boolean }) {
  const t = useTranslations("plans.builder.list");
  const structure = useTranslations("structure.line");
  const texts = (["cue", "caution"] as const).filter((field) => !shows(field));
  const ways = LADDER_STEPS.filter((way) => hasRoomFor(line, way));
  if (texts.length + ways.length === 0) return null;
  const quiet = "min-h-8 rounded-control px-2 text-sm text-secondary hover:bg-paper hover:text-ink";
  return (
    <div className="-mb-1.5 -ml-2 mt-1 flex flex-wrap max-sm:hidden">
      {ways.map((way) => (
        <button
          key={way}
          type="button"
          className={quiet}
          onClick={() => onLadder(line.lineId, way)}
        >
          {structure(way)}
        </button>
      ))}
      {texts.map((field) => (
        <button key={field} type="button" className={quiet} onClick={() => onOpen(field)}>
          {t(field === "cue" ? "addCue" : "addCaution")}
        </button>
      ))}
    </div>
  );
}

function CardParts({
  line,
  builder: { state, dispatch },
  opened,
  shows,
  onClose,
}: ExerciseCardProps & {
  opened: CardPart | null;
  shows: (part: CardPart) => boolean;
  onClose: () => void;
}) {
  const t = useTranslations("plans.builder.list");
  const { pending, content } = state;
  const { lineId, painLimits } = line;
  return (
    <>
      {shows("days") && (
        <LineDays
          line={line}
          pending={pending}
          dispatch={dispatch}
          autoFocus={opened === "days"}
          onClose={onClose}
        />
      )}
      {painLimits && (
        <LineLimits line={line} limits={painLimits} rule={content.painRule} dispatch={dispatch} />
      )}
      {(["cue", "caution"] as const).map(
        (field) =>
          shows(field) && (
            <div key={field} className="mt-3">
              <DraftText
                label={t(field)}
                hint={t(`${field}Hint`)}
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
    </>
  );
}

/** What the precaution check says of the exercise and of its variants. */
function CardFindings({ line, builder, findingsOf, onShowFinding }: ExerciseCardProps) {
  const t = useTranslations("structure.ladder.step");
  const of = [
    { id: line.lineId, variant: null },
    ...line.ladder.map(({ stepId, direction, slug }) => ({
      id: stepId,
      variant: t(direction, { name: builder.exerciseOf(slug).name }),
    })),
  ];
  return of.flatMap(({ id, variant }) =>
    findingsOf(id).map(({ finding, unresolved }) => (
      <CardNotice
        key={`${id} ${finding.conditionId} ${finding.reason}`}
        finding={finding}
        unresolved={unresolved}
        variant={variant}
        onShow={() => onShowFinding(finding)}
      />
    )),
  );
}
