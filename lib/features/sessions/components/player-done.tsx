"use client";

import { useTranslations } from "use-intl";
import { Button } from "../../../ui/button";
import { Icon } from "../../../ui/icon";
import { StopAdvice } from "./help-sheet";
import { go, usePortal } from "./portal-context";
import type { Finished } from "./record-draft";

/** What was handed in, and where it is now. */
export function PlayerDone({ finished: { entry, draft } }: { finished: Finished }) {
  const t = useTranslations("portal.done");
  const { state } = usePortal();
  const kept = state.entries.find((each) => each.id === entry.id);
  const done = entry.exercises.filter((each) => each.outcome !== "skipped").length;
  const { painBefore, painAfter, stoppedForPain } = entry;
  return (
    <section className="pt-10">
      <span className="flex size-16 items-center justify-center rounded-full bg-spruce-tint text-spruce">
        <Icon name="check" className="!size-8" />
      </span>
      <h1 className="mt-5 text-2xl">{stoppedForPain ? t("stoppedTitle") : t("title")}</h1>
      <div className="mt-3 grid gap-2">
        <p className="tabular-nums">
          {t("exercises", { done, total: draft.prescribedIds.length })}
        </p>
        {painBefore !== null && painAfter !== null && (
          <p className="tabular-nums">{t("pain", { before: painBefore, after: painAfter })}</p>
        )}
        {painBefore !== null && painAfter === null && (
          <p>{t("painOne", { n: painBefore, when: "before" })}</p>
        )}
        {painBefore === null && painAfter !== null && (
          <p>{t("painOne", { n: painAfter, when: "after" })}</p>
        )}
        <p role="status" className="text-secondary">
          {kept?.state === "waiting" ? t("savedHere") : t("sent")}
        </p>
      </div>
      {stoppedForPain ? (
        <div className="mt-6 border-t border-line pt-5">
          <h2 className="mb-4 text-lg">{t("help")}</h2>
          <StopAdvice />
        </div>
      ) : (
        <p className="mt-4 text-secondary">{t("morning")}</p>
      )}
      <Button variant="primary" size="lg" wide className="mt-8" onClick={() => go("/today")}>
        {t("today")}
      </Button>
    </section>
  );
}
