import { PAPER_LAYOUTS, type PaperLayout } from "../../../../domain/plan/paper-layout";

const KEY = "carryover.print-layout";

/** The layout that this browser printed last; a browser that keeps nothing prints the standard one. */
export function keptLayout(): PaperLayout {
  try {
    const kept = localStorage.getItem(KEY);
    return PAPER_LAYOUTS.find((layout) => layout === kept) ?? "standard";
  } catch {
    return "standard";
  }
}

/** Remembers a layout and nothing else: whose plan it was stays unknown. */
export function keepLayout(layout: PaperLayout): void {
  try {
    localStorage.setItem(KEY, layout);
  } catch {
    // A browser that keeps nothing asks again.
  }
}
