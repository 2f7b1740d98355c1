"use client";

import { useId, useRef } from "react";
import { useTranslations } from "use-intl";
import { FILE_MAX_BYTES, ROWS_MAX } from "@/lib/domain/library/import/table";
import { Button } from "@/lib/ui/button";
import { Card } from "@/lib/ui/card";
import { DropZone } from "@/lib/ui/drop-zone";
import { Icon } from "@/lib/ui/icon";
import { Notice } from "@/lib/ui/notice";
import { ProgressBar } from "@/lib/ui/progress-bar";
import { EXAMPLE_CSV } from "./example-csv";
import { saveText } from "./send-import";
import type { Fault, ImportState } from "./use-import";

const MAX_MB = FILE_MAX_BYTES / 1_000_000;

function FaultNotice({ fault }: { fault: Fault }) {
  const t = useTranslations("imports");
  const said = fault.why === "said" ? Object.values(fault.fields) : [];
  const words =
    fault.why === "said"
      ? said
      : [fault.why === "tooLarge" ? t("file.tooLarge", { mb: MAX_MB }) : t(`errors.${fault.why}`)];
  return (
    <Notice tone={fault.why === "cancelled" ? "neutral" : "clay"} className="mt-4">
      {words.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  );
}

/** Choosing or dropping the file; what was wrong with it stands right below. */
export function FileStep({ state }: { state: ImportState }) {
  const { file, stage, fault, preview, choose } = state;
  const t = useTranslations("imports");
  const hint = useId();
  const input = useRef<HTMLInputElement>(null);
  const busy = stage.at === "sending" || stage.at === "saving";

  function drop([dropped]: readonly File[]) {
    if (dropped && !busy) choose(dropped);
  }

  return (
    <Card
      title={t("file.title")}
      actions={
        <Button
          variant="quiet"
          size="sm"
          icon="download"
          onClick={() => saveText("exercises-example.csv", EXAMPLE_CSV)}
        >
          {t("file.example")}
        </Button>
      }
    >
      <DropZone onFiles={drop}>
        <div className="flex flex-wrap items-center gap-3">
          {file && (
            <p className="flex min-w-0 basis-full items-center gap-2 sm:basis-auto sm:flex-1">
              <Icon name="list" className="text-spruce" />
              <span className="min-w-0">
                <span className="font-semibold wrap-anywhere">{file.name}</span>
                <span className="block text-sm text-secondary tabular-nums">
                  {t("file.size", { size: Math.max(1, Math.round(file.size / 1000)) })}
                  {preview &&
                    ` · ${t("file.read", { format: preview.format.toUpperCase(), rows: preview.counts.read })}`}
                </span>
              </span>
            </p>
          )}
          <Button
            variant={file ? "secondary" : "primary"}
            disabled={busy}
            aria-describedby={hint}
            onClick={() => input.current?.click()}
          >
            {t(file ? "file.other" : "file.choose")}
          </Button>
          {!file && <span className="text-secondary pointer-coarse:hidden">{t("file.drop")}</span>}
        </div>
        {!file && (
          <p id={hint} className="mt-3 text-sm text-secondary">
            {t("file.hint", { mb: MAX_MB, rows: ROWS_MAX })}
          </p>
        )}
        {stage.at === "reading" && (
          <div className="mt-4">
            <ProgressBar
              label={t(stage.sent < 1 ? "file.sending" : "file.reading")}
              share={stage.sent}
            />
          </div>
        )}
        <input
          ref={input}
          type="file"
          accept=".json,.csv,.tsv,.txt,application/json,text/csv,text/tab-separated-values,text/plain"
          hidden
          onChange={({ currentTarget }) => {
            const [chosen] = currentTarget.files ?? [];
            // The same file may be chosen again after it was corrected.
            currentTarget.value = "";
            if (chosen) choose(chosen);
          }}
        />
      </DropZone>
      <div role="alert">{fault && <FaultNotice fault={fault} />}</div>
    </Card>
  );
}
