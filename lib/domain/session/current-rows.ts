/** One row of a correction chain; a first log's `rootId` is its own id. */
export interface ChainRow {
  readonly id: string;
  readonly rootId: string;
  /** When it was typed, corrected for the device's clock. */
  readonly typedAt: Date;
  /** True: the patient took the whole log back. */
  readonly withdrawn?: boolean;
}

function isNewer(a: ChainRow, b: ChainRow): boolean {
  const byTime = a.typedAt.getTime() - b.typedAt.getTime();
  return byTime === 0 ? a.id > b.id : byTime > 0;
}

/**
 * The rows that count: of one root the row typed last (then the greatest id), unless it takes the log
 * back. The order of arrival never matters. Keeps the order of the first row of each root.
 */
export function currentRows<T extends ChainRow>(rows: readonly T[]): T[] {
  const newest = new Map<string, T>();
  for (const row of rows) {
    const known = newest.get(row.rootId);
    if (!known || isNewer(row, known)) newest.set(row.rootId, row);
  }
  return [...newest.values()].filter((row) => row.withdrawn !== true);
}
