"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { PAPER_SIZES, type PaperSize } from "../../../../domain/plan/plan-document";
import { Button } from "../../../../ui/button";
import { Card } from "../../../../ui/card";
import { Checkbox } from "../../../../ui/checkbox";
import { ChipRow } from "../../../../ui/chip";
import { Notice } from "../../../../ui/notice";
import { ProgressBar } from "../../../../ui/progress-bar";
import { Segmented } from "../../../../ui/segmented";
import { MAX_PRINTS } from "../../print-bounds";
import type { PrintList, PrintRow } from "../../print-queries";
import { PrintResult } from "./print-result";
import { PrintRows } from "./print-rows";
import { usePrint } from "./use-print";

const idsOf = (rows: readonly PrintRow[]) => new Set(rows.map(({ planId }) => planId));

/** Chooses patients and makes one file of their plans. */
export function PrintPlans({ list }: { list: PrintList }) {
  const t = useTranslations("handout.print");
  const { rows } = list;
  const today = rows.filter(({ visit }) => visit !== null);
  const fresh = rows.filter(({ isPrinted }) => !isPrinted);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(idsOf(today));
  const [paper, setPaper] = useState<PaperSize>(list.paperSize);
  const [eachOnNewSheet, setEachOnNewSheet] = useState(true);
  const { printing, start, cancel, again } = usePrint();
  const isRunning = printing.at === "running";
  const isTooMany = chosen.size > MAX_PRINTS;

  function toggle(planId: string) {
    const next = new Set(chosen);
    if (!next.delete(planId)) next.add(planId);
    setChosen(next);
  }

  if (printing.at === "done")
    return (
      <PrintResult
        result={printing.result}
        url={printing.url}
        nameOf={(id) => rows.find(({ planId }) => planId === id)?.patientName ?? id}
        onAgain={again}
      />
    );
  const planIds = rows.filter(({ planId }) => chosen.has(planId)).map(({ planId }) => planId);
  return (
    <div className="flex flex-wrap items-start gap-6">
      <div className="min-w-0 flex-[999_1_30rem]">
        <ChipRow label={t("quick")}>
          {today.length > 0 && (
            <Button size="sm" disabled={isRunning} onClick={() => setChosen(idsOf(today))}>
              {t("today")} · {today.length}
            </Button>
          )}
          {fresh.length > 0 && (
            <Button size="sm" disabled={isRunning} onClick={() => setChosen(idsOf(fresh))}>
              {t("fresh")} · {fresh.length}
            </Button>
          )}
          <Button
            size="sm"
            variant="quiet"
            disabled={isRunning}
            onClick={() => setChosen(new Set())}
          >
            {t("none")}
          </Button>
        </ChipRow>
        <PrintRows rows={rows} chosen={chosen} onToggle={toggle} disabled={isRunning} />
      </div>
      <Card className="flex-[1_1_18rem] lg:sticky lg:top-4">
        {printing.at === "failed" && (
          <div role="alert" className="mb-4">
            <Notice tone="marigold">
              {printing.why === "cancelled" ? t("cancelled") : t(`problem.${printing.why}`)}
            </Notice>
          </div>
        )}
        <p aria-live="polite" className={isTooMany ? "text-clay" : "font-semibold tabular-nums"}>
          {isTooMany
            ? t("tooMany", { count: chosen.size, max: MAX_PRINTS })
            : t("chosen", { count: chosen.size })}
        </p>
        <p className="mt-1 mb-4 text-sm text-secondary">{t("order")}</p>
        <Segmented
          name="paper"
          label={t("paper")}
          options={PAPER_SIZES.map((value) => ({ value, label: value }))}
          value={paper}
          onChange={(value) => setPaper(value as PaperSize)}
        />
        <Checkbox
          className="mt-3 mb-4"
          label={t("eachOnNewSheet")}
          hint={t("eachOnNewSheetHint")}
          checked={eachOnNewSheet}
          onChange={(event) => setEachOnNewSheet(event.target.checked)}
        />
        {isRunning ? (
          <div className="grid gap-4">
            <ProgressBar
              label={t("running", { done: printing.done, total: printing.total })}
              share={printing.done / printing.total}
            />
            <Button onClick={cancel}>{t("cancel")}</Button>
          </div>
        ) : (
          <Button
            variant="primary"
            icon="print"
            wide
            disabled={chosen.size === 0 || isTooMany}
            onClick={() => start({ planIds, paper, eachOnNewSheet })}
          >
            {t("make")}
          </Button>
        )}
      </Card>
    </div>
  );
}
