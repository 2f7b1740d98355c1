"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Reporter } from "../../../domain/session/facts";
import type { ActionState } from "../../../errors/action-state";
import { newClientId } from "../../sessions/offline/client-id";
import { saveDiaryAction } from "../actions";
import type { DiaryWeek } from "../diary";
import { goTo, pressKey } from "../diary-keys";
import { errorsOnSheet, pendingOf } from "../diary-pending";
import { openSheet, rowKeys, type Sheet } from "../diary-sheet";

const IDLE: ActionState = { status: "idle" };

/** Keys that a button of the legend stands for: "pain 10" is 1 and 0, "- h" is - and h. */
function keysOf(pressed: string): string[] {
  if (pressed.startsWith("pain ")) return [...pressed.slice("pain ".length)];
  return pressed.startsWith("- ") ? ["-", pressed.slice(2)] : [pressed];
}

/** The sheet, its keys, and saving it. `onSaved` is told what was saved. */
export function useDiary(
  week: DiaryWeek,
  onSaved: (pending: ReturnType<typeof pendingOf>) => void,
) {
  const [sheet, setSheet] = useState(() => openSheet(week, newClientId));
  const [reportedBy, setReportedBy] = useState<Reporter | null>(null);
  const [answer, setAnswer] = useState(IDLE);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [isSaving, setSaving] = useState(false);
  const grid = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const pending = useMemo(() => pendingOf(sheet), [sheet]);
  const { column, row } = sheet.at;

  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever changed on the sheet, its cell has the focus
  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    const cell = grid.current?.querySelector<HTMLElement>(`[data-cell="${column}:${row}"]`);
    cell?.focus();
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [column, row, sheet]);

  const press = useCallback(
    (pressed: string): boolean => {
      let next = sheet;
      for (const key of keysOf(pressed)) {
        const found = pressKey(next, key, newClientId);
        if (!found) return false;
        next = found;
      }
      wantsFocus.current = true;
      setSheet(next);
      return true;
    },
    [sheet],
  );

  const point = (toColumn: number, toRow: number) => {
    wantsFocus.current = true;
    setSheet(goTo(sheet, toColumn, toRow));
  };

  const showErrors = (saved: Sheet, found: Readonly<Record<string, string>>) => {
    setErrors(found);
    const first = Object.keys(found).find((key) => key !== "form");
    const [columnKey, rowKey] = first?.split("|") ?? [];
    const at = saved.columns.findIndex(({ key, on }) => key === columnKey || on === columnKey);
    if (at < 0) return;
    wantsFocus.current = true;
    setSheet(goTo(saved, at, rowKey ? rowKeys(week).indexOf(rowKey) : 1));
  };

  const save = async () => {
    if (isSaving) return;
    const done = goTo(sheet, column, row);
    setSheet(done);
    if (done.typing) return;
    const typed = pendingOf(done);
    if (typed.sessions.length + typed.mornings.length === 0) return;
    setSaving(true);
    const { patientId, weekOn } = week;
    const { sessions, mornings } = typed;
    const input = { patientId, weekOn, reportedBy: reportedBy as Reporter, sessions, mornings };
    try {
      const state = await saveDiaryAction({
        ...input,
        sessions: [...sessions],
        mornings: [...mornings],
      });
      setAnswer(state);
      const { reportedBy: ofReporter, ...others } = state.fieldErrors ?? {};
      showErrors(done, errorsOnSheet(done, typed, others));
      if (state.status === "ok") onSaved(typed);
    } catch {
      setAnswer({ status: "error" });
    } finally {
      setSaving(false);
    }
  };

  return {
    sheet,
    pending,
    grid,
    press,
    point,
    save,
    isSaving,
    reportedBy,
    setReportedBy,
    answer,
    errors,
    reporterError: answer.fieldErrors?.reportedBy,
  };
}
