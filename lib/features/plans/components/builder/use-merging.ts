"use client";

import { useRouter } from "next/navigation";
import { type Dispatch, useEffect, useEffectEvent } from "react";
import { useTranslations } from "use-intl";
import { diffPlans } from "../../../../domain/plan/plan-diff";
import { type DiffItem, planDiffWords } from "../../../../i18n/plan-diff-words";
import { showToast } from "../../../../ui/toast";
import type { BuilderAction, BuilderState } from "../../builder-state";
import { contentOf, type DraftContent, sideOfContent } from "../../draft-content";
import type { DraftSaver, SaveStatus } from "../../draft-saver";
import { type MergedDraft, mergeDrafts } from "../../merge-drafts";
import type { DraftNames } from "./draft-names";

/** Two people's changes that have to be settled by hand. */
export interface Clashing extends MergedDraft {
  readonly base: DraftContent;
  readonly mine: DraftContent;
  readonly theirs: DraftContent;
  readonly name: string;
  /** What of theirs goes with mine and is in already, in words. */
  readonly taken: readonly DiffItem[];
}

/**
 * Puts what somebody else saved together with what is on the screen. Where nothing clashes it happens by itself
 * and is said; else the answer is what to ask.
 */
export function useMerging(
  { content }: BuilderState,
  {
    saver,
    status,
    dispatch,
  }: {
    readonly saver: DraftSaver;
    readonly status: SaveStatus;
    readonly dispatch: Dispatch<BuilderAction>;
  },
  names: DraftNames,
) {
  const t = useTranslations("plans.builder.conflict");
  const router = useRouter();
  const current = status.kind === "conflict" ? status.current : null;

  const taken = (base: DraftContent, theirs: DraftContent, merged: MergedDraft) => {
    const clashing = new Set(
      merged.clashes.flatMap((clash) => (clash.of === "line" ? [clash.id] : [])),
    );
    const diff = diffPlans(sideOfContent(base), sideOfContent(theirs));
    return planDiffWords(diff, names.of(base, theirs)).filter(
      ({ lineId }) => lineId === null || !clashing.has(lineId),
    );
  };

  const settle = (settled: DraftContent) => {
    if (!current) return;
    const theirs = contentOf(current);
    dispatch({ type: "merge", content: settled, base: saver.base, theirs });
    const { revision, updatedAt } = current;
    saver.adopt({ revision, at: updatedAt, content: theirs }, settled);
    router.refresh();
  };

  const base = saver.base;
  const clashing = ((): Clashing | null => {
    if (!current) return null;
    const theirs = contentOf(current);
    const merged = mergeDrafts(base, content, theirs);
    const name = current.updatedBy || t("someone");
    return { ...merged, base, mine: content, theirs, name, taken: taken(base, theirs, merged) };
  })();

  const isPeaceful = clashing !== null && clashing.clashes.length === 0;
  const bringIn = useEffectEvent(() => {
    if (!clashing) return;
    const { theirs, mine } = clashing;
    // The very same draft needs no second save.
    const isTheirs = JSON.stringify(clashing.content) === JSON.stringify(theirs);
    settle(
      isTheirs
        ? theirs
        : JSON.stringify(clashing.content) === JSON.stringify(mine)
          ? mine
          : clashing.content,
    );
    const what = clashing.taken.map(({ title }) => title).join(", ");
    if (what !== "") showToast({ message: t("merged", { name: clashing.name, what }) });
  });
  useEffect(() => {
    if (isPeaceful) bringIn();
  }, [isPeaceful]);

  return { clashing: isPeaceful ? null : clashing, settle };
}
