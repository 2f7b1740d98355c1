"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { PrecautionFinding } from "../../../../domain/cautions/precaution-check";
import { MAX_EXERCISES } from "../../../../domain/plan/validate-plan";
import { LiveRegion } from "../../../../ui/live-region";
import { Notice } from "../../../../ui/notice";
import { showToast } from "../../../../ui/toast";
import type { ExerciseCard } from "../../../library/search-queries";
import { SaveTemplateDialog } from "../../../templates/components/save-template-dialog";
import type { BuilderData } from "../../builder-queries";
import type { NewLine } from "../../line-adding";
import { placeInPlan } from "../../shown-lines";
import { ADD_LINE_ID, AddLine } from "./add-line";
import { AdviceDialog } from "./advice-dialog";
import { BuilderHeader } from "./builder-header";
import { conditionBadges } from "./condition-badges";
import { ConflictDialog } from "./conflict-dialog";
import { LibraryPanel } from "./library-panel";
import { LibrarySheet } from "./library-sheet";
import { ModificationDialog } from "./modification-dialog";
import { PasteDialog } from "./paste-dialog";
import { PlanColumn } from "./plan-column";
import { findingId } from "./precaution-panel";
import { previewDocument } from "./preview-document";
import { PublishDialog } from "./publish-dialog";
import { SheetPreview } from "./sheet-preview";
import { ShortcutsDialog } from "./shortcuts-dialog";
import { type TemplateChoice, TemplateDialog } from "./template-dialog";
import { templateSource } from "./template-source";
import { useAdvice } from "./use-advice";
import { useBuilder } from "./use-builder";
import { useBuilderKeys } from "./use-builder-keys";
import { useWide } from "./use-wide";

/** Focuses something once React has drawn it. */
function focusSoon(selector: string) {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus()),
  );
}

/** Brings something into view once React has drawn it. */
function show(selector: string, block: "start" | "nearest") {
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      document.querySelector(selector)?.scrollIntoView({ block, behavior: "smooth" }),
    ),
  );
}

/** Where a plan is made: library, plan and paper side by side; on a phone the library is a sheet. */
export function PlanBuilder({ data }: { data: BuilderData }) {
  const t = useTranslations("plans.builder");
  const templates = useTranslations("templates.dialog");
  const builder = useBuilder(data);
  const { content, past, future } = builder.state;
  const { lines } = content;
  const wide = useWide();
  const [dialog, setDialog] = useState<
    "publish" | "keys" | "library" | "template" | "save-template" | "advice" | "modification" | null
  >(null);
  const [insertsAfter, setInsertsAfter] = useState<string | null>(null);
  const [pasted, setPasted] = useState<readonly string[] | null>(null);
  const [announced, announce] = useState("");
  const isEnded = data.endedOn !== null;

  const openPublish = () => {
    if (isEnded) return;
    void builder.saver.flush();
    setDialog("publish");
  };
  const add = (card: ExerciseCard, edit: boolean) => {
    if (isEnded) return;
    const lineId = builder.add(card);
    announce(t("list.added", { name: card.name }));
    if (wide) show(`[data-line="${lineId}"]`, "nearest");
    if (!edit) return;
    setDialog(null);
    focusSoon(`[data-line="${lineId}"] input`);
  };
  const addLines = (more: readonly NewLine[], edit: boolean) => {
    const [first] = builder.addLines(more);
    announce(
      more.length === 1
        ? t("list.added", { name: more[0]?.card.name ?? "" })
        : t("paste.added", { count: more.length }),
    );
    setPasted(null);
    if (edit) focusSoon(`[data-line="${first}"] input`);
    else show(`#${ADD_LINE_ID}`, "nearest");
  };
  const goToLine = () => focusSoon(`#${ADD_LINE_ID}`);
  const openTemplates = (after: string | null) => {
    if (isEnded) return;
    setInsertsAfter(after);
    setDialog("template");
  };
  const saveTemplate = () => {
    if (lines.length > 0) setDialog("save-template");
  };
  const insert = ({ name, lines: chosen, note, phases, leftOut }: TemplateChoice) => {
    const first = builder.insertTemplate(chosen, { after: insertsAfter, note, phases });
    setDialog(null);
    const count = chosen.length;
    announce(templates("inserted", { count, name }));
    if (leftOut.length > 0) {
      const message = templates("insertedLeftOut", { count, names: leftOut.join(", ") });
      showToast({ message, tone: "error" });
    }
    show(`[data-line="${first}"]`, "nearest");
    focusSoon(`[data-line="${first}"] [slot=drag]`);
  };
  const { visible } = builder.shown;
  /** To a place among the exercises that are shown. */
  const move = (lineId: string, to: number) => {
    const position = Math.min(visible.length - 1, Math.max(0, to));
    const focused = document.activeElement;
    const place = placeInPlan(lines, visible, lineId, position);
    builder.dispatch({ type: "move", lineId, to: place });
    const name = builder.nameOfLine(lineId);
    announce(t("list.movedTo", { name, position: position + 1, count: visible.length }));
    requestAnimationFrame(() => {
      if (focused instanceof HTMLElement && focused.isConnected) focused.focus();
    });
  };
  const remove = (lineId: string) => {
    const at = visible.findIndex((line) => line.lineId === lineId);
    const next = visible[at + 1] ?? visible[at - 1];
    builder.remove(lineId);
    focusSoon(next ? `[data-line="${next.lineId}"] [slot=drag]` : "[role=combobox]");
  };

  const advice = useAdvice(builder, announce, focusSoon);
  const openAdvice = isEnded ? null : () => setDialog("advice");

  useBuilderKeys({
    onPublish: openPublish,
    onUndo: () => builder.dispatch({ type: "undo" }),
    onRedo: () => builder.dispatch({ type: "redo" }),
    onHelp: () => setDialog("keys"),
    onLine: goToLine,
    onTemplate: openTemplates,
    onSaveTemplate: saveTemplate,
    onModification: () => setDialog(isEnded ? null : "modification"),
    onMoveBy: (lineId, by) => move(lineId, visible.findIndex((l) => l.lineId === lineId) + by),
    onRemove: remove,
    onAdvice: () => openAdvice?.(),
    onMoveAdviceBy: (id, by) => advice.move(id, content.advice.indexOf(id) + by),
    onRemoveAdvice: advice.remove,
  });

  const isSafeToLeave = async () =>
    (await builder.saver.flush()) || window.confirm(t("failed.leave"));
  const inPlan = new Set(lines.map(({ slug }) => slug));
  const library = (
    <LibraryPanel
      inPlan={inPlan}
      conditions={data.rules.conditions}
      foresee={builder.check.foresee}
      onAdd={add}
    />
  );
  return (
    <div className="flex min-h-dvh flex-col lg:h-dvh">
      <BuilderHeader
        data={data}
        fullest={builder.shown.fullest}
        hasChanges={builder.changes === null || builder.changes.length > 0}
        canUndo={past.length > 0}
        canRedo={future.length > 0}
        status={builder.status}
        badges={conditionBadges(data, builder.check.findings, {
          contraindicated: (condition) => t("precaution.badgeContra", { condition }),
          precaution: (condition) => t("precaution.badgePrecaution", { condition }),
        })}
        isSafeToLeave={isSafeToLeave}
        onUndo={() => builder.dispatch({ type: "undo" })}
        onRedo={() => builder.dispatch({ type: "redo" })}
        onPublish={openPublish}
        onKeys={() => setDialog("keys")}
      />
      <div className="min-h-0 flex-1 lg:grid lg:grid-cols-[20.5rem_minmax(0,1fr)] min-[75rem]:grid-cols-[20.5rem_minmax(0,1fr)_19rem]">
        {wide && (
          <aside
            aria-label={t("library.title")}
            className="overflow-y-auto border-r border-line bg-sand px-4 py-4"
          >
            {library}
          </aside>
        )}
        <main
          id="main"
          tabIndex={-1}
          className="min-w-0 px-3 py-4 sm:px-6 lg:overflow-y-auto min-[75rem]:px-4"
        >
          {isEnded && <Notice className="mb-4">{t("ended")}</Notice>}
          <PlanColumn
            data={data}
            builder={builder}
            onMove={move}
            onRemove={remove}
            onShowFinding={(finding: PrecautionFinding) => show(`#${findingId(finding)}`, "start")}
            advice={{ onAdd: openAdvice, onMove: advice.move, onRemove: advice.remove }}
            onAddExercise={() => (wide ? focusSoon("[role=combobox]") : setDialog("library"))}
            onInsertTemplate={() => openTemplates(null)}
            addLine={
              isEnded ? null : (
                <AddLine
                  today={data.today}
                  isFirst={lines.length === 0}
                  isFull={lines.length >= MAX_EXERCISES}
                  inPlan={inPlan}
                  foresee={builder.check.foresee}
                  onAdd={(line, edit) => addLines([line], edit)}
                  onPaste={setPasted}
                  onHelp={() => setDialog("keys")}
                />
              )
            }
            onSaveTemplate={saveTemplate}
            announce={announce}
            focusSoon={focusSoon}
          />
        </main>
        <aside className="hidden overflow-y-auto border-l border-line bg-sand px-4 py-4 min-[75rem]:block">
          <SheetPreview
            document={previewDocument(data, content, builder.words)}
            phaseId={builder.shown.phase?.phaseId ?? null}
          />
        </aside>
      </div>
      {!wide && (
        <LibrarySheet
          open={dialog === "library"}
          onOpen={setDialog}
          onTemplate={() => openTemplates(null)}
        >
          {library}
        </LibrarySheet>
      )}
      <LiveRegion>{announced}</LiveRegion>
      <ShortcutsDialog
        open={dialog === "keys"}
        onOpenChange={(open) => setDialog(open ? "keys" : null)}
      />
      {pasted && (
        <PasteDialog
          pasted={pasted}
          today={data.today}
          inPlan={lines.length}
          onClose={() => {
            setPasted(null);
            goToLine();
          }}
          onInsert={(more) => {
            addLines(more, false);
            goToLine();
          }}
        />
      )}
      {dialog === "advice" && (
        <AdviceDialog
          items={data.advice}
          chosen={content.advice}
          regions={lines.flatMap(({ slug }) => builder.exerciseOf(slug).regions.slice(0, 1))}
          locale={data.sheet.locale}
          onToggle={advice.toggle}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === "template" && (
        <TemplateDialog
          data={data}
          builder={builder}
          after={insertsAfter}
          onClose={() => setDialog(null)}
          onInsert={insert}
        />
      )}
      {dialog === "modification" && (
        <ModificationDialog data={data} builder={builder} onClose={() => setDialog(null)} />
      )}
      {dialog === "save-template" && (
        <SaveTemplateDialog
          plan={templateSource(data, builder)}
          flush={() => builder.saver.flush()}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === "publish" && builder.status.kind !== "conflict" && (
        <PublishDialog
          data={data}
          count={lines.length}
          changes={builder.changes}
          unresolved={builder.check.unresolved}
          unfinished={lines.filter(({ slug }) => !builder.exerciseOf(slug).ready)}
          nameOfLine={builder.nameOfLine}
          hasPending={builder.hasPending}
          onClose={() => setDialog(null)}
          onPublish={builder.publish}
          onShowPrecautions={() => show("#precautions", "start")}
        />
      )}
      {builder.clashing && (
        <ConflictDialog
          clashing={builder.clashing}
          names={builder.names}
          onSettle={builder.settle}
        />
      )}
    </div>
  );
}
