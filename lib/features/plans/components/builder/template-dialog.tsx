"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { Phase } from "../../../../domain/plan/phase";
import { Button } from "../../../../ui/button";
import { Dialog } from "../../../../ui/dialog";
import { Segmented } from "../../../../ui/segmented";
import type { TemplateLine } from "../../../templates/line-queries";
import type { BuilderData } from "../../builder-queries";
import { leftOutOf } from "../../template-content";
import { Pane, Waiting } from "./insert-pane";
import { TemplatePreview } from "./template-preview";
import type { Builder } from "./use-builder";
import { usePlanPane } from "./use-plan-pane";
import { useTemplateChoice } from "./use-template-choice";
import { useTemplatePane } from "./use-template-pane";
import { useWide } from "./use-wide";

/** What is to go into the plan. */
export interface TemplateChoice {
  readonly name: string;
  readonly lines: readonly TemplateLine[];
  readonly note: string | null;
  /** For a plan without any; empty: none go along. */
  readonly phases: readonly Phase[];
  /** Names of what cannot be prescribed any more. */
  readonly leftOut: readonly string[];
}

export interface TemplateDialogProps {
  readonly data: BuilderData;
  readonly builder: Builder;
  /** The line that the exercises follow; null: the end. */
  readonly after: string | null;
  readonly onClose: () => void;
  readonly onInsert: (choice: TemplateChoice) => void;
}

/**
 * Chooses a template or another plan, and what of it goes in; list and exercises side by side, on a phone one
 * after the other.
 */
export function TemplateDialog({ data, builder, after, onClose, onInsert }: TemplateDialogProps) {
  const t = useTranslations("templates.dialog");
  const wide = useWide();
  const [source, setSource] = useState<"template" | "plan">("template");
  /** Who switches stays at the switch. */
  const [switched, setSwitched] = useState(false);
  const [opened, setOpened] = useState(false);
  const [goesOn, setGoesOn] = useState(false);
  const insertButton = useRef<HTMLButtonElement>(null);

  const shows = wide || opened;
  const onOpen = () => {
    setOpened(true);
    setGoesOn(true);
  };
  const isPlan = source === "plan";
  const templates = useTemplatePane(data, {
    isShown: shows && !isPlan,
    autoFocus: !switched,
    onOpen,
  });
  const plans = usePlanPane(data, { isActive: isPlan, isShown: shows && isPlan, onOpen });
  const pane = isPlan ? plans : templates;
  const { set } = pane;
  const choice = useTemplateChoice(set, builder);
  const isReady = set !== null && choice.taken.length > 0 && choice.noRoom === null;
  const showsSet = shows && pane.hasCurrent;

  useEffect(() => {
    if (!goesOn || set === null) return;
    setGoesOn(false);
    insertButton.current?.focus();
  }, [goesOn, set]);

  const insert = () => {
    if (!isReady) return;
    const note = choice.takesNote ? choice.note : null;
    const phases = choice.takesPhases ? choice.phases : [];
    onInsert({ name: set.name, lines: choice.taken, note, phases, leftOut: leftOutOf(set) });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="lg"
      title={t("title")}
      closeLabel={t("close")}
      footer={
        showsSet && (
          <>
            <div
              aria-live="polite"
              className="min-w-0 flex-1 basis-full self-center text-sm sm:basis-60"
            >
              {choice.noRoom ? (
                <p className="font-semibold text-clay">{choice.noRoom}</p>
              ) : (
                <p className="text-secondary">
                  {after === null ? t("atEnd") : t("after", { name: builder.nameOfLine(after) })}
                </p>
              )}
            </div>
            <Button onClick={onClose}>{t("cancel")}</Button>
            <Button ref={insertButton} variant="primary" disabled={!isReady} onClick={insert}>
              {t("insert", { count: choice.taken.length })}
            </Button>
          </>
        )
      }
    >
      {(wide || !opened) && (
        <Segmented
          className="mb-4"
          label={t("from")}
          labelHidden
          name="insert-from"
          value={source}
          onChange={(value) => {
            setSwitched(true);
            setSource(value === "plan" ? "plan" : "template");
          }}
          options={[
            { value: "template", label: t("fromTemplate") },
            { value: "plan", label: t("fromPlan") },
          ]}
        />
      )}
      <div className="grid grid-cols-1 gap-6 lg:h-[min(32rem,56vh)] lg:grid-cols-[17rem_minmax(0,1fr)]">
        {(wide || !opened) && <Pane key={source}>{pane.list}</Pane>}
        {showsSet && (
          <Pane>
            {!wide && (
              <div className="-ml-3">
                <Button
                  variant="quiet"
                  size="sm"
                  icon="chevron-left"
                  onClick={() => setOpened(false)}
                >
                  {t("back")}
                </Button>
              </div>
            )}
            {set ? (
              <TemplatePreview
                set={set}
                head={pane.head}
                foot={pane.foot}
                otherPatient={pane.otherPatient}
                choice={choice}
                locale={data.sheet.locale}
              />
            ) : (
              <Waiting failed={pane.failed} onRetry={pane.retry} />
            )}
          </Pane>
        )}
      </div>
    </Dialog>
  );
}
