import type { ReactNode } from "react";
import { cx } from "./cx";

export interface Column<Row> {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  align?: "start" | "end";
  /** The column that names the row: its header cell, and the head of the stacked row on phones. */
  primary?: boolean;
  /** Keeps the header for screen readers only (actions). */
  headerHidden?: boolean;
  className?: string;
}

/** A plain table with a caption; below 48rem every row becomes a stack of labelled lines. */
export function DataTable<Row>({
  caption,
  captionHidden,
  columns,
  rows,
  rowKey,
  framed = true,
  dense,
}: {
  caption: ReactNode;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Off inside a flush card, which already has the frame. */
  framed?: boolean;
  dense?: boolean;
}) {
  return (
    <div
      className={cx(
        framed &&
          "relative overflow-x-auto rounded-card border border-line bg-surface md:px-2 print:border-0",
      )}
    >
      <table className="w-full border-collapse text-left max-md:block">
        <caption
          className={cx(
            captionHidden
              ? "sr-only"
              : "px-4 pt-3 pb-1 text-left text-sm text-secondary max-md:block",
          )}
        >
          {caption}
        </caption>
        <thead className="max-md:sr-only">
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={cx(
                  "px-3.5 py-3 text-xs font-semibold text-secondary",
                  column.align === "end" && "text-right",
                  column.headerHidden && "print:hidden",
                  column.className,
                )}
              >
                {column.headerHidden ? (
                  <span className="sr-only">{column.header}</span>
                ) : (
                  column.header
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-md:block">
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              className="border-line max-md:flex max-md:flex-col max-md:px-4 max-md:py-3.5 max-md:not-first:border-t md:border-t"
            >
              {columns.map((column) => (
                <DataCell key={column.key} column={column} row={row} dense={dense} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A label with nothing behind it is noise on a phone. */
const isEmpty = (value: ReactNode) => value === null || value === undefined || value === "";

function DataCell<Row>({ column, row, dense }: { column: Column<Row>; row: Row; dense?: boolean }) {
  const className = cx(
    "px-3.5 align-middle font-normal max-md:flex max-md:flex-wrap max-md:items-baseline max-md:gap-x-3 max-md:px-0 max-md:py-1",
    dense ? "py-1.5" : "py-3",
    column.align === "end" && "tabular-nums md:text-right",
    column.headerHidden && "print:hidden",
    column.className,
  );
  const value = column.cell(row);
  if (column.primary)
    return (
      <th scope="row" className={cx(className, "text-left max-md:order-first")}>
        <div className="min-w-0">{value}</div>
      </th>
    );
  return (
    <td className={cx(className, isEmpty(value) && "max-md:hidden")}>
      {!column.headerHidden && (
        <span aria-hidden="true" className="w-36 shrink-0 text-sm text-secondary md:hidden">
          {column.header}
        </span>
      )}
      <div className="min-w-0">{value}</div>
    </td>
  );
}
