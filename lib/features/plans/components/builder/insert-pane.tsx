"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../../../ui/button";
import { Notice } from "../../../../ui/notice";
import { Spinner } from "../../../../ui/spinner";
import type { ExerciseSet } from "../../template-content";

/** One place that exercises can be inserted from: its list, and what is looked at in it. */
export interface InsertPane {
  readonly list: ReactNode;
  /** True: something in the list is looked at. */
  readonly hasCurrent: boolean;
  /** What is looked at, once it came. */
  readonly set: ExerciseSet | null;
  readonly failed: boolean;
  readonly retry: () => void;
  readonly head: ReactNode;
  readonly foot: ReactNode;
  /** Whose conditions the cautions were written for, when that is somebody else. */
  readonly otherPatient: string | null;
}

/** Scrolls by itself where both stand side by side; room for a focus ring at its edge. */
export function Pane({ children }: { children: ReactNode }) {
  return <div className="min-w-0 lg:-m-1.5 lg:overflow-y-auto lg:p-1.5">{children}</div>;
}

/** In place of what has not come yet, or did not come. */
export function Waiting({ failed, onRetry }: { failed: boolean; onRetry: () => void }) {
  const t = useTranslations("templates.plans");
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
    <p role="status" className="flex items-center gap-2 text-secondary">
      <Spinner />
      {t("loading")}
    </p>
  );
}
