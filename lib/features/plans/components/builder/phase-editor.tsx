"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import {
  checkPhases,
  ENTRY_BOUNDS,
  PHASE_AIM_MAX,
  PHASE_NAME_MAX,
  type Phase,
  type PhaseEntry,
  type PhaseProblem,
} from "../../../../domain/plan/phase";
import { phaseProblemWords } from "../../../../i18n/plan-problem-words";
import { Button } from "../../../../ui/button";
import { ConfirmDialog } from "../../../../ui/confirm-dialog";
import { DateField } from "../../../../ui/date-field";
import { Segmented } from "../../../../ui/segmented";
import { TextField } from "../../../../ui/text-field";
import { entryKey, heirOf, type PhaseStart, type StructureChange } from "../../builder-structure";
import type { Builder } from "./use-builder";
import type { Phases } from "./use-phases";

const STARTS: readonly PhaseStart[] = ["day", "met", "word"];
const ENTRIES = ["painMax", "sessionsMin", "adherenceMin"] as const;

interface EditorProps {
  readonly builder: Builder;
  readonly phases: Phases;
  readonly phase: Phase;
}

/** Name, aim, beginning, order: one phase at a time. Wrong entries stay, with a sentence, and are not saved. */
export function PhaseEditor({ builder, phases, phase }: EditorProps) {
  const t = useTranslations("structure.phase");
  const plans = useTranslations("plans");
  const { content } = builder.state;
  const { phaseId } = phase;
  const at = content.phases.findIndex((one) => one.phaseId === phaseId);
  const problems = checkPhases(content.phases).filter((problem) => problem.phaseId === phaseId);
  const [left, setLeft] = useState(false);
  const sentence = (field: PhaseProblem["field"]) => {
    const problem = problems.find((one) => one.field === field);
    return problem && phaseProblemWords(plans, problem);
  };
  const change = (one: StructureChange) => builder.dispatch({ type: "structure", change: one });
  return (
    <section
      aria-label={t("editor", { number: at + 1 })}
      className="mt-3 grid grid-cols-1 gap-4 rounded-card border border-line bg-surface p-4"
    >
      <div className="grid gap-4 sm:grid-cols-[2fr_3fr]">
        <TextField
          label={t("name")}
          hint={t("nameHint")}
          value={phase.name}
          maxLength={PHASE_NAME_MAX}
          error={left ? sentence("name") : undefined}
          data-phase-name
          onBlur={() => setLeft(true)}
          onChange={(event) => change({ of: "name-phase", phaseId, name: event.target.value })}
        />
        <TextField
          label={t("aim")}
          note={t("optional")}
          hint={t("aimHint")}
          value={phase.aim ?? ""}
          maxLength={PHASE_AIM_MAX}
          onChange={(event) => change({ of: "aim-phase", phaseId, aim: event.target.value })}
        />
      </div>
      {at === 0 ? (
        <p className="text-secondary">{t("beginFirst")}</p>
      ) : (
        <PhaseBeginning builder={builder} phase={phase} dayError={sentence("startsOn")} />
      )}
      <PhaseActions builder={builder} phases={phases} phase={phase} />
    </section>
  );
}

const startOf = ({ startsOn, entry }: Phase): PhaseStart =>
  startsOn !== null ? "day" : Object.values(entry).some((v) => v !== null) ? "met" : "word";

function PhaseBeginning({
  builder,
  phase,
  dayError,
}: Pick<EditorProps, "builder" | "phase"> & { dayError: string | undefined }) {
  const t = useTranslations("structure.phase");
  const { phaseId } = phase;
  const { texts } = builder.state.pending;
  // A day that is not chosen yet, and conditions that were all emptied, are not in the plan.
  const [asked, setAsked] = useState<PhaseStart | null>(null);
  const by = asked ?? startOf(phase);
  const dayTyped = texts[entryKey(phaseId, "startsOn")];
  const change = (one: StructureChange) => builder.dispatch({ type: "structure", change: one });
  return (
    <div className="grid gap-3">
      <Segmented
        label={t("begin")}
        name={`begin-${phaseId}`}
        options={STARTS.map((value) => ({ value, label: t(`by.${value}`) }))}
        value={by}
        onChange={(value) => {
          setAsked(value as PhaseStart);
          change({ of: "begin-phase", phaseId, by: value as PhaseStart });
        }}
      />
      {by === "day" && (
        <DateField
          label={t("day")}
          className="max-w-56"
          hint={phase.startsOn === null ? t("dayMissing") : undefined}
          value={dayTyped ?? phase.startsOn ?? ""}
          error={dayTyped === undefined ? dayError : t("chooseDay")}
          onChange={(event) => change({ of: "phase-day", phaseId, text: event.target.value })}
        />
      )}
      {by === "met" && (
        <>
          <div className="grid gap-4 sm:grid-cols-3">
            {ENTRIES.map((field) => (
              <EntryField key={field} builder={builder} phase={phase} field={field} />
            ))}
          </div>
          <p className="text-sm text-secondary">{t("metHint")}</p>
        </>
      )}
      {by === "word" && <p className="text-sm text-secondary">{t("wordHint")}</p>}
    </div>
  );
}

function EntryField({
  builder,
  phase: { phaseId, entry },
  field,
}: Pick<EditorProps, "builder" | "phase"> & { field: keyof PhaseEntry }) {
  const t = useTranslations("structure.phase");
  const plans = useTranslations("plans");
  const typed = builder.state.pending.texts[entryKey(phaseId, field)];
  const value = entry[field];
  return (
    <TextField
      label={t(field)}
      hint={t(`${field}Hint`)}
      inputMode="numeric"
      autoComplete="off"
      placeholder={t("notAsked")}
      value={typed ?? (value === null ? "" : String(value))}
      error={typed === undefined ? undefined : plans("problem.range", ENTRY_BOUNDS[field])}
      onChange={(event) =>
        builder.dispatch({
          type: "structure",
          change: { of: "phase-entry", phaseId, field, text: event.target.value },
        })
      }
    />
  );
}

function PhaseActions({ builder, phases, phase }: EditorProps) {
  const t = useTranslations("structure.phase");
  const [asks, setAsks] = useState(false);
  const { content } = builder.state;
  const { phaseId } = phase;
  const at = content.phases.findIndex((one) => one.phaseId === phaseId);
  const heir = heirOf(content.phases, phaseId);
  const count = content.lines.filter((line) => line.phaseId === phaseId).length;
  const name = builder.shown.nameOf(phase);
  return (
    <div className="flex flex-wrap gap-2 border-t border-line pt-3">
      <Button
        size="sm"
        icon="chevron-left"
        aria-disabled={at === 0 || undefined}
        className="aria-disabled:opacity-35"
        onClick={() => phases.move(phaseId, -1)}
      >
        {t("earlier")}
      </Button>
      <Button
        size="sm"
        aria-disabled={at === content.phases.length - 1 || undefined}
        className="aria-disabled:opacity-35"
        onClick={() => phases.move(phaseId, 1)}
      >
        {t("later")}
      </Button>
      <Button
        size="sm"
        variant="quiet"
        className="!text-clay hover:!bg-clay-tint sm:ml-auto"
        onClick={() => setAsks(true)}
      >
        {t("remove")}
      </Button>
      <ConfirmDialog
        open={asks}
        onOpenChange={setAsks}
        title={t("removeTitle", { name })}
        confirmLabel={t("remove")}
        cancelLabel={t("cancel")}
        onConfirm={() => phases.remove(phaseId)}
      >
        {heir ? t("removeTo", { count, heir: builder.shown.nameOf(heir) }) : t("removeLast")}
      </ConfirmDialog>
    </div>
  );
}
