"use client";

import { type Dispatch, useState } from "react";
import { useTranslations } from "use-intl";
import type { Locale } from "../../../../domain/plan/plan-document";
import { LiveRegion } from "../../../../ui/live-region";
import { Notice } from "../../../../ui/notice";
import { showToast } from "../../../../ui/toast";
import type { BuilderAction, BuilderState } from "../../../plans/builder-state";
import { ExerciseList } from "../../../plans/components/builder/exercise-list";
import { newLineId } from "../../../plans/components/builder/line-id";
import { unnamed } from "../../../plans/components/builder/use-exercises";
import { slugsOfLines } from "../../../plans/draft-content";
import type { TemplateDetail } from "../../queries";

/** The exercises, with the builder's own fields and keys for moving; there is no patient to check against. */
export function EditorLines({
  template,
  state,
  dispatch,
  locale,
}: {
  template: TemplateDetail;
  state: BuilderState;
  dispatch: Dispatch<BuilderAction>;
  /** Of cues and cautions. */
  locale: Locale;
}) {
  const t = useTranslations("templates");
  const list = useTranslations("plans.builder");
  const [announced, announce] = useState("");
  const { lines } = state.content;
  const offered = template.lines.flatMap((line) => [line, ...line.ladder]);
  const known = new Map(offered.map((one) => [one.exercise.slug, one]));
  const left = slugsOfLines(lines).flatMap((slug) => {
    const one = known.get(slug);
    return one?.obstacle ? [{ name: one.exercise.name, obstacle: one.obstacle }] : [];
  });
  const exerciseOf = (slug: string) => {
    const one = known.get(slug);
    return one ? { ...one.exercise, isRetired: one.obstacle === "retired" } : unnamed(slug);
  };
  const nameOf = (lineId: string) => {
    const line = lines.find((one) => one.lineId === lineId);
    return known.get(line?.slug ?? "")?.exercise.name ?? "";
  };
  const move = (lineId: string, to: number) => {
    const position = Math.min(lines.length - 1, Math.max(0, to));
    dispatch({ type: "move", lineId, to: position });
    const count = lines.length;
    announce(list("list.movedTo", { name: nameOf(lineId), position: position + 1, count }));
  };
  const remove = (lineId: string) => {
    const at = lines.findIndex((one) => one.lineId === lineId);
    const line = lines[at];
    if (!line) return;
    dispatch({ type: "remove", lineId });
    showToast({
      message: list("list.removed", { name: nameOf(lineId) }),
      action: { label: list("undo"), onAction: () => dispatch({ type: "add", line, at }) },
    });
  };
  const duplicate = (lineId: string) => {
    const at = lines.findIndex((one) => one.lineId === lineId);
    const line = lines[at];
    if (line) dispatch({ type: "add", line: { ...line, lineId: newLineId() }, at: at + 1 });
  };
  if (lines.length === 0) return <Notice>{t("editor.empty")}</Notice>;
  return (
    <>
      {left.length > 0 && (
        <Notice tone="clay" className="mb-3">
          <ul>
            {[...new Map(left.map((one) => [one.name, one])).values()].map(({ name, obstacle }) => (
              <li key={name}>
                <span className="font-semibold">{name}</span>:{" "}
                {t("page.leftOut", { reason: t(`obstacle.${obstacle}`) })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <ExerciseList
        lines={lines}
        exerciseOf={exerciseOf}
        pending={state.pending}
        locale={locale}
        words={{}}
        findingsOf={() => []}
        dispatch={dispatch}
        onMove={move}
        onRemove={remove}
        onDuplicate={duplicate}
        onShowFinding={() => {}}
      />
      <LiveRegion>{announced}</LiveRegion>
    </>
  );
}
