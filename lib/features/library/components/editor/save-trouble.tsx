"use client";

import { useTranslations } from "use-intl";
import { Button } from "../../../../ui/button";
import { Notice } from "../../../../ui/notice";
import type { SaveAnswer } from "../../actions";

/** Why it was not saved; after a conflict the two ways on. Nothing that was typed is gone. */
export function SaveTrouble({
  answer,
  onKeepMine,
  onLoadTheirs,
}: {
  answer: SaveAnswer | null;
  onKeepMine: () => void;
  onLoadTheirs: () => void;
}) {
  const t = useTranslations("library.editor.trouble");
  if (!answer || answer.status === "ok") return null;
  if (answer.current)
    return (
      <Notice
        tone="marigold"
        title={answer.message}
        actions={
          <>
            <Button size="sm" onClick={onKeepMine}>
              {t("keepMine")}
            </Button>
            <Button size="sm" onClick={onLoadTheirs}>
              {t("loadTheirs")}
            </Button>
          </>
        }
      >
        {t("conflict")}
      </Notice>
    );
  return <Notice tone="clay">{answer.message ?? t("failed")}</Notice>;
}
