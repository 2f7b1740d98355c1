"use client";

import { useRouter } from "next/navigation";
import { useReducer } from "react";
import { useTranslations } from "use-intl";
import { withMarks } from "../../../../domain/plan/frozen-marks";
import { PLAIN_LINE } from "../../../../domain/plan/line";
import type { Phase } from "../../../../domain/plan/phase";
import { diffPlans } from "../../../../domain/plan/plan-diff";
import { planDiffWords } from "../../../../i18n/plan-diff-words";
import { showToast } from "../../../../ui/toast";
import type { ExerciseCard } from "../../../library/search-queries";
import type { TemplateLine } from "../../../templates/line-queries";
import { publishPlanAction } from "../../actions";
import type { BuilderData } from "../../builder-queries";
import { builderReducer, startBuilder } from "../../builder-state";
import { applyTyped } from "../../dosage-typing";
import { contentOf, performed, sideOfContent } from "../../draft-content";
import type { NewLine } from "../../line-adding";
import { freshPhases, linesOfTemplate } from "../../template-content";
import { draftNames } from "./draft-names";
import { newLineId } from "./line-id";
import type { PublishOutcome } from "./publish-dialog";
import { useDraftSaver } from "./use-draft-saver";
import { useExercises } from "./use-exercises";
import { useKeptHistory } from "./use-kept-history";
import { useMerging } from "./use-merging";
import { useOtherSaves } from "./use-other-saves";
import { usePlanCheck } from "./use-plan-check";
import { useShown } from "./use-shown";

/** Everything the builder knows and does; its components only show it. */
export function useBuilder(data: BuilderData) {
  const t = useTranslations("plans");
  const router = useRouter();
  const [state, dispatch] = useReducer(builderReducer, data.draft, (draft) =>
    startBuilder(contentOf(draft)),
  );
  const { content, pending } = state;
  const { lines } = content;
  const { saver, status } = useDraftSaver(data, content);
  useKeptHistory(data, state, { saver, dispatch });
  useOtherSaves(data.planId, saver);
  const { exerciseOf, words, marks, learn } = useExercises(data, lines);
  const check = usePlanCheck(data, lines, exerciseOf);
  const shown = useShown(content, data.today);

  const nameOfSlug = (slug: string) => exerciseOf(slug).name;
  const names = draftNames(data, nameOfSlug);
  const { clashing, settle } = useMerging(state, { saver, status, dispatch }, names);
  const { latest } = data;
  const nameOfLine = latest ? names.of(latest, content).nameOf : names.of(content).nameOf;
  const changes = latest
    ? planDiffWords(
        diffPlans(
          withMarks(sideOfContent(latest), data.marks.latest),
          withMarks(sideOfContent(content), { ...data.marks.library, exercises: marks }),
        ),
        names.of(latest, content),
      )
    : null;

  const hasPending =
    Object.keys(pending.texts).length > 0 ||
    performed(lines).some(({ lineId, dosage }) => {
      const typed = pending.dosage[lineId];
      return typed && Object.keys(applyTyped(dosage, typed).problems).length > 0;
    });

  const add = (card: ExerciseCard): string => {
    learn(card);
    const lineId = newLineId();
    const { slug, dosage } = card;
    dispatch({
      type: "add",
      line: {
        ...PLAIN_LINE,
        phaseId: shown.phaseOfNew,
        lineId,
        slug,
        dosage,
        cue: null,
        caution: null,
      },
    });
    return lineId;
  };

  /** Exercises with their doses at the end, in one step. Answers their ids. */
  const addLines = (more: readonly NewLine[]): string[] => {
    for (const { card } of more) learn(card);
    const made = more.map(({ content: line }) => ({
      ...line,
      phaseId: shown.phaseOfNew,
      lineId: newLineId(),
    }));
    dispatch({ type: "insert", lines: made, at: lines.length, note: null });
    return made.map(({ lineId }) => lineId);
  };

  /** `after`: the line that they follow; null: the end. Answers the first new line. */
  const insertTemplate = (
    chosen: readonly TemplateLine[],
    {
      after,
      note,
      phases,
    }: {
      readonly after: string | null;
      readonly note: string | null;
      readonly phases: readonly Phase[];
    },
  ): string | null => {
    for (const { exercise, ladder } of chosen)
      for (const card of [exercise, ...ladder.map((step) => step.exercise)]) learn(card);
    const fresh = freshPhases(content.phases.length > 0 ? [] : phases, newLineId);
    const more = linesOfTemplate(chosen, newLineId, fresh.idOf).map((line) => ({
      ...line,
      phaseId: line.phaseId ?? shown.phaseOfNew,
    }));
    const place = lines.findIndex((one) => one.lineId === after);
    const at = place < 0 ? lines.length : place + 1;
    dispatch({ type: "insert", lines: more, at, note, phases: fresh.phases });
    return more[0]?.lineId ?? null;
  };

  const duplicate = (lineId: string) => {
    const at = lines.findIndex((one) => one.lineId === lineId);
    const line = lines[at];
    if (!line) return;
    const ladder = line.ladder.map((step) => ({ ...step, stepId: newLineId() }));
    dispatch({ type: "add", line: { ...line, lineId: newLineId(), ladder }, at: at + 1 });
  };

  const remove = (lineId: string) => {
    const at = lines.findIndex((one) => one.lineId === lineId);
    const line = lines[at];
    if (!line) return;
    dispatch({ type: "remove", lineId });
    showToast({
      message: t("builder.list.removed", { name: exerciseOf(line.slug).name }),
      action: { label: t("builder.undo"), onAction: () => dispatch({ type: "add", line, at }) },
    });
  };

  const publish = async (): Promise<PublishOutcome> => {
    if (!(await saver.flush()))
      return saver.status().kind === "conflict"
        ? { kind: "conflict" }
        : { kind: "refused", sentences: [t("publish.notSaved")] };
    const { planId } = data;
    const answer = await publishPlanAction({ planId, revision: saver.revision }).catch(() => null);
    if (answer?.published) {
      const { revision } = answer.published;
      saver.adopt({ revision, at: new Date(), content }, content);
      router.refresh();
      return { kind: "published", published: answer.published };
    }
    if (answer?.current) {
      saver.meet(answer.current);
      return { kind: "conflict" };
    }
    router.refresh();
    const fields = Object.entries(answer?.fieldErrors ?? {}).map(([key, sentence]) =>
      key.startsWith("lines.")
        ? `${nameOfLine(key.slice("lines.".length))}: ${sentence}`
        : sentence,
    );
    return {
      kind: "refused",
      sentences: fields.length > 0 ? fields : [answer?.message ?? t("publish.failed")],
    };
  };

  return {
    state,
    dispatch,
    saver,
    status,
    exerciseOf,
    words,
    check,
    changes,
    hasPending,
    shown,
    learn,
    nameOfLine,
    names,
    add,
    addLines,
    insertTemplate,
    duplicate,
    remove,
    publish,
    clashing,
    settle,
  };
}

export type Builder = ReturnType<typeof useBuilder>;
