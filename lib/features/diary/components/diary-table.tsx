"use client";

import { useTranslations } from "use-intl";
import { weekdayOf } from "../../../domain/calendar/local-date";
import { cx } from "../../../ui/cx";
import type { DiaryDayView } from "../diary";
import {
  cellKey,
  cellState,
  dueIn,
  isPainRow,
  rowKeys,
  type Sheet,
  type SheetColumn,
} from "../diary-sheet";
import { type CellView, DiaryCell } from "./diary-cell";
import { dayWords, rowWords } from "./diary-words";

type Errors = Readonly<Record<string, string>>;

function cellView(
  sheet: Sheet,
  columnIndex: number,
  rowIndex: number,
  errors: Errors,
): CellView | null {
  const { week, columns, at, typing } = sheet;
  const column = columns[columnIndex]!;
  const row = rowKeys(week)[rowIndex]!;
  const isFirstOfDay = columns[columnIndex - 1]?.on !== column.on;
  if (row === "morning" && !isFirstOfDay) return null;
  const key = cellKey(column, row);
  const state = cellState(week, column, row);
  const isPain = isPainRow(row);
  const isActive = at.column === columnIndex && at.row === rowIndex;
  const day = week.days.find(({ on }) => on === column.on);
  return {
    column,
    columnIndex,
    row,
    rowIndex,
    state,
    value: sheet.values[key],
    typed: isActive && typing?.kind === "amount" ? typing.text : null,
    isPain,
    isShaded: !isPain && dueIn(week, column, row) === "not_due",
    isHidden:
      state === "kept" &&
      (row === "morning" ? day?.morning?.pain === null : column.session?.content === null),
    isActive,
    isFirstOfDay,
    error: errors[key],
    span: row === "morning" ? columns.filter(({ on }) => on === column.on).length : 1,
  };
}

function DayHead({
  day,
  sheet,
  error,
}: {
  day: DiaryDayView;
  sheet: Sheet;
  error: string | undefined;
}) {
  const t = useTranslations("diary");
  const weekday = useTranslations("dosage");
  const { week, columns } = sheet;
  const state =
    day.closed ?? (day.state === "paused" ? "paused" : day.on === week.today ? "today" : null);
  return (
    <th
      scope="colgroup"
      colSpan={columns.filter(({ on }) => on === day.on).length}
      className={cx(
        "border-l border-line border-l-control/50 px-1 py-2 text-center align-bottom leading-tight font-normal",
        error && "bg-clay-tint",
      )}
    >
      <span className="block font-semibold">{weekday(`weekday.${weekdayOf(day.on)}`)}</span>
      <span className="block text-sm whitespace-nowrap text-secondary">
        {dayWords(week, day.on)}
      </span>
      {state && <span className="block text-xs text-secondary">{t(`state.${state}`)}</span>}
    </th>
  );
}

function SessionHead({
  column,
  isFirstOfDay,
  error,
}: {
  column: SheetColumn;
  isFirstOfDay: boolean;
  error: string | undefined;
}) {
  const t = useTranslations("diary");
  const { nth, session } = column;
  return (
    <th
      scope="col"
      className={cx(
        "border-t border-l border-line py-1 text-center text-xs font-normal text-secondary",
        isFirstOfDay && "border-l-control/50",
        error && "bg-clay-tint",
      )}
    >
      <span aria-hidden="true">{session ? t(`source.${session.source}`) : nth}</span>
      <span className="sr-only">
        {t("session", { n: nth })}
        {session && `, ${t(`source.${session.source}`)}`}
      </span>
    </th>
  );
}

function RowHead({ sheet, row }: { sheet: Sheet; row: string }) {
  const t = useTranslations("diary");
  const dose = sheet.week.rows.find(({ lineId }) => lineId === row)?.dose;
  const hint = row === "morning" ? t("row.morningHint") : dose;
  return (
    <th
      scope="row"
      className="sticky left-0 z-20 border-t border-line bg-surface py-1.5 pr-2 pl-4 text-left leading-tight font-normal break-words sm:pl-6"
    >
      <span className={cx("block", !isPainRow(row) && "font-semibold")}>
        <bdi>{rowWords(t, sheet.week, row)}</bdi>
      </span>
      {hint && <span className="block text-xs text-secondary">{hint}</span>}
    </th>
  );
}

/** The week as a grid of one tab stop: days and their sessions across, mornings, exercises and pain down. */
export function DiaryTable({
  sheet,
  errors,
  onPoint,
}: {
  sheet: Sheet;
  errors: Errors;
  onPoint: (column: number, row: number) => void;
}) {
  const t = useTranslations("diary");
  const { week, columns } = sheet;
  return (
    <table
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: cells are filled in by the keyboard
      role="grid"
      aria-label={t("grid", { date: dayWords(week, week.weekOn) })}
      className="w-full table-fixed border-separate border-spacing-0"
      style={{ minWidth: `calc(var(--diary-names) + ${columns.length * 3.1}rem)` }}
    >
      <colgroup>
        <col style={{ width: "var(--diary-names)" }} />
        {columns.map(({ key }) => (
          <col key={key} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th
            rowSpan={2}
            scope="col"
            className="sticky left-0 z-20 bg-surface pr-2 pb-1.5 pl-4 text-left align-bottom font-semibold sm:pl-6"
          >
            {t("exercise")}
          </th>
          {week.days.map((day) => (
            <DayHead key={day.on} day={day} sheet={sheet} error={errors[`${day.on}/1`]} />
          ))}
        </tr>
        <tr>
          {columns.map((column, i) => (
            <SessionHead
              key={column.key}
              column={column}
              isFirstOfDay={columns[i - 1]?.on !== column.on}
              error={errors[column.key]}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {rowKeys(week).map((row, rowIndex) => (
          <tr key={row}>
            <RowHead sheet={sheet} row={row} />
            {columns.map((column, columnIndex) => {
              const view = cellView(sheet, columnIndex, rowIndex, errors);
              return (
                view && (
                  <DiaryCell
                    key={column.key}
                    view={view}
                    onPoint={() => onPoint(columnIndex, rowIndex)}
                  />
                )
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
