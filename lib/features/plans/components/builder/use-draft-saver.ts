"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { saveDraftAction } from "../../actions";
import type { BuilderData } from "../../builder-queries";
import type { DraftContent } from "../../draft-content";
import { DraftSaver, type SaveOutcome } from "../../draft-saver";

function saverOf({ planId, draft }: BuilderData, content: DraftContent): DraftSaver {
  const save = async (newest: DraftContent, revision: number): Promise<SaveOutcome> => {
    const answer = await saveDraftAction({ planId, revision, ...newest });
    if (answer.saved)
      return { kind: "saved", revision: answer.saved.revision, at: answer.saved.updatedAt };
    if (answer.current) return { kind: "conflict", current: answer.current };
    const sentences = Object.values(answer.fieldErrors ?? {});
    return { kind: "failed", message: sentences.join(" ") || (answer.message ?? null) };
  };
  return new DraftSaver({ save, content, revision: draft.revision, savedAt: draft.updatedAt });
}

/** Saves the content of the builder by itself; warns before the page is closed with something unsaved. */
export function useDraftSaver(data: BuilderData, content: DraftContent) {
  const [saver] = useState(() => saverOf(data, content));
  const status = useSyncExternalStore(saver.subscribe, saver.status, saver.status);

  useEffect(() => saver.update(content), [saver, content]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (saver.isDirty) event.preventDefault();
    };
    const online = () => void saver.flush();
    const hide = () => {
      if (document.visibilityState === "hidden") void saver.flush();
    };
    window.addEventListener("beforeunload", warn);
    window.addEventListener("online", online);
    document.addEventListener("visibilitychange", hide);
    return () => {
      window.removeEventListener("beforeunload", warn);
      window.removeEventListener("online", online);
      document.removeEventListener("visibilitychange", hide);
      saver.close();
    };
  }, [saver]);

  return { saver, status };
}
