/**
 * Fills pages from the top with blocks that stay whole, in order.
 * @param heights of the blocks, margins included, in points
 * @param room height of the flow on the first page and on each that follows
 * @returns for each page the indices of its blocks; null when a block is taller than a page
 */
export function packPages(
  heights: readonly number[],
  room: { readonly first: number; readonly next: number },
): number[][] | null {
  const pages: number[][] = [[]];
  let left = room.first;
  for (const [i, height] of heights.entries()) {
    if (height > left) {
      if (height > room.next) return null;
      pages.push([]);
      left = room.next;
    }
    pages.at(-1)?.push(i);
    left -= height;
  }
  return pages;
}
