"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../../../ui/button";
import { Dialog } from "../../../../ui/dialog";
import { Notice } from "../../../../ui/notice";
import { Spinner } from "../../../../ui/spinner";
import { findTemplates } from "../../../templates/find-templates";
import type { TemplateLine } from "../../../templates/queries";
import type { BuilderData } from "../../builder-queries";
import { TemplateList } from "./template-list";
import { TemplatePreview } from "./template-preview";
import type { Builder } from "./use-builder";
import { useTemplateChoice } from "./use-template-choice";
import { useTemplateDetail, useTemplateList } from "./use-templates";
import { useWide } from "./use-wide";

/** What is to go into the plan. */
export interface TemplateChoice {
  readonly name: string;
  readonly lines: readonly TemplateLine[];
  readonly note: string | null;
}

export interface TemplateDialogProps {
  readonly data: BuilderData;
  readonly builder: Builder;
  /** The line that the exercises follow; null: the end. */
  readonly after: string | null;
  readonly onClose: () => void;
  readonly onInsert: (choice: TemplateChoice) => void;
}

/** Chooses a template and what of it goes in; list and exercises side by side, on a phone one after the other. */
export function TemplateDialog({ data, builder, after, onClose, onInsert }: TemplateDialogProps) {
  const t = useTranslations("templates.dialog");
  const wide = useWide();
  const [text, setText] = useState("");
  const [region, setRegion] = useState<string | null>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const [opened, setOpened] = useState(false);
  const [goesOn, setGoesOn] = useState(false);
  const insertButton = useRef<HTMLButtonElement>(null);

  const list = useTemplateList();
  const conditionIds = data.conditions.map(({ conditionId }) => conditionId);
  const found = findTemplates(list.templates ?? [], { text, region, conditionIds });
  const current = found.find(({ template }) => template.id === wanted) ?? found[0] ?? null;
  const currentId = current?.template.id ?? null;
  const shownId = wide || opened ? currentId : null;
  const { detail, failed, retry } = useTemplateDetail(shownId);
  const choice = useTemplateChoice(detail, builder, data.sheet.locale);
  const isReady = detail !== null && choice.taken.length > 0 && choice.noRoom === null;

  useEffect(() => {
    if (!goesOn || detail === null) return;
    setGoesOn(false);
    insertButton.current?.focus();
  }, [goesOn, detail]);

  const insert = () => {
    if (!isReady) return;
    const note = choice.takesNote ? choice.note : null;
    onInsert({ name: detail.name, lines: choice.taken, note });
  };
  const listView = (
    <TemplateList
      found={found}
      currentId={currentId}
      text={text}
      region={region}
      regions={[...new Set(list.templates?.flatMap(({ regions }) => regions))].sort()}
      onText={setText}
      onRegion={setRegion}
      onCurrent={setWanted}
      onChoose={(id) => {
        setWanted(id);
        setOpened(true);
        setGoesOn(true);
      }}
    />
  );
  const preview = detail && (
    <TemplatePreview
      template={detail}
      fits={current?.fits ?? []}
      locale={data.sheet.locale}
      chosen={choice.chosen}
      inPlan={choice.inPlan}
      warnings={choice.warnings}
      note={choice.note}
      takesNote={choice.takesNote}
      onChosen={choice.setChosen}
      onTakesNote={choice.setTakesNote}
    />
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="lg"
      title={t("title")}
      closeLabel={t("close")}
      footer={
        shownId !== null && (
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
      {list.templates === null ? (
        <Waiting failed={list.failed} onRetry={list.retry} />
      ) : (
        <div className="grid grid-cols-1 gap-6 lg:h-[min(34rem,62vh)] lg:grid-cols-[17rem_minmax(0,1fr)]">
          {(wide || !opened) && <Pane>{listView}</Pane>}
          {shownId !== null && (
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
              {preview ?? <Waiting failed={failed} onRetry={retry} />}
            </Pane>
          )}
        </div>
      )}
    </Dialog>
  );
}

/** Scrolls by itself where both stand side by side; room for a focus ring at its edge. */
function Pane({ children }: { children: ReactNode }) {
  return <div className="min-w-0 lg:-m-1.5 lg:overflow-y-auto lg:p-1.5">{children}</div>;
}

function Waiting({ failed, onRetry }: { failed: boolean; onRetry: () => void }) {
  const t = useTranslations("templates.dialog");
  if (failed)
    return (
      <div role="alert">
        <Notice
          tone="clay"
          actions={
            <Button size="sm" onClick={onRetry}>
              {t("retry")}
            </Button>
          }
        >
          {t("failed")}
        </Notice>
      </div>
    );
  return (
    <p className="flex items-center gap-2 text-secondary">
      <Spinner />
      {t("loading")}
    </p>
  );
}
