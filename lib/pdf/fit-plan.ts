import { type Column, layColumn, outerHeight, roomOf } from "./lay-column";
import { type Fitted, planBlocks, WIDE_ROOM } from "./plan-blocks";
import type { Block, Sheet } from "./sheet";

const ROOM_MIN = 72;
const ROOM_MAX = 230;
/** Below this a figure is better larger and among fewer. */
const ROOM_GOOD = 120;
/** Where not all fit on one page. */
const ROOM_LEAST = 60;
const FIRST_GRID = { columns: 2, height: 100 };

const isExercise = ({ key }: Pick<Block, "key">) => key.startsWith("exercise-");

const heightIn = ({ nodes }: Column, key: string) => {
  const node = nodes.get(key);
  return node ? outerHeight(node) : 0;
};

/** Pictures of one page as large as they may be for all to fit; smaller and beside more, or on more pages. */
async function fittedGrid(sheet: Sheet): Promise<Fitted["grid"]> {
  const count = sheet.document.exercises.length;
  let found = { columns: 3, height: FIRST_GRID.height };
  for (const columns of count === 1 ? [1] : count <= 4 ? [2, 3] : [3]) {
    const grid = { columns, height: FIRST_GRID.height };
    const blocks = planBlocks(sheet, { grid, rooms: new Map() });
    const column = await layColumn(sheet, blocks);
    const used = blocks
      .slice(0, blocks.findLastIndex(isExercise) + 1)
      .reduce((sum, { key }) => sum + heightIn(column, key), 0);
    const heights = blocks.filter(isExercise).map(({ key }) => heightIn(column, key));
    const { first } = roomOf(sheet, column);
    const height = grid.height + (first - used) / heights.length - 1;
    if (height >= (columns === 3 ? ROOM_MIN : ROOM_GOOD))
      return { columns, height: Math.min(ROOM_MAX, height) };
    found = { columns, height: Math.max(ROOM_LEAST, twoRows(grid.height, used, heights, first)) };
  }
  return found;
}

/** Room of the figures with which two rows stand on the first page; the usual one where that is not to be had. */
function twoRows(height: number, used: number, heights: readonly number[], first: number): number {
  const others = heights.slice(2).reduce((sum, one) => sum + one, 0);
  const fitting = height + (first - (used - others)) / 2 - 1;
  return fitting >= ROOM_LEAST ? Math.min(ROOM_MAX, fitting) : height;
}

const WIDE_MIN = 96;

/** Smaller figures for exercises in large print that would be longer than a page with the usual ones. */
async function fittedRooms(sheet: Sheet, grid: Fitted["grid"]): Promise<Fitted["rooms"]> {
  const blocks = planBlocks(sheet, { grid, rooms: new Map() });
  const column = await layColumn(sheet, blocks);
  const { next } = roomOf(sheet, column);
  const tooLong = blocks.flatMap(({ key }) => {
    const over = heightIn(column, key) - next;
    return isExercise({ key }) && over > 0
      ? [[key, Math.max(WIDE_MIN, WIDE_ROOM - over - 1)] as const]
      : [];
  });
  return new Map(tooLong);
}

/** What has to be measured before the pages of a layout can be drawn. */
export async function fitPlan(sheet: Sheet): Promise<Fitted> {
  const { layout } = sheet.choices;
  const grid = layout === "picture" ? await fittedGrid(sheet) : FIRST_GRID;
  return { grid, rooms: layout === "large" ? await fittedRooms(sheet, grid) : new Map() };
}
