"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../../../ui/button";
import { Sheet } from "../../../../ui/sheet";

/** On a phone: the buttons at the thumb, and the library in a sheet. */
export function LibrarySheet({
  open,
  onOpen,
  onTemplate,
  children,
}: {
  open: boolean;
  onOpen: (dialog: "library" | null) => void;
  onTemplate: () => void;
  children: ReactNode;
}) {
  const t = useTranslations("plans.builder");
  return (
    <>
      <div className="sticky bottom-0 z-10 flex flex-wrap gap-2 border-t border-line bg-surface px-3 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] *:flex-auto">
        <Button variant="secondary" icon="plus" onClick={() => onOpen("library")}>
          {t("addExercise")}
        </Button>
        <Button variant="secondary" icon="list" onClick={onTemplate}>
          {t("insertTemplate")}
        </Button>
      </div>
      <Sheet
        open={open}
        onClose={() => onOpen(null)}
        title={t("library.title")}
        closeLabel={t("common.close")}
      >
        <div className="min-h-[72dvh]">{children}</div>
      </Sheet>
    </>
  );
}
