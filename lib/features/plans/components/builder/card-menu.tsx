"use client";

import { useTranslations } from "use-intl";
import { LADDER_STEPS, MAX_LADDER_STEPS } from "../../../../domain/plan/line";
import { Menu, type MenuEntry } from "../../../../ui/menu";
import type { ExerciseCardProps } from "./exercise-card";

/** What opens below the dosage. */
export type CardPart = "cue" | "caution" | "days" | "limits";

/** True where a line may get another variant this way. */
export const hasRoomFor = (
  { ladder }: ExerciseCardProps["line"],
  direction: (typeof LADDER_STEPS)[number],
) => ladder.filter((step) => step.direction === direction).length < MAX_LADDER_STEPS;

/** Everything that can be done with one exercise of the plan. */
export function CardMenu({
  onOpen,
  shows,
  ...props
}: ExerciseCardProps & {
  onOpen: (part: CardPart) => void;
  shows: (part: CardPart) => boolean;
}) {
  const t = useTranslations("plans.builder.list");
  const structure = useTranslations("structure");
  const { line, exercise, position, count, builder, phases, onMove, onRemove } = props;
  const { lineId } = line;
  const texts: MenuEntry[] = (["cue", "caution"] as const)
    .filter((field) => !shows(field))
    .map((field) => ({ id: field, label: t(field), icon: "plus", onAction: () => onOpen(field) }));
  const parts: MenuEntry[] = (["days", "limits"] as const)
    .filter((part) => !shows(part))
    .map((part) => ({
      id: part,
      label: structure(`line.${part}`),
      icon: part === "days" ? "calendar" : "plus",
      onAction: () => onOpen(part),
    }));
  const ladder: MenuEntry[] = LADDER_STEPS.filter((way) => hasRoomFor(line, way)).map((way) => ({
    id: way,
    label: structure(way === "easier" ? "line.addEasier" : "line.addHarder"),
    icon: "plus",
    onAction: () => props.onLadder(lineId, way),
  }));
  const own = builder.state.content.phases;
  const places: MenuEntry[] = own.flatMap((phase, i) =>
    phase.phaseId === line.phaseId
      ? []
      : [
          {
            id: phase.phaseId,
            label: structure("phase.move", { name: builder.shown.nameOf(phase) }),
            icon: "chevron-right",
            onAction: () => phases.put([lineId], i + 1),
          },
        ],
  );
  const everywhere: MenuEntry[] =
    own.length > 0 && line.phaseId !== null
      ? [
          {
            id: "every",
            label: structure("phase.moveEvery"),
            icon: "chevron-right",
            onAction: () => phases.put([lineId], 0),
          },
        ]
      : [];
  return (
    <Menu
      label={t("actions", { name: exercise.name })}
      size="sm"
      entries={[
        ...texts,
        {
          id: "star",
          label: structure(line.mustDo ? "star.menuOff" : "star.menuOn"),
          icon: "star",
          onAction: () => props.onStar(lineId),
        },
        ...ladder,
        ...parts,
        ...places,
        ...everywhere,
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
        {
          id: "copy",
          label: t("duplicate"),
          icon: "copy",
          onAction: () => builder.duplicate(lineId),
        },
        {
          id: "reset",
          label: t("resetDosage"),
          icon: "undo",
          onAction: () =>
            builder.dispatch({ type: "reset-dosage", lineId, start: exercise.dosage }),
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
  );
}
