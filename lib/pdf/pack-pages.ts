/** Something that is dealt to pages. */
export interface PackItem<T> {
  readonly content: T;
  /** Points, margins included. */
  readonly height: number;
  /** Stays on the page of the item after it, as a heading does. */
  readonly joined?: boolean;
  /** Begins a page. */
  readonly fresh?: boolean;
  /** Items of one group move to a fresh page rather than being parted, where a page can hold them all. */
  readonly group?: string;
  /** Repeated at the top of a page that begins within the group. */
  readonly repeat?: PackItem<T>;
  /** Parts it at so many points; null when no part of it fits. */
  readonly cut?: (room: number) => readonly [PackItem<T>, PackItem<T>] | null;
}

export interface PageRoom {
  /** Points of the flow on the first page. */
  readonly first: number;
  /** Points on each page that follows. */
  readonly next: number;
}

/** An item longer than a page begins on the page before only where at least this share of it is left. */
const ROOM_TO_BEGIN = 0.4;

const heightOf = (items: readonly PackItem<unknown>[]) =>
  items.reduce((sum, { height }) => sum + height, 0);

/** Joined items with the one they are joined to. */
function runsOf<T>(items: readonly PackItem<T>[]): PackItem<T>[][] {
  const runs: PackItem<T>[][] = [];
  let isOpen = false;
  for (const item of items) {
    if (isOpen) runs.at(-1)?.push(item);
    else runs.push([item]);
    isOpen = item.joined === true;
  }
  return runs;
}

class Pages<T> {
  readonly pages: T[][] = [[]];
  left: number;

  constructor(private readonly room: PageRoom) {
    this.left = room.first;
  }

  get isEmpty(): boolean {
    return this.pages.at(-1)?.length === 0;
  }

  turn(repeat?: PackItem<T>): void {
    this.pages.push([]);
    this.left = this.room.next;
    if (repeat) this.put(repeat);
  }

  put({ content, height }: PackItem<T>): void {
    this.pages.at(-1)?.push(content);
    this.left -= height;
  }

  /** Puts an item that no page holds whole. */
  pour(item: PackItem<T>): void {
    let rest = item;
    while (rest.height > this.left) {
      const parts = rest.cut?.(this.left);
      if (!parts && this.isEmpty) break;
      if (parts) this.put(parts[0]);
      this.turn(item.repeat);
      if (parts) rest = parts[1];
    }
    this.put(rest);
  }
}

/**
 * Fills pages from the top, in order. Items stay whole but for those longer than a page, which are cut
 * where they can be.
 * @returns what stands on each page
 */
export function packPages<T>(items: readonly PackItem<T>[], room: PageRoom): T[][] {
  return filledWith(items, room).pages;
}

function filledWith<T>(items: readonly PackItem<T>[], room: PageRoom): Pages<T> {
  const filled = new Pages<T>(room);
  const groups = new Map<string, number>();
  for (const { group, height } of items)
    if (group) groups.set(group, (groups.get(group) ?? 0) + height);
  for (const run of runsOf(items)) {
    const [{ group, repeat, fresh } = {} as PackItem<T>] = run;
    const height = heightOf(run);
    const whole = groups.get(group ?? "") ?? 0;
    for (const item of run) groups.delete(item.group ?? "");
    const fits = (points: number) => points <= room.next - (repeat?.height ?? 0);
    const isTooLong = !fits(height);
    if (filled.isEmpty) {
      // Nothing to be gained by another page.
    } else if (fresh || (whole > filled.left && fits(whole))) filled.turn();
    else if (isTooLong ? filled.left < room.next * ROOM_TO_BEGIN : height > filled.left)
      filled.turn(whole ? undefined : repeat);
    for (const item of run) {
      if (isTooLong) filled.pour(item);
      else filled.put(item);
    }
  }
  return filled;
}

/**
 * Brings items that stand at the end of the flow to the end of its introduction, where a page would be
 * left empty because what comes next does not fit any more.
 * @param body index of the first item that belongs to the flow proper
 */
export function fillIntroduction<T>(
  items: readonly PackItem<T>[],
  { body, movable }: { readonly body: number; readonly movable: ReadonlySet<T> },
  room: PageRoom,
): PackItem<T>[] {
  const [next = []] = runsOf(items.slice(body));
  let { left } = filledWith(items.slice(0, body), room);
  if (heightOf(next) <= left) return [...items];
  const moved = new Set<PackItem<T>>();
  for (const item of items.slice(body)) {
    if (!movable.has(item.content)) continue;
    if (item.height > left) break;
    moved.add(item);
    left -= item.height;
  }
  const stays = items.filter((item) => !moved.has(item));
  return [...stays.slice(0, body), ...moved, ...stays.slice(body)];
}
