"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { REPORTERS, type Reporter } from "../../../domain/session/facts";
import { Button } from "../../../ui/button";
import { LiveRegion } from "../../../ui/live-region";
import { Notice } from "../../../ui/notice";
import { Segmented } from "../../../ui/segmented";
import { showToast } from "../../../ui/toast";
import { useLeaveGuard } from "../../library/components/editor/use-leave-guard";
import type { DiaryWeek } from "../diary";
import type { Pending } from "../diary-pending";
import type { Sheet } from "../diary-sheet";
import { DiaryLegend } from "./diary-legend";
import { DiaryTable } from "./diary-table";
import { type DiaryWords, dayWords, rowWords } from "./diary-words";
import { useDiary } from "./use-diary";

function pendingWords(t: DiaryWords, { counts }: Pending): string {
  const parts = (["entered", "corrected", "withdrawn", "mornings"] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => t(`pending.${kind}`, { n: counts[kind] }));
  return parts.join(", ");
}

/** What the keys pressed so far mean, or why the last one did nothing. */
function statusWords(t: DiaryWords, { typing, notice }: Sheet): string {
  if (notice) return t(`notice.${notice}`);
  if (typing?.kind === "amount")
    return typing.text === "" ? t("typing.amount") : t("typing.amountNow", { text: typing.text });
  return typing ? t(`typing.${typing.kind}`) : "";
}

function errorWords(t: DiaryWords, sheet: Sheet, key: string, sentence: string): string {
  if (key === "form") return sentence;
  const [place, row] = key.split("|") as [string, string | undefined];
  const on = sheet.week.days.find((day) => place.startsWith(day.on))?.on;
  const day = on ? dayWords(sheet.week, on) : place;
  return row
    ? t("errorAt", { day, row: rowWords(t, sheet.week, row), sentence })
    : t("errorDay", { day, sentence });
}

function Errors({ sheet, errors }: { sheet: Sheet; errors: Readonly<Record<string, string>> }) {
  const t = useTranslations("diary");
  return (
    <ul>
      {Object.entries(errors).map(([key, sentence]) => (
        <li key={key}>{errorWords(t, sheet, key, sentence)}</li>
      ))}
    </ul>
  );
}

/** A week of a paper diary to be typed in, by the keyboard alone or by touch. */
export function DiaryEditor({ week }: { week: DiaryWeek }) {
  const t = useTranslations("diary");
  const diary = useDiary(week, (saved) =>
    showToast({ message: t("saved", { what: pendingWords(t, saved) }) }),
  );
  const { sheet, pending, answer, errors } = diary;
  const frame = useRef<HTMLDivElement>(null);
  const what = pendingWords(t, pending);
  useLeaveGuard(what !== "" && !diary.isSaving, t("leave"));

  // Typing begins where the page opens; nobody has to tab through the page first.
  useEffect(() => {
    frame.current?.querySelector<HTMLElement>("input[type=radio]")?.focus({ preventScroll: true });
  }, []);

  const onSaveKey = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey)) return;
    if (event.key !== "Enter" && event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    void diary.save();
  };
  const onGridKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const small = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const key = small === "Tab" && event.shiftKey ? "Shift+Tab" : small;
    if (diary.press(key)) event.preventDefault();
  };
  const status = statusWords(t, sheet);
  const hasErrors = Object.keys(errors).length > 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the shortcut for saving holds everywhere inside
    <div
      ref={frame}
      onKeyDown={onSaveKey}
      className="[--diary-names:9rem] sm:[--diary-names:15rem]"
    >
      <div className="px-4 pb-4 sm:px-6">
        <Segmented
          label={t("reportedBy")}
          name="reportedBy"
          value={diary.reportedBy}
          onChange={(value) => diary.setReportedBy(value as Reporter)}
          options={REPORTERS.map((value) => ({ value, label: t(`reporter.${value}`) }))}
          error={diary.reportedBy === null ? diary.reporterError : undefined}
        />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the grid inside takes the keys of all its cells */}
      <div ref={diary.grid} onKeyDown={onGridKey} className="overflow-x-auto border-y border-line">
        <DiaryTable sheet={sheet} errors={errors} onPoint={diary.point} />
      </div>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3 sm:px-6">
        <p className="min-h-11 min-w-48 flex-1 text-sm text-secondary">{status || t("hint")}</p>
        <p className="text-secondary tabular-nums">{what || t("pending.none")}</p>
        <Button
          variant="primary"
          pending={diary.isSaving}
          pendingLabel={t("saving")}
          onClick={() => void diary.save()}
          disabled={what === ""}
          className="max-sm:w-full"
        >
          {t("save")}
        </Button>
      </div>
      <LiveRegion>{status}</LiveRegion>
      <div role="alert" className="px-4 empty:hidden sm:px-6">
        {(answer.status === "error" || answer.status === "conflict") && !diary.isSaving && (
          <Notice
            tone={answer.status === "error" ? "clay" : "marigold"}
            title={hasErrors ? t("refused") : t("failed")}
            className="mb-4"
          >
            {hasErrors ? <Errors sheet={sheet} errors={errors} /> : answer.message}
          </Notice>
        )}
      </div>
      <div className="border-t border-line px-4 py-4 sm:px-6">
        <DiaryLegend onPress={diary.press} />
      </div>
    </div>
  );
}
