"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { diffPlans } from "../../../../domain/plan/plan-diff";
import { planDiffWords } from "../../../../i18n/plan-diff-words";
import { Button } from "../../../../ui/button";
import { Dialog } from "../../../../ui/dialog";
import { type DraftContent, sideOfContent } from "../../draft-content";
import { type DraftClash, takeFrom } from "../../merge-drafts";
import { DiffList } from "../diff-list";
import type { DraftNames } from "./draft-names";
import type { Clashing } from "./use-merging";

type Choice = "mine" | "theirs";

/** Name of what both changed: an exercise, or a part of the plan. */
function useClashTitle({ content, base, theirs }: Clashing, names: DraftNames) {
  const t = useTranslations("plans.builder.conflict");
  return (clash: DraftClash): string => {
    if (clash.of === "plan") return t(`part.${clash.part}`);
    const all = [content, theirs, base];
    if (clash.of === "phase") {
      const phases = all.flatMap((side) => side.phases);
      return t("part.phase", { name: phases.find((one) => one.phaseId === clash.id)?.name ?? "" });
    }
    return names.of(...all).nameOf(clash.id);
  };
}

/** What one person made of it since both began, in words. */
function useSideWords({ content, base }: Clashing, names: DraftNames) {
  const t = useTranslations("plans.builder.conflict");
  return (clash: DraftClash, side: DraftContent): string[] => {
    const [before, after] = [base, side].map((from) => takeFrom(content, clash, from)) as [
      DraftContent,
      DraftContent,
    ];
    if (clash.of === "plan" && (clash.part === "order" || clash.part === "phaseOrder")) {
      const order =
        clash.part === "order"
          ? after.lines.map(({ slug }) => names.nameOfSlug(slug))
          : after.phases.map(({ name }) => name);
      return [order.join(", ")];
    }
    const diff = diffPlans(sideOfContent(before), sideOfContent(after));
    const words = planDiffWords(diff, names.of(base, side, content)).flatMap(
      ({ kind, title, details }) =>
        kind === "removed" || details.length === 0 ? [title] : details,
    );
    return words.length > 0 ? words : [t("asBefore")];
  };
}

/** What two people changed in unlike ways, side by side; the rest of both is in already. */
export function ConflictDialog({
  clashing,
  names,
  onSettle,
}: {
  clashing: Clashing;
  names: DraftNames;
  onSettle: (content: DraftContent) => void;
}) {
  const t = useTranslations("plans.builder.conflict");
  const titleOf = useClashTitle(clashing, names);
  const wordsOf = useSideWords(clashing, names);
  const { clashes, content, mine, theirs, name, taken } = clashing;
  const [choices, setChoices] = useState<Readonly<Record<number, Choice>>>({});
  const choose = (i: number, choice: Choice) => setChoices((all) => ({ ...all, [i]: choice }));
  const isSettled = clashes.every((_, i) => choices[i] !== undefined);

  const settle = () =>
    onSettle(
      clashes.reduce(
        (settled, clash, i) => takeFrom(settled, clash, choices[i] === "theirs" ? theirs : mine),
        content,
      ),
    );
  const all = (choice: Choice) =>
    setChoices(Object.fromEntries(clashes.map((_, i) => [i, choice])));

  return (
    <Dialog
      open
      onOpenChange={() => {}}
      alert
      title={t("title")}
      closeLabel=""
      footer={
        <>
          <Button onClick={() => all("theirs")}>{t("allTheirs", { name })}</Button>
          <Button onClick={() => all("mine")}>{t("allMine")}</Button>
          <Button variant="primary" disabled={!isSettled} onClick={settle}>
            {t("goOn")}
          </Button>
        </>
      }
    >
      <p>{t("lead", { name, count: clashes.length })}</p>
      {clashes.map((clash, i) => {
        const title = titleOf(clash);
        return (
          <fieldset
            key={`${clash.of} ${"id" in clash ? clash.id : ""} ${clash.part}`}
            className="mt-4 rounded-control border border-line p-3"
          >
            <legend className="px-1 font-semibold">{title}</legend>
            <div className="grid gap-2 sm:grid-cols-2">
              {(["mine", "theirs"] as const).map((side) => (
                <label
                  key={side}
                  className="flex min-h-target cursor-pointer gap-2.5 rounded-control border border-line px-3 py-2 has-checked:border-spruce has-checked:bg-spruce-tint"
                >
                  <input
                    type="radio"
                    name={`clash-${i}`}
                    className="mt-1 accent-spruce"
                    checked={choices[i] === side}
                    onChange={() => choose(i, side)}
                  />
                  <span className="min-w-0 wrap-anywhere">
                    <span className="block text-sm text-secondary">
                      {side === "mine" ? t("mine") : t("theirs", { name })}
                    </span>
                    {wordsOf(clash, side === "mine" ? mine : theirs).map((words) => (
                      <span key={words} className="block">
                        {words}
                      </span>
                    ))}
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        );
      })}
      {taken.length > 0 && (
        <section className="mt-5">
          <h3 className="mb-2">{t("taken", { name })}</h3>
          <DiffList items={taken} />
        </section>
      )}
    </Dialog>
  );
}
