"use client";

import { useTranslations } from "use-intl";
import { MAX_EXERCISES } from "../../../../domain/plan/validate-plan";
import { quotedWords } from "../../../../i18n/typed-line-words";
import { Button } from "../../../../ui/button";
import { Notice } from "../../../../ui/notice";
import { Spinner } from "../../../../ui/spinner";
import { useObstacleWords } from "./add-line-reading";
import type { AddLine, LineNote } from "./use-add-line";

/** Lines that are on their way into the plan, and what did not get there. */
export function AddLineNotes({
  line: { waiting, notes, dismiss },
  onEdit,
}: {
  line: AddLine;
  onEdit: (note: LineNote) => void;
}) {
  const t = useTranslations("plans.builder.line");
  const obstacleWords = useObstacleWords();
  const sentence = (note: LineNote) => {
    switch (note.kind) {
      case "without":
        return t("addedWithout", { name: note.name, words: quotedWords(note.spans, note.text) });
      case "obstacle":
        return obstacleWords(note.name, note.obstacle);
      case "full":
        return t("full", { max: MAX_EXERCISES });
      case "failed":
        return t("failedNote");
      case "kept":
        return null;
      default:
        return t("nothing", { text: note.name });
    }
  };
  return (
    <div aria-live="polite">
      {waiting.map(({ id, text }) => (
        <p key={id} className="mt-2 flex items-center gap-2 text-sm text-secondary">
          <Spinner />
          {t("looking", { text })}
        </p>
      ))}
      {notes.map((note) => (
        <Notice
          key={note.id}
          tone="marigold"
          className="mt-2"
          title={note.kind === "without" ? undefined : t("notAdded", { text: note.text })}
          actions={
            <>
              {note.kind !== "without" && (
                <Button size="sm" onClick={() => onEdit(note)}>
                  {t("edit")}
                </Button>
              )}
              <Button size="sm" variant="quiet" onClick={() => dismiss(note.id)}>
                {t("dismiss")}
              </Button>
            </>
          }
        >
          {sentence(note)}
        </Notice>
      ))}
    </div>
  );
}
