"use client";

import { useTranslations } from "use-intl";
import { Button } from "../../../../ui/button";
import { Notice } from "../../../../ui/notice";

/** Offers what an earlier visit left unsaved; `isOlder`: somebody saved the exercise since. */
export function KeptNotice({
  isOlder,
  onTake,
  onForget,
}: {
  isOlder: boolean;
  onTake: () => void;
  onForget: () => void;
}) {
  const t = useTranslations("library.editor.kept");
  return (
    <Notice
      className="mb-4"
      tone={isOlder ? "marigold" : undefined}
      title={t("title")}
      actions={
        <>
          <Button size="sm" onClick={onTake}>
            {t("take")}
          </Button>
          <Button size="sm" onClick={onForget}>
            {t("forget")}
          </Button>
        </>
      }
    >
      {t(isOlder ? "older" : "text")}
    </Notice>
  );
}
