"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { cx } from "../../../../ui/cx";
import { Notice } from "../../../../ui/notice";
import { PopoverButton } from "../../../../ui/popover-button";
import type { Builder } from "./use-builder";

/** What the phase shown asks of the patient, and a nudge above the clinic's limit with its reason. */
export function BurdenLine({
  builder,
  limit,
  aside,
}: {
  builder: Builder;
  limit: number;
  /** Stands at the end of the line. */
  aside?: ReactNode;
}) {
  const t = useTranslations("structure.burden");
  const { shown: at, state } = builder;
  const { burden, fullest } = at;
  const namesFullest = at.shown === "all" && fullest?.phase;
  const words = t("line", {
    count: burden.exerciseCount,
    session: burden.minutesPerSession,
    day: burden.minutesPerDay,
  });
  return (
    <div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p
          className={cx(
            "min-w-0 text-secondary tabular-nums",
            burden.exerciseCount === 0 && "sr-only",
          )}
        >
          {namesFullest && `${t("fullest", { phase: at.nameOf(fullest.phase) })} · `}
          {words}
        </p>
        {aside}
      </div>
      {burden.exerciseCount > limit && (
        <Notice tone="marigold" icon="info" className="mt-2">
          <span className="mr-1">
            {t("nudge", { limit, what: state.content.phases.length > 0 ? "phase" : "version" })}
          </span>
          <PopoverButton
            label={t("why")}
            title={t("whyTitle")}
            className="!-my-2 !px-2 !text-marigold underline underline-offset-3"
          >
            <p>{t("reason", { limit })}</p>
            <p>{t("study")}</p>
            <p className="text-sm text-secondary">{t("source")}</p>
            <p className="border-t border-line pt-2 text-sm text-secondary">{t("counts")}</p>
          </PopoverButton>
        </Notice>
      )}
    </div>
  );
}
