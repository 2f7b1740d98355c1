"use client";

import { useTranslations } from "use-intl";
import { cx } from "../../../ui/cx";
import { Icon } from "../../../ui/icon";
import { PainMark } from "../../../ui/pain-mark";
import { reasonKey } from "../diary-keys";
import { type CellState, type CellValue, cellKey, type SheetColumn } from "../diary-sheet";
import { amountWords, valueWords } from "./diary-words";

/** What a cell is and where it stands. */
export interface CellView {
  readonly column: SheetColumn;
  readonly columnIndex: number;
  readonly row: string;
  readonly rowIndex: number;
  readonly state: CellState;
  readonly value: CellValue | undefined;
  /** An amount being typed in this cell. */
  readonly typed: string | null;
  readonly isPain: boolean;
  /** Not due in this session; may be filled in all the same. */
  readonly isShaded: boolean;
  /** Logged, and not this viewer's to read. */
  readonly isHidden: boolean;
  readonly isActive: boolean;
  readonly isFirstOfDay: boolean;
  readonly error: string | undefined;
  readonly span: number;
}

function Mark({ value, isKept }: { value: CellValue; isKept: boolean }) {
  if (value.kind === "pain") return <PainMark score={value.pain} />;
  const amount = amountWords(value);
  if (amount) return <span className={cx("text-sm", !isKept && "font-semibold")}>{amount}</span>;
  if (value.outcome === "done") return <Icon name="check" className="mx-auto text-spruce" />;
  if (value.outcome === "stepped_down")
    return <Icon name="arrow-down" className="mx-auto text-spruce" />;
  if (value.outcome === "partly") return <span className="font-semibold">½</span>;
  return (
    <span className="text-secondary">–{value.skipReason && ` ${reasonKey(value.skipReason)}`}</span>
  );
}

function groundOf({ state, value, isShaded, error }: CellView): string {
  if (error) return "bg-clay-tint";
  if (state === "closed") return "bg-line/55";
  if (state === "kept") return "bg-paper font-normal text-secondary";
  if (value?.kind === "mark" && value.outcome !== "skipped") return "bg-spruce-tint";
  return isShaded ? "bg-line/55" : "bg-surface";
}

/** One cell: a mark, a rating, or nothing. */
export function DiaryCell({ view, onPoint }: { view: CellView; onPoint: () => void }) {
  const t = useTranslations("diary");
  const { column, columnIndex, row, rowIndex, state, value, typed, error } = view;
  const said = view.isHidden
    ? t("cell.keptHidden")
    : state === "closed"
      ? t("cell.closed")
      : valueWords(t, value, view.isPain);
  const isFromPhone = state === "kept" && column.session?.source !== "paper";
  const words = isFromPhone ? t("cell.kept", { value: said }) : said;
  const id = `${cellKey(column, row)}-error`;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys of all its cells
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid
      role="gridcell"
      colSpan={view.span}
      tabIndex={view.isActive ? 0 : -1}
      data-cell={`${columnIndex}:${rowIndex}`}
      aria-readonly={state !== "open" || undefined}
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? id : undefined}
      aria-label={words}
      onClick={onPoint}
      className={cx(
        "relative h-11 cursor-cell border-t border-l border-line px-0.5 text-center align-middle whitespace-nowrap tabular-nums outline-none",
        "focus:z-10 focus:shadow-[inset_0_0_0_2px_var(--color-spruce)]",
        view.isFirstOfDay && "border-l-control/50",
        groundOf(view),
      )}
    >
      {typed !== null ? (
        <span className="text-sm font-semibold">
          {typed || "?"}
          <span className="text-tertiary">|</span>
        </span>
      ) : view.isHidden ? (
        <span aria-hidden="true" className="text-[0.5rem] text-tertiary">
          ●
        </span>
      ) : (
        value && <Mark value={value} isKept={state === "kept"} />
      )}
      {error && (
        <span id={id} className="sr-only">
          {error}
        </span>
      )}
    </td>
  );
}
