"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { LiveRegion } from "@/lib/ui/live-region";
import { ColumnsStep } from "./columns-step";
import { FileStep } from "./file-step";
import { PreviewStep } from "./preview-step";
import { ResultStep } from "./result-step";
import { RunStep } from "./run-step";
import { useImport } from "./use-import";

/** A file, what its columns are taken as, what would become of it, and what did; all on one page. */
export function ImportWorkbench() {
  const t = useTranslations("imports");
  const router = useRouter();
  const state = useImport();
  const { preview, result, stage } = state;

  useEffect(() => {
    // The list of imports below has a new row.
    if (result?.importId) router.refresh();
  }, [result, router]);

  if (result) return <ResultStep result={result} again={state.again} />;
  const said =
    preview && stage.at === "idle" && !preview.mappingFault
      ? t("run.submit", { count: preview.counts.import })
      : "";
  return (
    <div className="grid grid-cols-1 gap-6">
      <FileStep state={state} />
      {preview && <ColumnsStep state={state} preview={preview} />}
      {preview && <PreviewStep state={state} preview={preview} />}
      {preview && <RunStep state={state} preview={preview} />}
      <LiveRegion>{said}</LiveRegion>
    </div>
  );
}
