"use client";

import { draftEntry, type SessionDraft } from "../offline/session-draft";
import type { SessionItemInput } from "../schema";
import { usePortal } from "./portal-context";

/** What was just handed in, for the summary; forgotten on reload. */
export interface Finished {
  readonly entry: SessionItemInput;
  readonly draft: SessionDraft;
}

/** Records what a draft says, on this device first. */
export function useRecordDraft() {
  const { client, zone } = usePortal();
  return async (draft: SessionDraft): Promise<SessionItemInput> => {
    const entry = draftEntry(draft, { typedAt: new Date(), zone });
    await client.record(entry);
    // Some browsers ask the person; now there is something worth keeping.
    void navigator.storage?.persist?.();
    return entry;
  };
}
