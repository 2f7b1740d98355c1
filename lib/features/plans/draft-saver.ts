import type { DraftContent, SavedDraft } from "./draft-content";

/** What the header says of the draft. */
export type SaveStatus =
  | { readonly kind: "saved"; readonly at: Date }
  | { readonly kind: "waiting" }
  | { readonly kind: "saving" }
  /** Not saved and tried again by itself; `message` is the server's word, null when it was not reached. */
  | { readonly kind: "failed"; readonly message: string | null }
  /** Somebody else saved in between; nothing is saved until the therapist chooses. */
  | { readonly kind: "conflict"; readonly current: SavedDraft };

/** What one try to save came to. */
export type SaveOutcome =
  | { readonly kind: "saved"; readonly revision: number; readonly at: Date }
  | { readonly kind: "conflict"; readonly current: SavedDraft }
  | { readonly kind: "failed"; readonly message: string | null };

interface SaverOptions {
  /** One try; a rejection counts as not reached. */
  readonly save: (content: DraftContent, revision: number) => Promise<SaveOutcome>;
  readonly content: DraftContent;
  readonly revision: number;
  readonly savedAt: Date;
}

/** Milliseconds of quiet before a change is saved. */
const QUIET_MS = 700;
/** Milliseconds to the next try after the first, second, ... failure in a row. */
const RETRY_MS = [2_000, 5_000, 15_000, 30_000];

/**
 * Saves the newest content of a draft: after each change, one save at a time, each from the revision
 * the last one gave. A failure is tried again; after a conflict it waits for `adopt`.
 */
export class DraftSaver {
  readonly #save: SaverOptions["save"];
  readonly #listeners = new Set<() => void>();
  #content: DraftContent;
  #savedContent: DraftContent;
  #revision: number;
  #status: SaveStatus;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #failures = 0;

  constructor({ save, content, revision, savedAt }: SaverOptions) {
    this.#save = save;
    this.#content = content;
    this.#savedContent = content;
    this.#revision = revision;
    this.#status = { kind: "saved", at: savedAt };
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly status = (): SaveStatus => this.#status;

  /** What stood on the server when this side last knew: what a merge begins from. */
  get base(): DraftContent {
    return this.#savedContent;
  }

  get revision(): number {
    return this.#revision;
  }

  /** True while something is not on the server. */
  get isDirty(): boolean {
    return this.#content !== this.#savedContent || this.#running !== null;
  }

  #set(status: SaveStatus) {
    this.#status = status;
    for (const listener of this.#listeners) listener();
  }

  /** Takes the newest content; the same value again is no change. */
  update(content: DraftContent) {
    if (content === this.#content) return;
    this.#content = content;
    if (this.#status.kind === "conflict") return;
    if (this.#running === null) this.#set({ kind: "waiting" });
    this.#schedule(QUIET_MS);
  }

  #schedule(ms: number) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }

  /** Saves now what is not saved yet; true when everything is on the server afterwards. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.#running) await this.#running;
    if (this.#status.kind === "conflict") return false;
    if (this.#content === this.#savedContent) return true;
    this.#running = this.#try();
    await this.#running;
    this.#running = null;
    if (this.#status.kind !== "saved") return false;
    return this.#content === this.#savedContent || this.flush();
  }

  async #try() {
    const content = this.#content;
    this.#set({ kind: "saving" });
    const outcome = await this.#save(content, this.#revision).catch(
      (): SaveOutcome => ({ kind: "failed", message: null }),
    );
    if (outcome.kind === "saved") {
      this.#failures = 0;
      this.#revision = outcome.revision;
      this.#savedContent = content;
      this.#set({ kind: "saved", at: outcome.at });
    } else if (outcome.kind === "conflict") this.#set(outcome);
    else {
      this.#set(outcome);
      const wait = RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)];
      this.#failures += 1;
      this.#schedule(wait ?? QUIET_MS);
    }
  }

  /** Goes on from what stands on the server: `saved` is its content, `content` what is on the screen. */
  adopt(saved: { revision: number; at: Date; content: DraftContent }, content: DraftContent) {
    this.#revision = saved.revision;
    this.#savedContent = saved.content;
    this.#content = content;
    this.#set(content === saved.content ? { kind: "saved", at: saved.at } : { kind: "waiting" });
    if (content !== saved.content) this.#schedule(0);
  }

  /** Somebody else has saved, as another request found out: nothing is saved until `adopt`. */
  meet(current: SavedDraft) {
    clearTimeout(this.#timer);
    this.#set({ kind: "conflict", current });
  }

  /** Stops the clock; what is not saved is sent once more without waiting for the answer. */
  close() {
    clearTimeout(this.#timer);
    if (this.#content !== this.#savedContent) void this.flush();
  }
}
