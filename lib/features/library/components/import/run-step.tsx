"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";
import { Card } from "@/lib/ui/card";
import { ProgressBar } from "@/lib/ui/progress-bar";
import type { ImportPreview } from "../../import/preview-import";
import type { ImportState } from "./use-import";

/** The one button that imports, or why it cannot; while it runs, how far it is. */
export function RunStep({ state, preview }: { state: ImportState; preview: ImportPreview }) {
  const t = useTranslations("imports");
  const { stage, decisions, run, cancel } = state;
  const { counts, mappingFault } = preview;
  if (stage.at === "sending" || stage.at === "saving") {
    const label =
      stage.at === "saving"
        ? t("run.saving", { done: stage.done, total: stage.total })
        : t(stage.sent < 1 ? "file.sending" : "run.checking");
    const share = stage.at === "saving" ? stage.done / stage.total : stage.sent;
    return (
      <Card>
        <ProgressBar label={label} share={share} />
        <div className="mt-4 flex flex-wrap items-center justify-between gap-3">
          <p className="text-sm text-secondary">{t("run.note")}</p>
          <Button onClick={cancel}>{t("run.cancel")}</Button>
        </div>
      </Card>
    );
  }
  const blocked = counts.faulty > 0 && !decisions.leaveOutFaulty;
  const able = mappingFault === null && counts.import > 0 && !blocked && stage.at === "idle";
  const why = blocked ? "blocked" : counts.import === 0 && mappingFault === null ? "nothing" : null;
  return (
    <div className="sticky bottom-0 z-10 -mx-1 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-paper px-1 py-3">
      <Button variant="primary" disabled={!able} onClick={run}>
        {t("run.submit", { count: counts.import })}
      </Button>
      {why && <p className="text-secondary">{t(`run.${why}`)}</p>}
    </div>
  );
}
