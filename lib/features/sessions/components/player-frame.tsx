"use client";

import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import type { DocumentExercise } from "../../../domain/plan/plan-document";
import { Button, IconButton } from "../../../ui/button";
import { cx } from "../../../ui/cx";
import type { SessionDraft } from "../offline/session-draft";
import type { SnapshotPlan } from "../snapshot";
import { HelpSheet } from "./help-sheet";
import { go } from "./portal-context";

/** What every step of the player is handed. */
export interface StepProps {
  readonly draft: SessionDraft;
  readonly plan: SnapshotPlan;
  readonly exercises: readonly DocumentExercise[];
  readonly save: (draft: SessionDraft) => void;
  readonly toStep: (step: number) => void;
}

/** The frame of a step: leave, place, help and the bar of steps above; the step's actions below. */
export function PlayerFrame({
  draft,
  place,
  actions,
  children,
}: {
  draft: SessionDraft;
  /** "2 of 6", "Before", "After". */
  place: string;
  actions: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("portal.player");
  const [helps, setHelps] = useState(false);
  return (
    <div className="flex min-h-[calc(100dvh-5rem)] flex-col">
      <header className="sticky top-0 z-20 -mx-1 bg-paper px-1 pb-3">
        <div className="grid grid-cols-[1fr_auto_1fr] items-center gap-1">
          <div>
            <IconButton
              icon="close"
              label={t("close")}
              className="-ml-3"
              onClick={() => go("/today")}
            />
          </div>
          <p className="text-secondary tabular-nums">{place}</p>
          <div className="text-right">
            <Button variant="quiet" className="-mr-3" onClick={() => setHelps(true)}>
              {t("help")}
            </Button>
          </div>
        </div>
        <Steps at={draft.step} total={draft.prescribedIds.length + 2} />
      </header>
      <div className="flex-1 pb-6">{children}</div>
      <footer className="sticky bottom-0 [@media(max-width:19rem)]:static z-20 -mx-1 -mb-8 flex flex-wrap gap-2 bg-paper px-1 pt-3 pb-[max(1rem,env(safe-area-inset-bottom))]">
        {actions}
      </footer>
      <HelpSheet open={helps} onClose={() => setHelps(false)} />
    </div>
  );
}

function Steps({ at, total }: { at: number; total: number }) {
  const t = useTranslations("portal.player");
  const steps = Array.from({ length: total }, (_, step) => step);
  return (
    <div
      role="img"
      aria-label={t("progress", { n: Math.min(at, total - 1) + 1, total })}
      className="flex gap-1"
    >
      {steps.map((step) => (
        <span
          key={step}
          className={cx(
            "h-1.5 flex-1 rounded-full",
            step < at ? "bg-spruce-mid" : step === at ? "bg-spruce" : "bg-spruce-tint",
          )}
        />
      ))}
    </div>
  );
}
