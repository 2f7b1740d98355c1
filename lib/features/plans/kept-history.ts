import type { BuilderState, Snapshot } from "./builder-state";
import type { DraftContent } from "./draft-content";

/** Written beside the rest; a page of another release starts anew. */
const FORMAT = 1;
/** Letters that a tab keeps at most: a third of what browsers allow a site. */
const MOST_LETTERS = 1_500_000;

/** What a tab keeps of the builder, so that a reload loses neither the steps nor what was not saved yet. */
interface KeptHistory {
  readonly format: typeof FORMAT;
  /** Revision and content that stood on the server. */
  readonly revision: number;
  readonly base: DraftContent;
  readonly now: Snapshot;
  readonly past: readonly Snapshot[];
  readonly future: readonly Snapshot[];
}

/** What stood on the server. */
interface Standing {
  readonly revision: number;
  readonly base: DraftContent;
}

/** The state as a text of at most `MOST_LETTERS`; the oldest steps go first. */
export function writeHistory(state: BuilderState, { revision, base }: Standing): string {
  const { content, pending, past, future } = state;
  const of = (steps: number): KeptHistory => ({
    format: FORMAT,
    ...{ revision, base },
    now: { content, pending },
    past: past.slice(-steps),
    future: future.slice(-steps),
  });
  for (let steps = Math.max(past.length, future.length); steps > 0; steps = Math.floor(steps / 2)) {
    const text = JSON.stringify(of(steps));
    if (text.length <= MOST_LETTERS) return text;
  }
  return JSON.stringify({ ...of(1), past: [], future: [] });
}

function read(text: string): KeptHistory | null {
  try {
    const kept = JSON.parse(text) as KeptHistory;
    return kept.format === FORMAT ? kept : null;
  } catch {
    return null;
  }
}

/**
 * The builder as it was left, and the draft that it stood on; null: nothing was kept. What others have saved
 * since is the caller's to merge.
 */
export function readHistory(
  text: string | null,
): { readonly state: BuilderState; readonly standing: Standing } | null {
  const kept = text === null ? null : read(text);
  if (!kept) return null;
  const { revision, base, now, past, future } = kept;
  // The same value, so that nothing looks unsaved that was saved.
  const isSaved = JSON.stringify(now.content) === JSON.stringify(base);
  const state = { ...now, content: isSaved ? base : now.content, past, future, lastEdit: null };
  return { state, standing: { revision, base } };
}
